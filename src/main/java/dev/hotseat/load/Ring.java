package dev.hotseat.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// A bounded queue with one thread that puts and many that take, in order.
/*
 * A taker first wins the position (head), then empties the slot; the putter trusts the slot, not the
 * head, so it can never overwrite what a taker has won but not yet read. Emptied slots also let the
 * garbage collector have finished attempts at once: a ring that kept a second of them alive would
 * have them copied in every young collection, and the pauses would show as lag.
 */
final class Ring {
  private final AtomicReferenceArray<@Nullable Attempt> slots;
  private final int mask;
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();

  /// @param capacityMin rounded up to a power of two
  Ring(int capacityMin) {
    int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, capacityMin - 1)) << 1);
    this.slots = new AtomicReferenceArray<>(capacity);
    this.mask = capacity - 1;
  }

  /// Puts one; false when there is no room. One thread only.
  boolean offer(Attempt attempt) {
    long at = tail.getPlain();
    int slot = (int) at & mask;
    if (slots.get(slot) != null) {
      return false;
    }
    slots.set(slot, attempt);
    tail.set(at + 1);
    return true;
  }

  /// Takes the oldest, if there is one.
  @Nullable Attempt poll() {
    while (true) {
      long at = head.get();
      if (at >= tail.get()) {
        return null;
      }
      if (head.compareAndSet(at, at + 1)) {
        return slots.getAndSet((int) at & mask, null);
      }
    }
  }

  /// Takes the oldest if it was due before the given tick.
  @Nullable Attempt pollDueBefore(long tickNanos) {
    while (true) {
      long at = head.get();
      if (at >= tail.get()) {
        return null;
      }
      Attempt oldest = slots.get((int) at & mask);
      if (oldest != null && oldest.dueNanos() >= tickNanos) {
        return null;
      }
      if (oldest != null && head.compareAndSet(at, at + 1)) {
        slots.set((int) at & mask, null);
        return oldest;
      }
    }
  }

  /// How many wait; exact for the putting thread while nobody takes.
  int size() {
    return (int) Math.max(0, tail.get() - head.get());
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /// How many have ever been put.
  long put() {
    return tail.get();
  }

  /// How many have ever been taken.
  long taken() {
    return head.get();
  }
}
