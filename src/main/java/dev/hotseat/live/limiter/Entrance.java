package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.HashMap;
import java.util.Map;

/// The way of a call to a gateway node: over the balancer in eu, or straight to the node of its
/// region where there is one.
final class Entrance {
  private final Fleet fleet;
  private final Map<String, Hop> toBalancer = new HashMap<>();
  private final Map<String, Hop> toNode = new HashMap<>();

  Entrance(Kit kit, Fleet fleet) {
    this.fleet = fleet;
    for (String region : LimiterDesign.REGIONS) {
      toBalancer.put(region, kit.hop("client." + region + ">balancer"));
    }
    for (Gateway node : fleet.all()) {
      boolean home = node.region().equals(LimiterDesign.EU);
      String from = home ? "balancer" : "client." + node.region();
      toNode.put(node.part(), kit.hop(from + ">" + node.part()));
    }
  }

  Reply enter(Visit visit, Inside inside) throws InterruptedException {
    String region = visit.region();
    if (fleet.standsIn(region)) {
      Gateway node = fleet.of(region);
      return hop(toNode, node.part()).cross(visit, () -> inside.serve(node));
    }
    return hop(toBalancer, region)
        .cross(
            visit,
            () -> {
              Gateway node = fleet.next();
              return hop(toNode, node.part()).cross(visit, () -> inside.serve(node));
            });
  }

  private static Hop hop(Map<String, Hop> hops, String name) {
    Hop found = hops.get(name);
    if (found == null) {
      throw new IllegalStateException("no way to " + name);
    }
    return found;
  }

  /// What a node does.
  interface Inside {
    Reply serve(Gateway node) throws InterruptedException;
  }
}
