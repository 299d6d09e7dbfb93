package dev.hotseat.live.shortener;

import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;

/// How many of the last 500 guessed codes led somewhere.
final class Guesses {
  private static final int KEPT = 500;
  private final ReentrantLock lock = new ReentrantLock();
  private final BitSet hits = new BitSet(KEPT);
  private long seen;

  void add(boolean hit) {
    lock.lock();
    try {
      hits.set((int) (seen++ % KEPT), hit);
    } finally {
      lock.unlock();
    }
  }

  /// Share of hits, 0 before the first guess.
  double hitShare() {
    lock.lock();
    try {
      return seen == 0 ? 0 : (double) hits.cardinality() / Math.min(seen, KEPT);
    } finally {
      lock.unlock();
    }
  }
}
