package dev.hotseat.live.orders;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// How long the last good answers took.
final class Recent {
  private static final int KEPT = 256;
  private static final int EVERY = 32;

  private final ReentrantLock lock = new ReentrantLock();
  private final long[] nanos = new long[KEPT];
  private int seen;
  private volatile long p95 = TimeUnit.MILLISECONDS.toNanos(50);

  void add(long tookNanos) {
    lock.lock();
    try {
      nanos[seen++ % KEPT] = tookNanos;
      if (seen % EVERY == 0) {
        p95 = quantile();
      }
    } finally {
      lock.unlock();
    }
  }

  /// One in twenty took longer; a guess until enough were seen.
  long p95() {
    return p95;
  }

  private long quantile() {
    long[] sorted = Arrays.copyOf(nanos, Math.min(seen, KEPT));
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * 0.95)];
  }
}
