package dev.hotseat.live.limiter;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/// The sliding log: the time of every unit of the last window, kept. Exact, and pays for it.
///
/// Source: nobody's in particular; it is what a sorted set of time stamps does in a shared store.
/// Cost per key: 8 bytes for every unit of the limit, once it has been used up; a lock.
final class SlidingLog extends Limiter {
  private static final long BYTES = 32 + 16 + 32 + 16;
  private static final int LENGTH_AT_FIRST = 4;
  private static final int DEBT_MAX = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private long[] times = new long[LENGTH_AT_FIRST];
  private int first;
  private int count;

  @Override
  long ask(Quota quota, long nowNanos, int cost) {
    lock.lock();
    try {
      expire(nowNanos - quota.windowNanos());
      long over = count + cost - Math.max(quota.limit(), cost);
      if (over > 0) {
        return nowNanos - quota.windowNanos() - at(over - 1);
      }
      add(nowNanos, cost);
      return 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  void charge(Quota quota, long nowNanos, long cost) {
    lock.lock();
    try {
      expire(nowNanos - quota.windowNanos());
      add(nowNanos, Math.clamp(cost, 0, (int) (quota.limit() * DEBT_MAX) - count));
    } finally {
      lock.unlock();
    }
  }

  @Override
  Standing standing(Quota quota, long nowNanos) {
    lock.lock();
    try {
      expire(nowNanos - quota.windowNanos());
      long remaining = Math.max(0, quota.limit() - count);
      long over = Math.max(0, count - quota.limit());
      long more = count == 0 ? quota.windowNanos() : at(over) + quota.windowNanos() - nowNanos;
      return new Standing(remaining, more);
    } finally {
      lock.unlock();
    }
  }

  @Override
  boolean idle(Quota quota, long nowNanos) {
    lock.lock();
    try {
      expire(nowNanos - quota.windowNanos());
      return count == 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  SlidingLog copy() {
    SlidingLog copy = new SlidingLog();
    lock.lock();
    try {
      copy.times = times.clone();
      copy.first = first;
      copy.count = count;
    } finally {
      lock.unlock();
    }
    return copy;
  }

  @Override
  long bytes() {
    lock.lock();
    try {
      return BYTES + 8L * times.length;
    } finally {
      lock.unlock();
    }
  }

  /// A time that is exactly one window ago is outside.
  private void expire(long untilNanos) {
    while (count > 0 && times[first] <= untilNanos) {
      first = (first + 1) % times.length;
      count--;
    }
  }

  /// Times never fall, also where the clock does, so that the oldest is always the first.
  private void add(long nowNanos, int units) {
    long last = count == 0 ? nowNanos : Math.max(nowNanos, at(count - 1));
    makeRoom(count + units);
    for (int i = 0; i < units; i++) {
      times[(first + count) % times.length] = last;
      count++;
    }
  }

  private void makeRoom(int wanted) {
    if (wanted <= times.length) {
      return;
    }
    long[] larger = Arrays.copyOfRange(times, first, first + Math.max(wanted, times.length * 2));
    int tail = times.length - first;
    System.arraycopy(times, 0, larger, tail, first);
    times = larger;
    first = 0;
  }

  private long at(long index) {
    return times[(int) ((first + index) % times.length)];
  }
}
