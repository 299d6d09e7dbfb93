package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.ShortenerDesign.AP;
import static dev.hotseat.live.shortener.ShortenerDesign.EU;
import static dev.hotseat.live.shortener.ShortenerDesign.REGIONS;
import static dev.hotseat.live.shortener.ShortenerDesign.US;

import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Parts and hops.
///
/// Everything there is only one of (primary store, key counter, click sink) stands in eu, and an
/// app node elsewhere reaches it through `app.eu`, one round trip per statement. The wide-area hop
/// is separate from the store's so that a statement holds a connection while the database works,
/// not while it travels.
final class Topology {
  /// Connections of the primary store, until the lever `pool-size` says otherwise.
  static final int POOL_USUAL = 16;

  private static final Duration HERE = Duration.ZERO;

  private Topology() {}

  static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (String region : REGIONS) {
      parts.add(new Part("client." + region, Kind.CLIENT, 0));
      parts.add(new Part("edge." + region, Kind.EDGE, 0));
      parts.add(new Part("app." + region, Kind.APP, 0));
      parts.add(new Part("cache." + region, Kind.CACHE, 0));
    }
    parts.add(new Part("store", Kind.STORE, POOL_USUAL));
    parts.add(new Part("replica.us", Kind.REPLICA, POOL_USUAL));
    parts.add(new Part("replica.ap", Kind.REPLICA, POOL_USUAL));
    parts.add(new Part("keys", Kind.WORKER, 0));
    parts.add(new Part("clicks", Kind.STORE, 16));
    parts.add(new Part("disk", Kind.WORKER, 0));
    return parts;
  }

  static List<HopPlan> hops() {
    List<HopPlan> hops = new ArrayList<>();
    for (String region : REGIONS) {
      hops.add(hop("client." + region, "edge." + region, HERE, 1000));
      hops.add(hop("edge." + region, "app." + region, HERE, 1000));
      hops.add(hop("app." + region, "cache." + region, HERE, 100));
    }
    hops.add(hop("app.us", "app.eu", roundTrip(US), 1000));
    hops.add(hop("app.ap", "app.eu", roundTrip(AP), 1000));
    hops.add(hop("app.eu", "store", HERE, 1000));
    hops.add(hop("app.us", "replica.us", HERE, 1000));
    hops.add(hop("app.ap", "replica.ap", HERE, 1000));
    hops.add(hop("store", "replica.us", roundTrip(US).dividedBy(2), 1000));
    hops.add(hop("store", "replica.ap", roundTrip(AP).dividedBy(2), 1000));
    hops.add(hop("app.eu", "keys", HERE, 500));
    hops.add(hop("app.eu", "clicks", HERE, 1000));
    hops.add(hop("clicks", "disk", Duration.ofMillis(2), 1000));
    return hops;
  }

  /// Round trip between a region and eu.
  static Duration roundTrip(String region) {
    return switch (region) {
      case EU -> Duration.ZERO;
      case US -> Duration.ofMillis(80);
      case AP -> Duration.ofMillis(180);
      default -> throw new IllegalArgumentException("region: " + region);
    };
  }

  private static HopPlan hop(String from, String to, Duration travel, long patienceMillis) {
    return new HopPlan(from, to, travel, Duration.ofMillis(patienceMillis));
  }
}
