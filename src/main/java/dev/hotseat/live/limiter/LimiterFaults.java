package dev.hotseat.live.limiter;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import java.util.List;

/// What can be broken, and how clients misbehave.
final class LimiterFaults {
  private static final Effect OWN = new Effect.Own();

  private LimiterFaults() {}

  static List<FaultKind> faults() {
    return List.of(
        new FaultKind(
            "store-down",
            "The counter stores refuse this share of questions",
            "counters",
            new Effect.Fail(Topology.storeHops(), "store-down"),
            "share",
            0.01,
            1,
            1),
        new FaultKind(
            "store-slow",
            "Every answer of the counter stores takes longer",
            "counters",
            new Effect.Slow(Topology.storeHops()),
            "ms",
            1,
            5_000,
            300),
        new FaultKind(
            "region-cut",
            "The node in us cannot reach the counters in eu",
            "gateway.us>counters",
            new Effect.Cut(List.of("gateway.us>counters")),
            "",
            1,
            1,
            1),
        new FaultKind(
            "backend-slow",
            "Every call takes the backend longer, so that it manages fewer",
            "backend",
            new Effect.Slow(Topology.backendHops()),
            "ms",
            1,
            2_000,
            60),
        new FaultKind(
            "clock-ahead", "The clock of gateway.1 runs ahead", "gateway.1", OWN, "s", 1, 60, 5),
        new FaultKind("node-added", "A fifth node takes its turn", "gateway.5", OWN, "", 1, 1, 1),
        new FaultKind("node-removed", "The fourth node is gone", "gateway.4", OWN, "", 1, 1, 1),
        new FaultKind(
            "noisy-tenant",
            "One customer sends this share of all ordinary calls (the seed picks it)",
            "client.eu",
            OWN,
            "share",
            0.05,
            0.99,
            0.9),
        new FaultKind(
            "impatient-clients",
            "Who is refused tries again at once, so many times",
            "client.eu",
            OWN,
            "times",
            1,
            20,
            4),
        new FaultKind(
            "synchronised-clients",
            "So many clients use up what they have, and come back when they are told to",
            "client.eu",
            OWN,
            "clients",
            10,
            2_000,
            300),
        new FaultKind(
            "key-flood",
            "This share of ordinary calls comes with keys never seen before",
            "client.eu",
            OWN,
            "share",
            0.01,
            1,
            0.5));
  }
}
