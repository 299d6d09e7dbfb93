package dev.hotseat.live.limiter;

import java.util.random.RandomGenerator;

/// Arrivals of one key as a seed makes them: silence, trickles, rushes far above the rate, and many
/// at the same instant.
final class Arrived {
  private final RandomGenerator random;
  private final long windowNanos;
  private long nowNanos;
  private long gapNanos;
  private int left;

  Arrived(RandomGenerator random, Quota quota) {
    this.random = random;
    this.windowNanos = quota.windowNanos();
    this.nowNanos = quota.windowNanos() * 20 + random.nextLong(quota.windowNanos());
  }

  /// Time of the next arrival, never before the last.
  long next(Quota quota) {
    if (left-- <= 0) {
      left = 1 + random.nextInt(300);
      gapNanos =
          switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> quota.intervalNanos() / 50;
            case 2 -> quota.intervalNanos() / 2;
            case 3 -> quota.intervalNanos();
            default -> quota.intervalNanos() * 2;
          };
      nowNanos += random.nextInt(8) == 0 ? random.nextLong(2 * windowNanos) : 0;
    }
    nowNanos += gapNanos == 0 ? 0 : random.nextLong(2 * gapNanos);
    return nowNanos;
  }
}
