package dev.hotseat.live.orders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// What the tenants' customers do at present. Read for every call that is made, so that a change
/// reaches the traffic that runs.
final class Habits {
  /// A basket usually has so many lines at most.
  static final int LINES_USUAL = 3;

  /// A large basket has so many products, however many lines it has.
  static final int PRODUCTS_OF_BULK = 40;

  private final Map<String, Bulk> bulks = new ConcurrentHashMap<>();

  /// Some baskets of a tenant are large.
  ///
  /// @param share how many of them, 0..1
  /// @param lines of each of these: the same few products for each of many offices
  /// @param begun how many of these there were
  private record Bulk(double share, int lines, AtomicInteger begun) {}

  /// From now on this share of a tenant's baskets has so many lines.
  void bulk(String tenant, double share, int lines) {
    bulks.put(tenant, new Bulk(share, Math.clamp(lines, 1, Basket.LINES_MAX), new AtomicInteger()));
  }

  /// Baskets of this tenant are as usual.
  void usual(String tenant) {
    bulks.remove(tenant);
  }

  /// Where on the shelf the next large basket of a tenant begins: where its last one ended, since
  /// whoever buys by the hundred works through a list.
  int nextPlace(String tenant) {
    Bulk bulk = bulks.get(tenant);
    return bulk == null ? 0 : PRODUCTS_OF_BULK * bulk.begun().getAndIncrement();
  }

  /// How many lines the next basket of a tenant has.
  int nextLines(String tenant, RandomGenerator random) {
    Bulk bulk = bulks.get(tenant);
    return bulk != null && random.nextDouble() < bulk.share()
        ? bulk.lines()
        : 1 + random.nextInt(LINES_USUAL);
  }
}
