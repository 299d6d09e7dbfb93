package dev.hotseat.live.orders;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that can happen to the service.
final class Causes {
  private static final double LEAST = 0.25;
  private static final double MOST = 2;

  private final Map<String, Cause> byName = new LinkedHashMap<>();

  Causes() {
    all().forEach(cause -> byName.put(cause.name(), cause));
  }

  /*
   * The intensity is how many times as heavy as usual it comes: twice the rows, twice the delay. With
   * the usual one a checkout takes about ten times as long as on a good night.
   */
  /// The faults of the design.
  static List<FaultKind> kinds() {
    return List.of(
        kind("missing-index", "A release asks a question that no index answers", "db"),
        kind("n-plus-one", "A release asks once for every row", "db"),
        kind("call-in-transaction", "A release calls out while its transaction is open", "db"),
        kind("connection-leak", "A release forgets to give connections back", "pool"),
        kind(
            "pricing-slow",
            "Some answers of pricing take long; nothing limits the wait",
            "pricing"),
        kind(
            "retry-storm",
            "Payments stands still for five seconds; retries do the rest",
            "payments"),
        kind("hot-row-lock", "A job of the night holds the row that everybody wants", "batch"),
        kind("sick-instance", "The line to one instance loses packets", "orders"),
        kind("big-baskets", "One tenant's customers buy by the hundred", "client"),
        kind(
            "gc-pauses",
            "A release keeps pages for ever; processes stop to look through them",
            "orders"),
        kind("pool-shrunk", "A config change leaves each instance one connection", "pool"),
        kind(
            "queue-enlarged",
            "A config change lengthens the lines, and a campaign fills them",
            "orders"),
        kind("busy-node", "One node computes something of no importance", "orders"),
        kind("harmless-deploy", "A release that changes nothing that matters", "orders"),
        kind("scary-log", "Frightening lines of another day are logged once more", "orders"),
        kind("slow-route", "A report that nobody waits for takes long", "orders"),
        kind(
            "double-discount",
            "A release takes discounts off twice, and writes it down",
            "orders"));
  }

  private static FaultKind kind(String name, String meaning, String where) {
    return new FaultKind(name, meaning, where, new Effect.Own(), "x", LEAST, MOST, 1);
  }

  /// @throws IllegalArgumentException when there is none of that name
  Cause named(String name) {
    Cause found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no such fault: " + name);
    }
    return found;
  }

  private static List<Cause> all() {
    return List.of(
        Flaws.missingIndex(),
        Flaws.orderByOrder(),
        Flaws.callInTransaction(),
        Flaws.connectionLeak(),
        new Happenings.SlowPricing(),
        new Retunings.RetryStorm(),
        new Happenings.HotRow(),
        new Happenings.SickInstance(),
        new Happenings.BigBaskets(),
        Flaws.unboundedCache(),
        new Retunings.SmallPool(),
        new Retunings.LongQueue(),
        new Herrings.BusyNode(),
        new Herrings.HarmlessDeploy(),
        new Herrings.ScaryLog(),
        new Herrings.SlowRoute(),
        Flaws.doubleDiscount());
  }
}
