package dev.hotseat.live.payments;

import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Parts and hops.
///
/// The provider's own answering time is not a property of the way to it: it is spent at the
/// provider, and goes on there when nobody waits for it any more.
final class Topology {
  /// Most API processes.
  static final int APIS = 3;

  /// Connections of the store, until the lever `pool-size` says otherwise.
  static final int POOL_USUAL = 10;

  private static final Duration HERE = Duration.ZERO;
  private static final Duration NEXT_DOOR = Duration.ofMillis(1);
  private static final Duration OTHER_REGION = Duration.ofMillis(70);

  private Topology() {}

  static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("client", Kind.CLIENT, 0));
    parts.add(new Part("edge", Kind.EDGE, 0));
    for (int i = 1; i <= APIS; i++) {
      parts.add(new Part(api(i), Kind.APP, 0));
    }
    parts.add(new Part("store", Kind.STORE, POOL_USUAL));
    parts.add(new Part("store.west", Kind.REPLICA, 0));
    parts.add(new Part("psp", Kind.PROVIDER, 0));
    parts.add(new Part("psp.b", Kind.PROVIDER, 0));
    parts.add(new Part("events", Kind.QUEUE, 0));
    parts.add(new Part("completer", Kind.WORKER, 0));
    parts.add(new Part("reconciler", Kind.WORKER, 0));
    return parts;
  }

  static List<HopPlan> hops() {
    List<HopPlan> hops = new ArrayList<>();
    hops.add(hop("client", "edge", HERE));
    for (int i = 1; i <= APIS; i++) {
      String api = api(i);
      hops.add(hop("edge", api, HERE));
      hops.add(hop(api, "store", NEXT_DOOR));
      hops.add(hop(api, "psp", HERE));
      hops.add(hop(api, "psp.b", HERE));
      hops.add(hop(api, "events", HERE));
    }
    hops.add(hop("store", "store.west", OTHER_REGION));
    hops.add(hop("store", "events", HERE));
    hops.add(hop("psp", "edge", HERE));
    hops.add(hop("completer", "store", NEXT_DOOR));
    hops.add(hop("completer", "psp", HERE));
    hops.add(hop("completer", "psp.b", HERE));
    hops.add(hop("reconciler", "store", NEXT_DOOR));
    hops.add(hop("reconciler", "psp", HERE));
    return hops;
  }

  /// Name of the n-th API process, from 1.
  static String api(int number) {
    return "api." + number;
  }

  /// Hops of every API process to a part.
  static List<String> fromApis(String part) {
    List<String> hops = new ArrayList<>();
    for (int i = 1; i <= APIS; i++) {
      hops.add(api(i) + ">" + part);
    }
    return hops;
  }

  private static HopPlan hop(String from, String to, Duration travel) {
    return new HopPlan(from, to, travel, Duration.ofSeconds(2));
  }
}
