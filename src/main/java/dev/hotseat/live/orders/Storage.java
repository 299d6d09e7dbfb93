package dev.hotseat.live.orders;

import dev.hotseat.world.World;

/// The disk below the database: rows that are read one after another have to come from there.
///
/// The rows are those that the engine really read. Only the disk is not there, since a table of a
/// test system fits into memory; its time is waited.
final class Storage {
  /// So many rows are at hand.
  private static final long CACHED_ROWS = 300;

  /// What was written tonight is still at hand.
  private static final long ROWS_MAX = Stock.ORDERS;

  private static final double NANOS_PER_ROW = 24_000;

  /// What it usually takes to read a whole table.
  static final double SCAN_MILLIS = (ROWS_MAX - CACHED_ROWS) * NANOS_PER_ROW / 1e6;

  private static final long PIECE_NANOS = 20_000_000;

  private final World world;
  private final Burdens burdens;

  Storage(World world, Burdens burdens) {
    this.world = world;
    this.burdens = burdens;
  }

  /// Waits for the disk; in pieces, so that a statement can be stopped.
  void read(long rows, Session session) throws InterruptedException {
    long cold = Math.max(0, Math.min(rows, ROWS_MAX) - CACHED_ROWS);
    long left = (long) (cold * NANOS_PER_ROW * burdens.of(Burden.DISK));
    while (left > 0) {
      session.checkAlive();
      long piece = Math.min(left, PIECE_NANOS);
      world.pause().sleepNanos(piece);
      left -= piece;
    }
  }
}
