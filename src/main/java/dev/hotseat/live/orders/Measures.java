package dev.hotseat.live.orders;

import dev.hotseat.live.Design.Measure;
import java.util.List;

/// What the orders service can tell about the last second, and about the truth.
final class Measures {
  private Measures() {}

  static List<Measure> gauges() {
    return List.of(
        new Measure("offered", "/s", "Calls that came, last second"),
        new Measure("goodput", "/s", "Calls answered well while their client waited, last second"),
        new Measure("queueLength", "calls", "Calls in line at all instances"),
        new Measure("instancesUp", "instances", "Instances that take calls"));
  }

  static List<Measure> oracles() {
    return List.of();
  }
}
