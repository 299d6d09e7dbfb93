package dev.hotseat.live.payments;

import dev.hotseat.live.Design.Measure;
import java.util.List;

/// What the payments API can tell about the last second, and about the truth.
final class Measures {
  private Measures() {}

  static List<Measure> gauges() {
    return List.of(
        new Measure("paymentsPending", "payments", "Begun, and neither settled nor failed"),
        new Measure("oldestPending", "s", "Age of the oldest of them"),
        new Measure("keysHeld", "keys", "Rows of the key table"),
        new Measure("keysInFlight", "keys", "Keys whose request is not finished"),
        new Measure("replays", "/s", "Requests answered with a stored reply"),
        new Measure("conflicts", "/s", "Requests told that their key is in flight"),
        new Measure("mismatches", "/s", "Requests refused for a key with another body"),
        new Measure("triesPerPurchase", "tries", "Requests a purchase took, last second"),
        new Measure("unsure", "purchases", "Purchases whose phone never learnt the outcome"),
        new Measure("outboxWaiting", "events", "Announcements written and not yet sent"),
        new Measure("webhooksWaiting", "messages", "The provider's messages under way"),
        new Measure("apisUp", "processes", "API processes that take work"),
        new Measure("kills", "deaths", "Processes that died, since start"),
        new Measure("charges", "charges", "Charges in the providers' books"),
        new Measure("payments", "payments", "Payments that our books call settled"),
        new Measure("exceptionsOpen", "exceptions", "Open exceptions of reconciliation"),
        new Measure(
            "heldAcrossCall", "connections", "Connections held while the provider is asked"));
  }

  static List<Measure> oracles() {
    return List.of(
        new Measure("doubleCharges", "orders", "Orders the providers charged more than once"),
        new Measure("orphans", "charges", "Charged, not in the ledger, and nobody is on to it"),
        new Measure("phantoms", "payments", "In the ledger, and not charged or booked twice"),
        new Measure(
            "ledgerImbalance", "payments", "Payments whose ledger entries do not sum to zero"),
        new Measure("wrongReplays", "replies", "Replies that belong to another request"),
        new Measure("falseDeclines", "orders", "The client was told 'not paid', and was charged"),
        new Measure("lostPayments", "orders", "The client was told 'paid', and there is no charge"),
        new Measure("stuckOrders", "orders", "Retries can only ever hear a stored error or 409"),
        new Measure("lostEvents", "payments", "Settled and never announced"),
        new Measure("doubleRefunds", "orders", "Refunds that were paid out more than once"),
        new Measure("untraceable", "charges", "Charges of which no trail speaks"));
  }
}
