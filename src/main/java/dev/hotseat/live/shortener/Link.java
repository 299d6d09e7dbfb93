package dev.hotseat.live.shortener;

/// A short link as it is stored.
///
/// @param code what follows the slash
/// @param url where it leads
/// @param createdMillis when it was made, wall clock
/// @param expiresMillis when it stops working, wall clock
/// @param alias whether the client chose the code
/// @param deletedNanos tick at which it was taken down, `NEVER` if it was not
record Link(
    String code,
    String url,
    long createdMillis,
    long expiresMillis,
    boolean alias,
    long deletedNanos) {
  static final long NEVER = Long.MAX_VALUE;

  boolean deleted() {
    return deletedNanos != NEVER;
  }

  boolean expired(long nowMillis) {
    return nowMillis >= expiresMillis;
  }
}
