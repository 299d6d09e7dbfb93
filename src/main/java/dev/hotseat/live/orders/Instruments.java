package dev.hotseat.live.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the gauges of the design read.
final class Instruments {
  private final Fleet fleet;
  private final Seconds seconds;
  private final Ledger ledger;
  private final OrderBook book;

  Instruments(Fleet fleet, Seconds seconds, Ledger ledger, OrderBook book) {
    this.fleet = fleet;
    this.seconds = seconds;
    this.ledger = ledger;
    this.book = book;
  }

  Map<String, Double> gauges() {
    Seconds.Snapshot now = seconds.last();
    Collection<Vitals> vitals = now.vitals().values();
    Map<String, Double> found = new HashMap<>();
    found.put("offered", now.offered());
    found.put("goodput", now.goodput());
    found.put("retriesPerCall", now.retriesPerCall());
    found.put("queueLength", (double) fleet.started().stream().mapToInt(Instance::waiting).sum());
    found.put(
        "poolWaiting", (double) vitals.stream().mapToInt(each -> each.pool().waiting()).sum());
    found.put("instancesUp", (double) fleet.all().stream().filter(Instance::takesCalls).count());
    found.put("gcPauseMillis", vitals.stream().mapToDouble(Vitals::pausedMillis).sum());
    found.put("harmfulActions", (double) ledger.consequences().harmful().size());
    found.put("wrongOrders", (double) book.writtenWrongly());
    incident(ledger.incident().cost(), found);
    return found;
  }

  /// Before there is an incident nothing is known of one.
  private static void incident(Incident.Cost cost, Map<String, Double> into) {
    into.put("okSeconds", (double) cost.okSeconds());
    into.put("badSeconds", (double) cost.badSeconds());
    into.put("budgetBurned", cost.budgetBurned());
    if (cost.began()) {
      into.put("incidentSeconds", cost.seconds());
    }
  }

  double hurtCustomers() {
    return ledger.incident().cost().hurtCustomers();
  }
}
