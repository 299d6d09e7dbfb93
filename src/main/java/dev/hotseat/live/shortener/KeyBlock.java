package dev.hotseat.live.shortener;

import java.util.concurrent.locks.ReentrantLock;

/// A range of counter values that one app node may give out without asking.
final class KeyBlock {
  /// Values handed out at a time.
  static final int SIZE = 1_000;

  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private long end;

  /// The next value; fetches another range where this one is used up. Whoever comes meanwhile
  /// waits.
  long next(Fetch fetch) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (next == end) {
        next = fetch.range();
        end = next + SIZE;
      }
      return next++;
    } finally {
      lock.unlock();
    }
  }

  /// A restarted node does not know how far it had come; the rest of its range is never used.
  void forget() {
    lock.lock();
    try {
      next = end;
    } finally {
      lock.unlock();
    }
  }

  /// Where ranges come from.
  interface Fetch {
    /// First value of a new range of [#SIZE].
    long range() throws InterruptedException;
  }
}
