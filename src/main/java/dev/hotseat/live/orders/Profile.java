package dev.hotseat.live.orders;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// What one statement has cost over the last minute, and how many rows the engine reads for it.
final class Profile {
  static final int SECONDS = 60;

  private final String text;
  private final ReentrantLock lock = new ReentrantLock();
  private final long[] second = new long[SECONDS];
  private final long[] count = new long[SECONDS];
  private final long[] sumNanos = new long[SECONDS];
  private final long[] maxNanos = new long[SECONDS];
  private final AtomicBoolean measuring = new AtomicBoolean();
  private volatile long rowsRead;
  private volatile long measuredAtSchema = -1;
  private long executions;

  Profile(String text) {
    this.text = text;
  }

  /// The last minute of a statement.
  record Minute(long count, double meanMillis, double maxMillis) {}

  String text() {
    return text;
  }

  void ran(long nowSecond, long nanos) {
    int at = (int) Math.floorMod(nowSecond, (long) SECONDS);
    lock.lock();
    try {
      executions++;
      if (second[at] != nowSecond) {
        second[at] = nowSecond;
        count[at] = 0;
        sumNanos[at] = 0;
        maxNanos[at] = 0;
      }
      count[at]++;
      sumNanos[at] += nanos;
      maxNanos[at] = Math.max(maxNanos[at], nanos);
    } finally {
      lock.unlock();
    }
  }

  Minute minute(long nowSecond) {
    lock.lock();
    try {
      long calls = 0;
      long sum = 0;
      long max = 0;
      for (int i = 0; i < SECONDS; i++) {
        if (count[i] > 0 && nowSecond - second[i] < SECONDS) {
          calls += count[i];
          sum += sumNanos[i];
          max = Math.max(max, maxNanos[i]);
        }
      }
      return new Minute(calls, calls == 0 ? 0 : sum / 1e6 / calls, max / 1e6);
    } finally {
      lock.unlock();
    }
  }

  /// Rows that the engine read when it was last asked how it goes about the statement.
  long rowsRead() {
    return rowsRead;
  }

  /*
   * Asking for the plan runs the statement a second time, so it is done when the tables or indexes
   * have changed and otherwise once in 200 times, by one caller.
   */
  boolean shouldMeasure(long schema) {
    boolean due;
    lock.lock();
    try {
      due = measuredAtSchema != schema || executions % 200 == 199;
    } finally {
      lock.unlock();
    }
    return due && measuring.compareAndSet(false, true);
  }

  void measured(long schema, long rows) {
    rowsRead = rows;
    measuredAtSchema = schema;
    measuring.set(false);
  }

  void notMeasured() {
    measuring.set(false);
  }
}
