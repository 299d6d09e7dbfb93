package dev.hotseat.live.migration;

/// What a client was told of a write of its own: that it was done.
///
/// @param version the row's version after it; for a removal, one more than the version removed
/// @param oldMark mark of the row it wrote, in the words of the old table
/// @param newMark mark of what that is in the new one
/// @param cause number of the step under way, or of the last one
/// @param askedMillis when the client asked
/// @param atMillis when it was told
/// @param reachesNew whether the write was to reach the new table too
record Told(
    long id,
    Kind kind,
    long version,
    int oldMark,
    int newMark,
    int cause,
    int askedMillis,
    int atMillis,
    boolean reachesNew) {
  /// What became of the customer.
  enum Kind {
    WRITTEN,
    DELETED,
    ERASED
  }
}
