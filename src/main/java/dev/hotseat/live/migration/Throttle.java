package dev.hotseat.live.migration;

import dev.hotseat.world.World;

/// Holds a copy to so many rows a second, measured over the whole copy and not chunk by chunk.
///
/// Not safe for use by several threads, except that the rate may change at any time.
final class Throttle {
  /// A copy that was held up may hurry for so long afterwards, not longer: catching up on a minute
  /// would be the very burst that the throttle is there to prevent.
  private static final long CATCH_UP_NANOS_MAX = 250_000_000;

  private final World world;
  private volatile long rowsPerSecond;
  private long pacedAt;
  private long dueNanos;

  /// @param rowsPerSecond 0 for as fast as it goes
  Throttle(World world, long rowsPerSecond) {
    this.world = world;
    this.rowsPerSecond = rowsPerSecond;
    this.dueNanos = world.ticks().nanos();
  }

  void change(long to) {
    rowsPerSecond = to;
  }

  /// Begins again from now, after a pause.
  void restart() {
    dueNanos = world.ticks().nanos();
  }

  /*
   * The time of a chunk is added to when the last one was due, not to when it was done: what the
   * copying itself takes, and what a sleep oversleeps, comes off the next wait.
   */
  /// Waits until so many rows more have been paid for.
  void pay(int rows) throws InterruptedException {
    long rate = rowsPerSecond;
    if (rate != pacedAt) {
      pacedAt = rate;
      restart();
    }
    if (rate > 0) {
      long priceNanos = rows * 1_000_000_000L / rate;
      long debtNanosMax = Math.max(CATCH_UP_NANOS_MAX, priceNanos);
      dueNanos = Math.max(dueNanos, world.ticks().nanos() - debtNanosMax) + priceNanos;
      world.pause().sleepNanos(dueNanos - world.ticks().nanos());
    }
  }
}
