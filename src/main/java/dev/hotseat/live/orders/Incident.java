package dev.hotseat.live.orders;

import dev.hotseat.world.TickSource;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The incident since it began: how long it has gone on, what it has cost, whom it has hurt.
final class Incident {
  /// Of thirty days one part in a thousand may be bad: 43 minutes.
  private static final double BUDGET_SECONDS = TimeUnit.DAYS.toSeconds(30) * 0.001;

  private static final long NOT_BEGUN = -1;

  private final TickSource ticks;
  private final ReentrantLock lock = new ReentrantLock();
  private final BitSet hurt = new BitSet();
  private long beganNanos = NOT_BEGUN;
  private double budgetBurned;
  private long badSeconds;
  private long okSeconds;

  Incident(TickSource ticks) {
    this.ticks = ticks;
  }

  /// @param began whether there is one; nothing else says anything while there is none
  /// @param seconds since it began
  /// @param budgetBurned share of a month's error budget
  /// @param badSeconds outside of the objective
  /// @param okSeconds in a row within the objective, until now
  /// @param hurtCustomers who had a bad checkout
  record Cost(
      boolean began,
      double seconds,
      double budgetBurned,
      long badSeconds,
      long okSeconds,
      int hurtCustomers) {}

  /// Something that hurts has happened. What happens while an incident goes on belongs to it.
  void begin() {
    lock.lock();
    try {
      if (beganNanos == NOT_BEGUN) {
        beganNanos = ticks.nanos();
      }
    } finally {
      lock.unlock();
    }
  }

  /// A checkout of this customer was bad.
  void hurt(long customer) {
    lock.lock();
    try {
      if (beganNanos != NOT_BEGUN && customer >= 0 && customer < 1_000_000) {
        hurt.set((int) customer);
      }
    } finally {
      lock.unlock();
    }
  }

  /// A second has passed.
  void second(boolean met, double badShare) {
    lock.lock();
    try {
      okSeconds = met ? okSeconds + 1 : 0;
      if (beganNanos != NOT_BEGUN) {
        budgetBurned += badShare / BUDGET_SECONDS;
        badSeconds += met ? 0 : 1;
      }
    } finally {
      lock.unlock();
    }
  }

  Cost cost() {
    lock.lock();
    try {
      boolean began = beganNanos != NOT_BEGUN;
      double seconds = began ? (ticks.nanos() - beganNanos) / 1e9 : 0;
      return new Cost(began, seconds, budgetBurned, badSeconds, okSeconds, hurt.cardinality());
    } finally {
      lock.unlock();
    }
  }
}
