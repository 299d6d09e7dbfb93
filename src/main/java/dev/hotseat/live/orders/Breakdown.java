package dev.hotseat.live.orders;

import dev.hotseat.telemetry.Meter;
import dev.hotseat.telemetry.Meters;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.TickSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every call once more, by route, instance, zone and tenant, and checkouts by the last three
/// alone.
final class Breakdown {
  /// What figures can be broken down by, with the subjects of each.
  static final Map<String, List<String>> DIMENSIONS = dimensions();

  private static final String CHECKOUT = "checkout";

  private final Meters meters;
  private final Map<String, Meter> bySubject = new HashMap<>();
  private volatile Readings last = new Readings(0, Map.of(), Map.of());

  Breakdown(TickSource ticks) {
    List<String> subjects = new ArrayList<>();
    DIMENSIONS.values().forEach(subjects::addAll);
    DIMENSIONS.forEach((dimension, names) -> {
      if (!dimension.equals("route")) {
        names.forEach(name -> subjects.add(checkouts(name)));
      }
    });
    meters = new Meters(ticks, subjects, List.of(), List.of());
    subjects.forEach(name -> bySubject.put(name, meters.operation(name, "")));
  }

  private static Map<String, List<String>> dimensions() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    found.put("route", List.of("product", "orders", "checkout", "search"));
    List<String> instances = new ArrayList<>();
    for (int i = 1; i <= Topology.INSTANCES; i++) {
      instances.add(Topology.instance(i));
    }
    found.put("instance", List.copyOf(instances));
    found.put("zone", List.of("a", "b"));
    found.put("tenant", Request.TENANTS);
    return found;
  }

  /// The subject of the checkouts of an instance, zone or tenant.
  static String checkouts(String name) {
    return CHECKOUT + "/" + name;
  }

  void note(String route, String instance, String zone, String tenant, long nanos, boolean failed) {
    note(route, nanos, failed);
    for (String name : List.of(instance, zone, tenant)) {
      note(name, nanos, failed);
      if (route.equals(CHECKOUT)) {
        note(checkouts(name), nanos, failed);
      }
    }
  }

  private void note(String subject, long nanos, boolean failed) {
    Meter meter = bySubject.get(subject);
    if (meter == null) {
      return;
    }
    if (failed) {
      meter.fail(nanos);
    } else {
      meter.record(nanos);
    }
  }

  /// Closes the second.
  Readings close() {
    last = meters.close(Map.of());
    return last;
  }

  /// As of the last closed second.
  Readings last() {
    return last;
  }
}
