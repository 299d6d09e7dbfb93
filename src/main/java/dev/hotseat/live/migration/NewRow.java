package dev.hotseat.live.migration;

/// A customer as the new table holds one.
///
/// @param givenName empty for those who have one name only
/// @param creditMinor in the smallest unit of `currency`
/// @param currency ISO 4217
/// @param country ISO 3166, two letters; `ZZ` for nobody knows
/// @param version that of the old row it was made from
record NewRow(
    long id,
    String givenName,
    String familyName,
    String email,
    long creditMinor,
    String currency,
    String country,
    long version) {}
