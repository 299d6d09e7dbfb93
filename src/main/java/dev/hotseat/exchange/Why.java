package dev.hotseat.exchange;

/// The machine-readable reason of a failed or refused call.
///
/// @param reason a short stable code in kebab case, such as `pool-wait`, `lock-timeout`,
///   `duplicate-key`, `limit`, `not-found`, `abandoned`
/// @param where the hop, part or field that refused, such as `app.eu>store`
/// @param detail one sentence for a person
public record Why(String reason, String where, String detail) {}
