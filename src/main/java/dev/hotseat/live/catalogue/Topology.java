package dev.hotseat.live.catalogue;

import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import java.time.Duration;
import java.util.List;

/// Parts and hops: one app before one store, a millisecond away.
final class Topology {
  static final String STORE_HOP = "app>store";

  /// Connections of the store, until the lever `pool-size` says otherwise.
  static final int POOL_USUAL = 16;

  private Topology() {}

  static List<Part> parts() {
    return List.of(
        new Part("client", Kind.CLIENT, 0),
        new Part("app", Kind.APP, 0),
        new Part("store", Kind.STORE, POOL_USUAL),
        new Part("builder", Kind.WORKER, 0));
  }

  static List<HopPlan> hops() {
    return List.of(
        hop("client", "app", 0, 1000),
        hop("app", "store", 1, 3000),
        hop("builder", "store", 0, 3000));
  }

  private static HopPlan hop(String from, String to, long travelMillis, long patienceMillis) {
    return new HopPlan(
        from, to, Duration.ofMillis(travelMillis), Duration.ofMillis(patienceMillis));
  }
}
