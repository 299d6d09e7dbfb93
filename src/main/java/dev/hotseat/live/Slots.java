package dev.hotseat.live;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How much one bounded part does at once. Who finds no slot waits in line, for a time.
final class Slots {
  /*
   * A newcomer may take a slot that is just free before the first in line wakes up, as in the
   * connection pools that this stands for. Strict order would hand every slot to a thread that still
   * sleeps, and a pool of fast statements would spend its time waking threads.
   */
  private static final class Line extends Semaphore {
    private static final long serialVersionUID = 1L;

    Line(int permits) {
      super(permits);
    }

    void shrink(int by) {
      reducePermits(by);
    }
  }

  private final Line line;
  private final AtomicInteger size;
  private final AtomicInteger waiting = new AtomicInteger();

  Slots(int size) {
    this.line = new Line(size);
    this.size = new AtomicInteger(size);
  }

  /// Takes a slot at once if one is free.
  boolean takeNow() {
    return line.tryAcquire();
  }

  /// Waits in line for a slot, at most so long.
  boolean take(long patienceNanos) throws InterruptedException {
    waiting.incrementAndGet();
    try {
      return line.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  void give() {
    line.release();
  }

  /// Changes the number of slots. Who holds one keeps it, so for a while more may be in use.
  void resize(int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("a bounded part needs a slot, got " + slots);
    }
    int more = slots - size.getAndSet(slots);
    if (more > 0) {
      line.release(more);
    } else if (more < 0) {
      line.shrink(-more);
    }
  }

  int size() {
    return size.get();
  }

  int waiting() {
    return waiting.get();
  }

  int inUse() {
    return size.get() - line.availablePermits();
  }
}
