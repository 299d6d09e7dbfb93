package dev.hotseat.live.limiter;

/// Two fixed windows, the older one weighted by how much of it a sliding window would still cover.
///
/// Source: J. Desgats, "How we built rate limiting capable of scaling to millions of domains"
/// (Cloudflare, 2017). Cost per key: one long, 24 bytes with its object. Exact as long as calls
/// came evenly in the window before; a burst at its end is counted as if it were spread over it.
final class SlidingCounter extends OneLong {
  private static final int COUNT_BITS = 18;
  private static final long COUNT_MAX = (1L << COUNT_BITS) - 1;
  private static final int WINDOW_BITS = 64 - 2 * COUNT_BITS;

  /// The lower 28 bits of the window's number, units used in the window before, units used in it.
  private SlidingCounter(long state) {
    super(state);
  }

  SlidingCounter() {
    this(0);
  }

  @Override
  long ask(Quota quota, long nowNanos, int cost) {
    while (true) {
      long seen = state();
      View now = View.of(seen, quota, nowNanos);
      long limit = Math.max(quota.limit(), cost);
      if (!now.fits(limit - cost)) {
        return now.sinceStart() - now.untilFits(limit - cost);
      }
      if (replaced(seen, now.packed(cost))) {
        return 0;
      }
    }
  }

  @Override
  void charge(Quota quota, long nowNanos, long cost) {
    long seen;
    do {
      seen = state();
    } while (!replaced(seen, View.of(seen, quota, nowNanos).packed(cost)));
  }

  @Override
  Standing standing(Quota quota, long nowNanos) {
    View now = View.of(state(), quota, nowNanos);
    long remaining = Math.max(0, quota.limit() - now.estimate());
    long more =
        remaining == quota.limit() ? now.window : now.untilFits(quota.limit() - remaining - 1);
    return new Standing(remaining, Math.max(1, more - now.sinceStart()));
  }

  @Override
  boolean idle(Quota quota, long nowNanos) {
    View now = View.of(state(), quota, nowNanos);
    return now.before == 0 && now.used == 0;
  }

  @Override
  SlidingCounter copy() {
    return new SlidingCounter(state());
  }

  /// The two counters as they count at a time.
  ///
  /// @param number of the window, since the epoch
  /// @param into how far into the window we are; not before its start if the clock was set back
  /// @param lag how far the clock is behind the start of the window
  private record View(long window, long number, long into, long lag, long before, long used) {
    static View of(long state, Quota quota, long nowNanos) {
      long window = quota.windowNanos();
      long number = nowNanos / window;
      long into = nowNanos % window;
      long before = state >>> COUNT_BITS & COUNT_MAX;
      long used = state & COUNT_MAX;
      long entered = state >>> 2 * COUNT_BITS;
      // how many windows have passed since, as a signed number of 28 bits
      long passed = (number - entered) << 64 - WINDOW_BITS >> 64 - WINDOW_BITS;
      if (passed == 0) {
        return new View(window, number, into, 0, before, used);
      }
      if (state == 0 || passed > 1) {
        return new View(window, number, into, 0, 0, 0);
      }
      return passed == 1
          ? new View(window, number, into, 0, used, 0)
          : new View(window, number - passed, 0, -passed * window - into, before, used);
    }

    /// Units in the sliding window, rounded up.
    long estimate() {
      return used + Math.ceilDiv(before * (window - into), window);
    }

    boolean fits(long room) {
      return before * (window - into) + used * window <= room * window;
    }

    /// Time from the start of this window until there are no more than `room` units in the sliding
    /// one, if nothing is added.
    long untilFits(long room) {
      if (used <= room) {
        return before == 0 ? 0 : Math.max(0, window - (room - used) * window / before);
      }
      return window + window - room * window / used;
    }

    /// Where the clock is, from the start of this window; negative if it was set back.
    long sinceStart() {
      return into - lag;
    }

    long packed(long cost) {
      return number << 2 * COUNT_BITS
          | Math.min(before, COUNT_MAX) << COUNT_BITS
          | Math.min(used + cost, COUNT_MAX);
    }
  }
}
