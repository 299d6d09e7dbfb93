package dev.hotseat.live.migration;

import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Parts and hops.
final class Topology {
  /// How many app instances there are.
  static final int APPS = 4;

  /// Connections to the store.
  static final int POOL = 24;

  private static final Duration HERE = Duration.ZERO;
  private static final Duration NEXT_DOOR = Duration.ofMillis(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Topology() {}

  static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("client", Kind.CLIENT, 0));
    parts.add(new Part("edge", Kind.EDGE, 0));
    for (int i = 1; i <= APPS; i++) {
      parts.add(new Part(app(i), Kind.APP, 0));
    }
    parts.add(new Part("store", Kind.STORE, POOL));
    parts.add(new Part("replica", Kind.REPLICA, 0));
    parts.add(new Part("backfill", Kind.WORKER, 0));
    parts.add(new Part("verifier", Kind.WORKER, 0));
    parts.add(new Part("report", Kind.WORKER, 0));
    return parts;
  }

  static List<HopPlan> hops() {
    List<HopPlan> hops = new ArrayList<>();
    hops.add(hop("client", "edge", HERE));
    for (int i = 1; i <= APPS; i++) {
      hops.add(hop("edge", app(i), HERE));
      hops.add(hop(app(i), "store", NEXT_DOOR));
    }
    hops.add(hop("store", "replica", NEXT_DOOR));
    hops.add(hop("backfill", "store", NEXT_DOOR));
    hops.add(hop("verifier", "store", NEXT_DOOR));
    hops.add(hop("report", "store", NEXT_DOOR));
    return hops;
  }

  /// Name of the n-th app instance, from 1.
  static String app(int number) {
    return "app." + number;
  }

  /// Every hop that ends at the store.
  static List<String> toStore() {
    return hops().stream().filter(hop -> hop.to().equals("store")).map(HopPlan::name).toList();
  }

  private static HopPlan hop(String from, String to, Duration travel) {
    return new HopPlan(from, to, travel, PATIENCE);
  }
}
