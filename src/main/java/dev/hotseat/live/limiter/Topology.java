package dev.hotseat.live.limiter;

import static dev.hotseat.live.limiter.LimiterDesign.EU;
import static dev.hotseat.live.limiter.LimiterDesign.REGIONS;

import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Parts and hops.
///
/// In eu a balancer hands calls to four nodes in turn, a fifth is spare. The other regions have one
/// node, one store and one backend each, which stand idle until the lever `regions` says three.
final class Topology {
  /// Nodes in eu, the spare one included.
  static final int HOME_NODES = 5;

  /// Calls that a backend works on at once.
  static final int BACKEND_SLOTS = 40;

  private static final Duration HERE = Duration.ZERO;
  private static final Duration TO_STORE = Duration.ofMillis(1);
  private static final Duration BACKEND_WORK = Duration.ofMillis(20);

  private Topology() {}

  static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    REGIONS.forEach(region -> parts.add(new Part("client." + region, Kind.CLIENT, 0)));
    parts.add(new Part("balancer", Kind.EDGE, 0));
    nodes().forEach(node -> parts.add(new Part(node.name, Kind.APP, 0)));
    REGIONS.forEach(region -> parts.add(new Part(store(region), Kind.CACHE, 0)));
    REGIONS.forEach(region -> parts.add(new Part(backend(region), Kind.PROVIDER, BACKEND_SLOTS)));
    return parts;
  }

  static List<HopPlan> hops() {
    List<HopPlan> hops = new ArrayList<>();
    for (String region : REGIONS) {
      hops.add(hop("client." + region, "balancer", ocean(region), 1000));
      if (!region.equals(EU)) {
        hops.add(hop("client." + region, "gateway." + region, HERE, 1000));
      }
    }
    for (Place node : nodes()) {
      if (node.region.equals(EU)) {
        hops.add(hop("balancer", node.name, HERE, 1000));
        hops.add(hop(node.name, store(EU), TO_STORE, 1000));
      } else {
        hops.add(hop(node.name, store(EU), ocean(node.region), 1000));
        hops.add(hop(node.name, store(node.region), TO_STORE, 1000));
      }
      hops.add(hop(node.name, backend(node.region), BACKEND_WORK, 1000));
    }
    return hops;
  }

  /// Hops to stores, of all nodes.
  static List<String> storeHops() {
    return hops().stream().map(HopPlan::name).filter(name -> name.contains(">counters")).toList();
  }

  /// Hops to backends, of all nodes.
  static List<String> backendHops() {
    return hops().stream().map(HopPlan::name).filter(name -> name.contains(">backend")).toList();
  }

  static String store(String region) {
    return region.equals(EU) ? "counters" : "counters." + region;
  }

  static String backend(String region) {
    return region.equals(EU) ? "backend" : "backend." + region;
  }

  /// Round trip between a region and eu.
  private static Duration ocean(String region) {
    return switch (region) {
      case LimiterDesign.US -> Duration.ofMillis(80);
      case LimiterDesign.AP -> Duration.ofMillis(180);
      default -> HERE;
    };
  }

  private static List<Place> nodes() {
    List<Place> nodes = new ArrayList<>();
    for (int number = 1; number <= HOME_NODES; number++) {
      nodes.add(new Place("gateway." + number, EU));
    }
    REGIONS.stream()
        .filter(region -> !region.equals(EU))
        .forEach(region -> nodes.add(new Place("gateway." + region, region)));
    return nodes;
  }

  private static HopPlan hop(String from, String to, Duration travel, long patienceMillis) {
    return new HopPlan(from, to, travel, Duration.ofMillis(patienceMillis));
  }

  private record Place(String name, String region) {}
}
