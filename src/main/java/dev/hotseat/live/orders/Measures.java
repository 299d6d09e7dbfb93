package dev.hotseat.live.orders;

import dev.hotseat.live.Design.Measure;
import java.util.List;

/// What the orders service can tell about the last second, and about the truth.
final class Measures {
  private Measures() {}

  static List<Measure> gauges() {
    return List.of(
        new Measure("offered", "/s", "Calls that came"),
        new Measure("goodput", "/s", "Calls answered well while their client waited"),
        new Measure("retriesPerCall", "retries", "Further tries for each call of a downstream"),
        new Measure("queueLength", "calls", "Calls in line at all instances"),
        new Measure("poolWaiting", "calls", "Calls that wait for a connection"),
        new Measure("instancesUp", "instances", "Instances that take calls"),
        new Measure("gcPauseMillis", "ms/s", "How long processes stood still, all together"),
        new Measure(
            "okSeconds", "s", "In a row with checkout's p99 under 120 ms and errors under 0.5 %"),
        new Measure("badSeconds", "s", "Outside of that since the incident began"),
        new Measure(
            "budgetBurned", "share", "Of a month's error budget of checkout, by the incident"),
        new Measure("incidentSeconds", "s", "Since the incident began"),
        new Measure("wrongOrders", "orders", "Written with a total that their lines do not say"),
        new Measure("harmfulActions", "actions", "Actions after which calls fared worse"));
  }

  static List<Measure> oracles() {
    return List.of(
        new Measure(
            "hurtCustomers",
            "customers",
            "Had a checkout that failed or took over 2 s, since the incident began"),
        new Measure("wrongTotals", "orders", "Their stored total is not what their lines say"),
        new Measure("lostOrders", "orders", "Were promised to a customer and are not there"));
  }
}
