package dev.hotseat.live.shortener;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The gauges: levels as they are, shares over what happened since they were read last.
final class Instruments {
  private final Collection<Region> regions;
  private final Redirects redirects;
  private final Lookup lookup;
  private final Creations creations;
  private final Truth truth;
  private final Map<String, Long> before = new HashMap<>();

  Instruments(
      Collection<Region> regions,
      Redirects redirects,
      Lookup lookup,
      Creations creations,
      Truth truth) {
    this.regions = regions;
    this.redirects = redirects;
    this.lookup = lookup;
    this.creations = creations;
    this.truth = truth;
  }

  Map<String, Double> gauges() {
    long hits = since("hits", regions.stream().mapToLong(region -> region.cache().hits()).sum());
    long misses =
        since("misses", regions.stream().mapToLong(region -> region.cache().misses()).sum());
    long redirected = since("redirects", redirects.served());
    long read = since("reads", lookup.databaseReads());
    long visits = since("visits", redirects.browsers().visits());
    long known = since("known", redirects.browsers().hits());
    Map<String, Double> gauges = new HashMap<>();
    gauges.put("cacheHitShare", share(hits, hits + misses));
    gauges.put("cacheEntries", (double) regions.stream().mapToLong(r -> r.cache().size()).sum());
    gauges.put("loadsInFlight", (double) lookup.loads().most());
    gauges.put("loadsPerKeyMax", (double) lookup.loads().mostOfOneCode());
    gauges.put("storeReadShare", Math.min(1, share(read, redirected)));
    gauges.put("writesBuffered", (double) truth.bufferedLinks());
    gauges.put("clicksBuffered", (double) truth.bufferedClicks());
    gauges.put("links", (double) creations.links());
    gauges.put("clicksShown", (double) truth.countedClicks());
    gauges.put("keyCollisions", (double) creations.collisions());
    gauges.put("replicaLag", replicaLagMillis());
    gauges.put("browserHitShare", share(known, visits));
    return gauges;
  }

  private double replicaLagMillis() {
    double most = 0;
    for (Region region : regions) {
      Replica replica = region.replica();
      most = replica == null ? most : Math.max(most, replica.lagMillis());
    }
    return most;
  }

  private long since(String name, long now) {
    Long last = before.put(name, now);
    return last == null ? now : now - last;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
