package dev.hotseat.live.limiter;

/// Where a key stands.
///
/// @param remaining units that could be used at once; never more than would be let through
/// @param moreNanos time until there is more than that
record Standing(long remaining, long moreNanos) {}
