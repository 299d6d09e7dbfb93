package dev.hotseat.live.orders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// What the tenants' customers do at present. Read for every call that is made, so that a change
/// reaches the traffic that runs.
final class Habits {
  /// A basket usually has so many lines at most.
  static final int LINES_USUAL = 5;

  private final Map<String, Integer> lines = new ConcurrentHashMap<>();

  /// From now on baskets of this tenant have so many lines.
  void basket(String tenant, int linesEach) {
    lines.put(tenant, Math.clamp(linesEach, 1, Basket.LINES_MAX));
  }

  /// Baskets of this tenant are as usual.
  void usual(String tenant) {
    lines.remove(tenant);
  }

  /// How many lines the next basket of a tenant has.
  int nextLines(String tenant, RandomGenerator random) {
    Integer fixed = lines.get(tenant);
    return fixed == null ? 1 + random.nextInt(LINES_USUAL) : fixed;
  }
}
