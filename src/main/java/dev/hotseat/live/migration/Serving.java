package dev.hotseat.live.migration;

/// What moving customers needs to know of those who serve them.
interface Serving {
  /// So many rows were written into the new table; the replica hears of them too.
  void wrote(long rows);

  /// How far the replica is behind.
  long lagMillis();

  /// Looks now for acknowledged writes that are only in a table about to go, or just gone.
  void auditNow() throws InterruptedException;
}
