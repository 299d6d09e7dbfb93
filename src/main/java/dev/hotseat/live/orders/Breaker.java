package dev.hotseat.live.orders;

import dev.hotseat.world.TickSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Stops asking somebody who mostly fails, and tries again after a while with a single call.
final class Breaker {
  private static final int WINDOW = 40;
  private static final int LEAST = 20;
  private static final double OPENS_AT = 0.5;
  private static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final TickSource ticks;
  private final ReentrantLock lock = new ReentrantLock();
  private final boolean[] failed = new boolean[WINDOW];
  private int seen;
  private int failures;
  private State state = State.CLOSED;
  private long openedNanos;

  Breaker(TickSource ticks) {
    this.ticks = ticks;
  }

  /// What it does with calls.
  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /// Whether a call may go out.
  boolean lets() {
    lock.lock();
    try {
      if (state == State.CLOSED) {
        return true;
      }
      if (ticks.nanos() - openedNanos < OPEN_NANOS) {
        return false;
      }
      state = State.HALF_OPEN;
      openedNanos = ticks.nanos();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// A call that went out has ended.
  void heard(boolean well) {
    lock.lock();
    try {
      if (state == State.CLOSED) {
        count(well);
      } else if (state == State.HALF_OPEN) {
        state = well ? State.CLOSED : State.OPEN;
        openedNanos = ticks.nanos();
        forget();
      }
    } finally {
      lock.unlock();
    }
  }

  private void count(boolean well) {
    int at = seen % WINDOW;
    failures += (well ? 0 : 1) - (seen >= WINDOW && failed[at] ? 1 : 0);
    failed[at] = !well;
    seen++;
    int known = Math.min(seen, WINDOW);
    if (known >= LEAST && failures >= known * OPENS_AT) {
      state = State.OPEN;
      openedNanos = ticks.nanos();
      forget();
    }
  }

  private void forget() {
    seen = 0;
    failures = 0;
  }

  /// Back to the beginning, as when it is switched off.
  void reset() {
    lock.lock();
    try {
      state = State.CLOSED;
      forget();
    } finally {
      lock.unlock();
    }
  }

  State state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }
}
