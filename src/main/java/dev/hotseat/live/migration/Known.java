package dev.hotseat.live.migration;

/// What clients know of one customer from what they were told last.
///
/// @param window which versions were acknowledged: bit 0 is `version`, bit 1 the one before it
record Known(
    long id,
    Told.Kind kind,
    long version,
    long window,
    int oldMark,
    int newMark,
    int cause,
    int atMillis,
    boolean reachesNew) {
  boolean gone() {
    return kind != Told.Kind.WRITTEN;
  }

  /// How many acknowledged writes are newer than this version.
  long writesAfter(long present) {
    long beyond = version - present;
    if (beyond <= 0) {
      return 0;
    }
    return Long.bitCount(beyond >= Long.SIZE ? window : window & ((1L << beyond) - 1));
  }
}
