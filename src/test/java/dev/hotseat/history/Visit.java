package dev.hotseat.history;

/// One attempt of a client at the till.
///
/// @param order what the client wants paid once
/// @param payment the id that the till gives this attempt
record Visit(
    String tenant, String key, String order, long amount, String payment, Pending client) {}
