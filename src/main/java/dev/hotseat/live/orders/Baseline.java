package dev.hotseat.live.orders;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/// How long a slow checkout takes while nothing is wrong, as the service has measured it where it
/// runs. What goes wrong is sized by it, so that ten times is ten times on any machine.
final class Baseline {
  /// On a machine with nothing else to do.
  static final double USUAL_MILLIS = 85;

  private static final double LEAST_MILLIS = 60;
  private static final double MOST_MILLIS = 200;
  private static final int SECONDS_KEPT = 15;
  private static final int SECONDS_LEAST = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Double> p99s = new ArrayDeque<>();

  /// A second has passed in which nothing was wrong.
  void second(double p99Millis) {
    lock.lock();
    try {
      if (p99s.size() == SECONDS_KEPT) {
        p99s.removeFirst();
      }
      p99s.addLast(p99Millis);
    } finally {
      lock.unlock();
    }
  }

  /// One checkout in a hundred takes longer; what is usual, until enough was seen.
  ///
  /// Of a second's seventy checkouts the p99 is the slowest, and of the slowest of seventy the
  /// median is the p99 of all.
  double millis() {
    lock.lock();
    try {
      if (p99s.size() < SECONDS_LEAST) {
        return USUAL_MILLIS;
      }
      double[] sorted = p99s.stream().mapToDouble(each -> each).sorted().toArray();
      return Math.clamp(sorted[sorted.length / 2], LEAST_MILLIS, MOST_MILLIS);
    } finally {
      lock.unlock();
    }
  }
}
