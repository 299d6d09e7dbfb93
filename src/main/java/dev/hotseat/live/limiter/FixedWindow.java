package dev.hotseat.live.limiter;

/// Fixed windows: a counter that starts again at zero whenever the clock enters the next window.
///
/// Source: nobody's in particular; it is what `INCR` with an expiry does in a shared store. Cost
/// per key: one long, 24 bytes with its object. Lets through up to twice the limit around the edge
/// of two windows.
final class FixedWindow extends OneLong {
  private static final int COUNT_BITS = 24;
  private static final long COUNT_MAX = (1L << COUNT_BITS) - 1;

  /// Number of the window since the epoch in the upper 40 bits, units used in it in the lower 24.
  private FixedWindow(long state) {
    super(state);
  }

  FixedWindow() {
    this(0);
  }

  @Override
  long ask(Quota quota, long nowNanos, int cost) {
    while (true) {
      long seen = state();
      long window = window(seen, quota, nowNanos);
      long used = used(seen, window);
      if (used + cost > Math.max(quota.limit(), cost)) {
        return nowNanos - (window + 1) * quota.windowNanos();
      }
      if (replaced(seen, packed(window, used + cost))) {
        return 0;
      }
    }
  }

  @Override
  void charge(Quota quota, long nowNanos, long cost) {
    long seen;
    long next;
    do {
      seen = state();
      long window = window(seen, quota, nowNanos);
      next = packed(window, used(seen, window) + cost);
    } while (!replaced(seen, next));
  }

  @Override
  Standing standing(Quota quota, long nowNanos) {
    long seen = state();
    long window = window(seen, quota, nowNanos);
    long remaining = Math.max(0, quota.limit() - used(seen, window));
    return new Standing(remaining, (window + 1) * quota.windowNanos() - nowNanos);
  }

  @Override
  boolean idle(Quota quota, long nowNanos) {
    long seen = state();
    return used(seen, window(seen, quota, nowNanos)) == 0;
  }

  @Override
  FixedWindow copy() {
    return new FixedWindow(state());
  }

  /// The window that counts: the one of the clock, or a later one that was entered before.
  private static long window(long seen, Quota quota, long nowNanos) {
    return Math.max(nowNanos / quota.windowNanos(), seen >>> COUNT_BITS);
  }

  private static long used(long seen, long window) {
    return seen >>> COUNT_BITS == window ? seen & COUNT_MAX : 0;
  }

  private static long packed(long window, long used) {
    return window << COUNT_BITS | Math.min(used, COUNT_MAX);
  }
}
