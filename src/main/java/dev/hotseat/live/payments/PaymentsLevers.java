package dev.hotseat.live.payments;

import dev.hotseat.live.Lever;
import dev.hotseat.live.Lever.Choice;
import dev.hotseat.live.Lever.Number;
import dev.hotseat.live.Lever.Switch;
import java.util.List;

/// The design decisions. The initial values are a first draft that takes every payment of a quiet
/// morning and has something wrong with it in every corner.
final class PaymentsLevers {
  private PaymentsLevers() {}

  static List<Lever> levers() {
    return List.of(
        new Choice(
            "keys",
            "What the API does with the Idempotency-Key of a request",
            List.of("none", "check-then-insert", "unique-claim", "claim-with-fingerprint"),
            "none"),
        new Choice(
            "key-scope", "Within what a key is unique", List.of("global", "per-tenant"), "global"),
        new Choice(
            "in-flight",
            "What a request hears whose key is still being worked on",
            List.of("wait", "conflict", "process-again"),
            "process-again"),
        new Choice(
            "transaction",
            "One transaction held open while the provider is asked, or a claim before and the"
                + " result after",
            List.of("open-across-call", "claim-call-commit"),
            "open-across-call"),
        new Choice(
            "provider-key",
            "Whether the provider is sent an idempotency key of ours",
            List.of("not-sent", "sent"),
            "not-sent"),
        new Choice(
            "after-timeout",
            "What a provider's silence is taken for",
            List.of("assume-failed", "query-provider", "leave-to-completer"),
            "assume-failed"),
        new Choice(
            "replay-errors",
            "What a key that ended in a server error does for the next request",
            List.of("stored", "re-executed"),
            "stored"),
        new Switch(
            "one-transaction", "Book the ledger in the transaction that sets the status", false),
        new Switch("outbox", "Announce payments from a table written with the status", false),
        new Switch("completer", "A worker that finishes what a process left behind", false),
        new Number("completer-every", "How often the completer looks", 200, 60_000, "ms", 2_000),
        new Number("key-lifetime", "How long a key is honoured", 1, 168, "h", 24),
        new Switch("one-per-order", "Business rule: one payment per order of a tenant", false),
        new Number(
            "provider-timeout",
            "How long the API waits for the provider",
            100,
            10_000,
            "ms",
            2_000),
        new Choice(
            "second-provider",
            "When a charge is sent to the second provider instead",
            List.of("off", "on-any-error", "on-definite-error"),
            "off"),
        new Choice(
            "key-copies",
            "When keys reach the other region: never, soon after, or before the request goes on",
            List.of("none", "asynchronous", "synchronous"),
            "none"),
        new Choice(
            "webhooks",
            "What the API does with the provider's messages",
            List.of("ignored", "apply", "apply-once"),
            "apply"),
        new Choice(
            "client-retries",
            "What phones do when they hear nothing or an error",
            List.of("none", "immediate", "back-off"),
            "immediate"),
        new Number("retry-limit", "How often a phone tries again", 1, 10, "", 1),
        new Number(
            "pool-size", "Connections to the store", 1, 200, "connections", Topology.POOL_USUAL),
        new Number("apis", "API processes", 1, Topology.APIS, "", Topology.APIS));
  }
}
