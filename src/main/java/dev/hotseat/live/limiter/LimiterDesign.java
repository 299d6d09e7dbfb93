package dev.hotseat.live.limiter;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;

/// Everything about the rate limiter that has a name outside of it.
final class LimiterDesign {
  static final String EU = "eu";
  static final String US = "us";
  static final String AP = "ap";

  /// Regions a client can be in; the balancer, four nodes and the first store are in the first.
  static final List<String> REGIONS = List.of(EU, US, AP);

  private LimiterDesign() {}

  static Design design() {
    return new Design(
        "rate-limiter",
        Topology.parts(),
        Topology.hops(),
        operations(),
        traffic(),
        LimiterLevers.levers(),
        LimiterFaults.faults(),
        actions(),
        Measures.gauges(),
        Measures.oracles(),
        REGIONS);
  }

  private static List<Operation> operations() {
    return List.of(
        new Operation(
            "call",
            "Call the API behind the gate, with a key in X-Api-Key (free_00017, paid_003);"
                + " /gate/reports costs ten units, everything else one",
            "GET",
            "/gate/items",
            ""),
        new Operation("limits", "Show where a key stands", "GET", "/limits/{key}", ""));
  }

  private static List<Traffic> traffic() {
    return List.of(
        new Traffic(
            "call",
            "Customers call: `noisy` share of one of them (0.6), the rest evenly over `keys`"
                + " (20000), `reports` share of dear calls (0), `region` eu, us, ap or mix (eu)"),
        new Traffic(
            "one-key",
            "One customer alone: `plan` free or paid (free), `key` number (0), `route` (items),"
                + " `region` (eu)"),
        new Traffic(
            "window-edge",
            "Only one free key calls in the `seconds` (1) before and after each edge of the free"
                + " window, two of them in turn; in between everybody else, `region` (eu)"),
        new Traffic(
            "key-flood",
            "Each call with another key, up to `distinct` of them (10000000), `region` (eu)"),
        new Traffic("bad-key", "Calls without a key or with one that cannot be, `region` (eu)"),
        new Traffic(
            "hourly-burst",
            "One free customer after another sends `calls` (1000) in a row, `customers` (10),"
                + " `region` (eu)"),
        new Traffic("reports", "Dear calls only, by `keys` (50) free customers, `region` (eu)"),
        new Traffic("limits", "Owners look where they stand, `keys` (20000), `region` (eu)"));
  }

  private static List<Action> actions() {
    return List.of(
        new Action(
            "forget-key",
            "Give one key a fresh start everywhere",
            Duration.ZERO,
            List.of(Parameter.text("key", "whose, such as `free_00017`", 40))),
        new Action(
            "restart-counters", "Restart the stores and nodes: all is forgotten", Duration.ZERO),
        new Action("audit", "Say what the judge has found", Duration.ZERO));
  }
}
