package dev.hotseat.live.orders;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/// How long the last good answers took.
final class Recent {
  private static final int KEPT = 256;
  private static final int EVERY = 32;

  private final ReentrantLock lock = new ReentrantLock();
  private final long[] nanos = new long[KEPT];
  private int seen;
  private volatile Known known;

  /// @param guess what is told until enough were seen
  Recent(Duration guess) {
    this.known = new Known(guess.toNanos(), guess.toNanos());
  }

  private record Known(long median, long p95) {}

  void add(long tookNanos) {
    lock.lock();
    try {
      nanos[seen++ % KEPT] = tookNanos;
      if (seen % EVERY == 0) {
        known = quantiles();
      }
    } finally {
      lock.unlock();
    }
  }

  /// One in twenty took longer; a guess until enough were seen.
  long p95() {
    return known.p95();
  }

  /// Every second one took longer; a guess until enough were seen.
  long median() {
    return known.median();
  }

  private Known quantiles() {
    long[] sorted = Arrays.copyOf(nanos, Math.min(seen, KEPT));
    Arrays.sort(sorted);
    return new Known(sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)]);
  }
}
