package dev.hotseat.live.orders;

import dev.hotseat.world.World;

/// The disk below the database: rows that are read one after another have to come from there.
///
/// The rows are those that the engine really read. Only the disk is not there, since a table of a
/// test system fits into memory; its time is waited.
final class Storage {
  /// So many rows are at hand.
  private static final long CACHED_ROWS = 300;

  private static final double NANOS_PER_ROW = 24_000;
  private static final long PIECE_NANOS = 20_000_000;

  private final World world;
  private final Weight weight;

  Storage(World world, Weight weight) {
    this.world = world;
    this.weight = weight;
  }

  /// Waits for the disk; in pieces, so that a statement can be stopped.
  void read(long rows, Session session) throws InterruptedException {
    long left = (long) (Math.max(0, rows - CACHED_ROWS) * NANOS_PER_ROW * weight.times());
    while (left > 0) {
      session.checkAlive();
      long piece = Math.min(left, PIECE_NANOS);
      world.pause().sleepNanos(piece);
      left -= piece;
    }
  }
}
