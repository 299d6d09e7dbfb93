package dev.hotseat.live.limiter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A limiter whose whole memory is one long, changed by compare-and-set: no lock, no allocation,
/// and one cache line per key.
abstract sealed class OneLong extends Limiter
    permits FixedWindow, Gcra, LeakyBucket, SlidingCounter {
  private static final VarHandle STATE;
  private static final long BYTES = BASE_BYTES + Long.BYTES;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(OneLong.class, "state", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private volatile long state;

  OneLong(long initial) {
    state = initial;
  }

  final long state() {
    return state;
  }

  /// Replaces the state, unless somebody else did since it was seen.
  final boolean replaced(long seen, long next) {
    return STATE.compareAndSet(this, seen, next);
  }

  @Override
  final long bytes() {
    return BYTES;
  }
}
