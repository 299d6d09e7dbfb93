package dev.hotseat.live.orders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// What the tenants' customers do at present. Read for every call that is made, so that a change
/// reaches the traffic that runs.
final class Habits {
  /// A basket usually has so many lines at most.
  static final int LINES_USUAL = 3;

  private final Map<String, Bulk> bulks = new ConcurrentHashMap<>();

  /// Some baskets of a tenant are large.
  ///
  /// @param share how many of them, 0..1
  /// @param lines of each of these, all different
  private record Bulk(double share, int lines) {}

  /// From now on this share of a tenant's baskets has so many lines.
  void bulk(String tenant, double share, int lines) {
    bulks.put(tenant, new Bulk(share, Math.clamp(lines, 1, Basket.LINES_MAX)));
  }

  /// Baskets of this tenant are as usual.
  void usual(String tenant) {
    bulks.remove(tenant);
  }

  /// How many lines the next basket of a tenant has.
  int nextLines(String tenant, RandomGenerator random) {
    Bulk bulk = bulks.get(tenant);
    return bulk != null && random.nextDouble() < bulk.share()
        ? bulk.lines()
        : 1 + random.nextInt(LINES_USUAL);
  }
}
