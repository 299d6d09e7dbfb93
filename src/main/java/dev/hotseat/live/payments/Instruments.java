package dev.hotseat.live.payments;

import dev.hotseat.live.payments.Snapshot.Counts;
import dev.hotseat.live.payments.Snapshot.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The gauges: levels as they are, rates over what happened since they were read last.
final class Instruments {
  private final Edge edge;
  private final Replays replays;
  private final Held held;
  private final Courier courier;
  private final Phones phones;
  private final Settling settling;
  private final Supplier<Counts> counts;
  private final Supplier<Choices> choices;
  private final Map<String, Long> before = new HashMap<>();

  Instruments(
      Edge edge,
      Replays replays,
      Held held,
      Courier courier,
      Phones phones,
      Settling settling,
      Supplier<Counts> counts,
      Supplier<Choices> choices) {
    this.edge = edge;
    this.replays = replays;
    this.held = held;
    this.courier = courier;
    this.phones = phones;
    this.settling = settling;
    this.counts = counts;
    this.choices = choices;
  }

  Map<String, Double> gauges() {
    Counts books = counts.get();
    Tables tables = books.tables();
    long ended = since("ended", phones.ended());
    long tries = since("tries", phones.tries());
    Map<String, Double> gauges = new HashMap<>();
    gauges.put("paymentsPending", (double) tables.unfinished().size());
    gauges.put("oldestPending", tables.oldestUnfinishedSeconds());
    gauges.put("keysHeld", (double) books.keys().held());
    gauges.put("keysInFlight", (double) books.keys().inFlight());
    gauges.put("replays", (double) since("replays", replays.replayed()));
    gauges.put("conflicts", (double) since("conflicts", replays.conflicts()));
    gauges.put("mismatches", (double) since("mismatches", replays.mismatches()));
    if (ended > 0) {
      gauges.put("triesPerPurchase", (double) tries / ended);
    }
    gauges.put("unsure", (double) phones.unsure());
    gauges.put("outboxWaiting", (double) tables.outbox().size());
    gauges.put("webhooksWaiting", (double) courier.underWay());
    gauges.put("apisUp", (double) edge.up(choices.get()));
    gauges.put("kills", (double) edge.deaths());
    gauges.put("charges", (double) books.charges());
    gauges.put("payments", (double) settling.settled());
    gauges.put("exceptionsOpen", (double) tables.exceptionsOpen());
    gauges.put("heldAcrossCall", (double) held.now());
    return gauges;
  }

  private long since(String what, long now) {
    Long last = before.put(what, now);
    return last == null ? now : now - last;
  }
}
