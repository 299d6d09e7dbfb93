package dev.hotseat.live.payments;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;

/// Everything about the payments API that has a name outside of it.
final class PaymentsDesign {
  static final String NAME = "idempotent-payments";

  private static final String PAYMENT =
      "{\"amount\":1250,\"currency\":\"EUR\",\"customer\":\"cus-17\"}";

  private PaymentsDesign() {}

  static Design design() {
    return new Design(
        NAME,
        Topology.parts(),
        Topology.hops(),
        operations(),
        traffic(),
        PaymentsLevers.levers(),
        PaymentsFaults.faults(),
        actions(),
        Measures.gauges(),
        Measures.oracles(),
        List.of());
  }

  private static List<Operation> operations() {
    return List.of(
        new Operation(
            "pay",
            "Take a payment; headers Idempotency-Key and X-Tenant (acme or globex)",
            "POST",
            "/payments",
            PAYMENT),
        new Operation(
            "payment", "Show a payment with its whole trail", "GET", "/payments/{id}", ""),
        new Operation(
            "refund",
            "Give part of a payment back; same headers, same rules",
            "POST",
            "/refunds",
            "{\"payment\":\"pay-1001\",\"amount\":250}"),
        new Operation(
            "ledger",
            "Show the double-entry ledger, newest first, and its sums",
            "GET",
            "/ledger",
            ""),
        new Operation(
            "charges", "Show the providers' own books, newest first", "GET", "/psp/charges", ""),
        new Operation(
            "webhook",
            "Hear from the provider that a charge or refund went through",
            "POST",
            "/webhooks/psp",
            "{\"event\":\"evt-1\",\"type\":\"charge.succeeded\",\"charge\":\"ch-1\","
                + "\"reference\":\"pay-1001\"}"),
        new Operation(
            "settle",
            "Fetch the provider's settlement file of a day (CSV)",
            "GET",
            "/psp/settlements/{day}",
            ""),
        new Operation(
            "reconcile",
            "Hold the ledger against a settlement file: the body, or today's where it is empty",
            "POST",
            "/reconciliations",
            ""),
        new Operation(
            "reconciliation", "Show a reconciliation", "GET", "/reconciliations/{id}", ""),
        new Operation(
            "exceptions", "Show what reconciliation could not explain", "GET", "/exceptions", ""),
        new Operation(
            "resolve",
            "Close an exception, saying who did and why",
            "POST",
            "/exceptions/{id}/resolution",
            "{\"who\":\"finance\",\"why\":\"refunded by hand\"}"),
        new Operation(
            "audit",
            "Hold the clients' history against the provider's book and the ledger",
            "GET",
            "/audit",
            ""),
        new Operation(
            "purchase",
            "A phone buys: it makes a key, waits 500 ms, and tries again as the levers say",
            "POST",
            "/phones/{phone}/purchases",
            PAYMENT));
  }

  private static List<Traffic> traffic() {
    return List.of(
        new Traffic(
            "pay",
            "Phones buy: `customers` (1000) of them at `tenants` (2) tenants, with the manners of"
                + " client-retries"),
        new Traffic(
            "twins",
            "`size` (50) requests of one key in a row, straight at the API, as a stuck button"
                + " sends them"),
        new Traffic(
            "reuse-key", "Every second request repeats the key before it with another amount"),
        new Traffic("two-tenants", "Pairs: both tenants send the same key for their own payment"),
        new Traffic(
            "refund", "Three requests in turn: a payment, then twice the same refund of a part"),
        new Traffic(
            "late-retry",
            "Phones that were told 'paid' since the rules for keys changed last ask again with the"
                + " same key; new purchases while there are none"),
        new Traffic("read", "Clients look at payments made lately"));
  }

  private static List<Action> actions() {
    return List.of(
        new Action("complete-now", "Run the completer once, now", Duration.ZERO),
        new Action(
            "reconcile",
            "Fetch today's settlement file and hold the ledger against it",
            Duration.ZERO),
        new Action(
            "audit",
            "Hold the clients' history against the provider's book and the ledger",
            Duration.ZERO),
        new Action(
            "move-region",
            "Move the API to the other region, which has the keys that were copied there",
            Duration.ZERO),
        new Action(
            "kill-api",
            "Kill one process of the API",
            Duration.ZERO,
            List.of(Parameter.number("api", "which", 1, Topology.APIS, "").usually("1"))));
  }
}
