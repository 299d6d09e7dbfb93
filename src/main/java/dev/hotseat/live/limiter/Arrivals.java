package dev.hotseat.live.limiter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/// How many calls came in each of the last seconds.
final class Arrivals {
  private static final int SECONDS = 3_600;
  private static final int NUMBER_BITS = 24;
  private static final long COUNT_MASK = (1L << 64 - NUMBER_BITS) - 1;

  /*
   * Each place holds the lower bits of the second it counts and the count. A place of an old second
   * is taken over by the first call of a new one.
   */
  private final AtomicLongArray counts = new AtomicLongArray(SECONDS);

  void count(long atNanos) {
    long second = TimeUnit.NANOSECONDS.toSeconds(atNanos);
    int place = (int) (second % SECONDS);
    long stamp = stamp(second);
    while (true) {
      long seen = counts.get(place);
      long next = (seen & ~COUNT_MASK) == stamp ? seen + 1 : stamp | 1;
      if (counts.compareAndSet(place, seen, next)) {
        return;
      }
    }
  }

  /// The busiest of the last so many full seconds against their mean; zero if nobody came.
  double peakToMean(long nowNanos, int seconds) {
    long last = TimeUnit.NANOSECONDS.toSeconds(nowNanos) - 1;
    long peak = 0;
    long sum = 0;
    int looked = Math.clamp(seconds, 1, SECONDS - 1);
    for (int i = 0; i < looked; i++) {
      long seen = counts.get((int) ((last - i) % SECONDS));
      long count = (seen & ~COUNT_MASK) == stamp(last - i) ? seen & COUNT_MASK : 0;
      peak = Math.max(peak, count);
      sum += count;
    }
    return sum == 0 ? 0 : (double) peak * looked / sum;
  }

  private static long stamp(long second) {
    return second << 64 - NUMBER_BITS;
  }
}
