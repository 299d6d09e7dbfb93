package dev.hotseat.live.payments;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import java.util.List;

/// What can be broken.
final class PaymentsFaults {
  private static final Effect OWN = new Effect.Own();

  private PaymentsFaults() {}

  static List<FaultKind> faults() {
    return List.of(
        share("response-lost", "Replies get lost after the work is done", "client>edge", 0.1),
        new FaultKind(
            "request-lost",
            "Requests get lost before they arrive",
            "client>edge",
            new Effect.Fail(List.of("client>edge"), "request-lost"),
            "share",
            0.01,
            1,
            0.1),
        share("provider-slow", "Charges take longer than phones wait", "psp", 0.2),
        new FaultKind(
            "provider-delay", "Every charge takes longer", "psp", OWN, "ms", 1, 10_000, 600),
        share("provider-times-out", "The provider charges, then never answers", "psp", 0.1),
        new FaultKind(
            "provider-down",
            "The provider refuses connections: surely nothing is charged",
            "psp",
            new Effect.Fail(providerHops(), "provider-down"),
            "share",
            0.01,
            1,
            1),
        kill("kill-after-claim", "A process dies when it has claimed a key"),
        kill("kill-after-charge", "A process dies when it has charged, before it commits"),
        kill("kill-in-commit", "A process dies between the status and the ledger"),
        kill("kill-after-commit", "A process dies when it has committed, before it replies"),
        share("twin-requests", "Purchases are sent twice at once, with one key", "client", 0.3),
        share(
            "key-reused",
            "Phones use the key of a purchase again, with another amount",
            "client",
            0.1),
        share(
            "tenants-share-keys",
            "A phone of the other tenant comes up with the same key",
            "client",
            0.1),
        new FaultKind(
            "store-slow",
            "Every visit to the store takes longer",
            "store",
            new Effect.Slow(Topology.fromApis("store")),
            "ms",
            1,
            5_000,
            200),
        share("webhook-duplicated", "The provider sends messages twice", "psp>edge", 0.5),
        share("webhook-reordered", "The provider's messages overtake each other", "psp>edge", 0.5),
        new FaultKind("clock-forward", "So many hours pass at once", "world", OWN, "h", 1, 200, 24),
        new FaultKind(
            "clock-skew", "The clock of api.2 is wrong", "api.2", OWN, "min", -60, 60, 10),
        new FaultKind(
            "settlement-late",
            "The settlement file ends before the last quarter of the charges",
            "psp",
            OWN,
            "",
            1,
            1,
            1),
        share("settlement-partial", "Lines are missing from the settlement file", "psp", 0.2),
        share(
            "settlement-wrong",
            "Lines of the settlement file come twice or with another amount",
            "psp",
            0.1));
  }

  private static List<String> providerHops() {
    List<String> hops = new java.util.ArrayList<>(Topology.fromApis("psp"));
    hops.add("completer>psp");
    return hops;
  }

  private static FaultKind share(String name, String meaning, String where, double usual) {
    return new FaultKind(name, meaning, where, OWN, "share", 0.01, 1, usual);
  }

  /// The intensity is how many seconds pass at least between two deaths.
  private static FaultKind kill(String name, String meaning) {
    return new FaultKind(name, meaning, "api", OWN, "s", 0.05, 600, 5);
  }
}
