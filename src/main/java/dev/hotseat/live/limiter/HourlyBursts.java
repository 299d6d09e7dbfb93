package dev.hotseat.live.limiter;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The right of each key to use ten times its limit within one window, once an hour. What goes
/// beyond the limit is taken from here, after the algorithm has said no.
final class HourlyBursts {
  /// How many times its limit a key may use in all.
  static final int TIMES = 10;

  static final long PERIOD_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int KEYS_MAX = 100_000;
  private final ConcurrentHashMap<String, Burst> bursts = new ConcurrentHashMap<>();

  /// Takes the units of a call that the algorithm refused; false if the key has none left.
  boolean take(String key, Quota quota, long nowNanos, int cost) {
    if (bursts.size() >= KEYS_MAX && !bursts.containsKey(key)) {
      return false;
    }
    boolean[] taken = new boolean[1];
    bursts.compute(
        key,
        (_, known) -> {
          Burst burst =
              known == null || known.isOver(nowNanos) ? Burst.opened(quota, nowNanos) : known;
          taken[0] = burst.has(quota, nowNanos, cost);
          return taken[0] ? burst.less(cost) : burst;
        });
    return taken[0];
  }

  /// Bursts that were begun and are remembered.
  int begun() {
    return bursts.size();
  }

  void forget(String key) {
    bursts.remove(key);
  }

  void sweep(long nowNanos) {
    bursts.values().removeIf(burst -> burst.isOver(nowNanos));
  }

  private record Burst(long openedNanos, long left) {
    static Burst opened(Quota quota, long nowNanos) {
      return new Burst(nowNanos, quota.limit() * (TIMES - 1));
    }

    boolean isOver(long nowNanos) {
      return nowNanos - openedNanos >= PERIOD_NANOS;
    }

    boolean has(Quota quota, long nowNanos, int cost) {
      return nowNanos - openedNanos < quota.windowNanos() && left >= cost;
    }

    Burst less(int cost) {
      return new Burst(openedNanos, left - cost);
    }
  }
}
