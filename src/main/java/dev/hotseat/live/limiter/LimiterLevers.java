package dev.hotseat.live.limiter;

import dev.hotseat.live.Lever;
import dev.hotseat.live.Lever.Choice;
import dev.hotseat.live.Lever.Number;
import dev.hotseat.live.Lever.Switch;
import java.util.List;

/// The design decisions. The initial values are a first draft that works at a quiet rate and has
/// something wrong with it in every corner.
final class LimiterLevers {
  private LimiterLevers() {}

  static List<Lever> levers() {
    return List.of(
        new Choice(
            "algorithm",
            "What decides; another one starts with nobody having used anything",
            List.of(
                "fixed-window",
                "sliding-log",
                "sliding-counter",
                "token-bucket",
                "leaky-bucket",
                "gcra"),
            "fixed-window"),
        new Choice(
            "state",
            "Where the counters are: in each node, in a shared store that decides in one step, in a"
                + " shared store that is read and then written, in each node and reconciled, or the"
                + " limit divided among the nodes",
            List.of("per-node", "store-atomic", "store-read-write", "async-sync", "local-share"),
            "per-node"),
        new Choice(
            "scope",
            "Whose limit it is: everybody's together, each key's, or each key's on each route",
            List.of("global", "key", "key-route"),
            "key"),
        new Number("global-rate", "The one limit of scope global", 1, 200_000, "calls/s", 2_000),
        new Number("free-limit", "Units of the free plan in one window", 1, 100_000, "units", 100),
        new Number("free-window", "Window of the free plan", 1, 3_600, "s", 60),
        new Number(
            "burst",
            "What a token bucket or GCRA lets a rested key use at once, of its limit",
            1,
            1_000,
            "%",
            100),
        new Number(
            "queue-time", "Longest wait in the queue of a leaky bucket", 0, 60_000, "ms", 1_000),
        new Choice(
            "clock",
            "Whose clock a shared decision uses: the asking node's or the store's",
            List.of("node", "store"),
            "node"),
        new Choice(
            "store-failure",
            "What happens when the store does not answer: nobody passes, everybody passes, or each"
                + " node decides alone with its share of the limit",
            List.of("closed", "open", "local-share"),
            "closed"),
        new Number(
            "store-timeout",
            "How long a node waits for the store; 0 without end",
            0,
            5_000,
            "ms",
            0),
        new Number("sync-interval", "Time between two rounds of async-sync", 10, 10_000, "ms", 500),
        new Choice(
            "membership",
            "How many nodes share a limit: as configured, or those in service",
            List.of("configured", "live"),
            "configured"),
        new Choice(
            "retry-after",
            "What a refused client is told: the right second, that plus up to one window by chance,"
                + " or nothing",
            List.of("exact", "jittered", "absent"),
            "exact"),
        new Choice(
            "eviction",
            "Which keys are forgotten: none, those that decide like new ones, or, when a table is"
                + " full, also those not asked for lately",
            List.of("never", "idle", "lru"),
            "never"),
        new Number(
            "keys-max",
            "Keys that one table has room for; what happens then is up to eviction",
            1_000,
            1_000_000,
            "keys",
            100_000),
        new Number(
            "shed",
            "Calls waiting for the backend beyond which the gate answers 503; 0 never",
            0,
            10_000,
            "calls",
            0),
        new Choice(
            "regions",
            "Where gateways and backends stand: in eu, or in eu, us and ap",
            List.of("one", "three"),
            "one"),
        new Choice(
            "stores",
            "Which store a node of three regions asks: the one in eu, its own with the whole limit,"
                + " or its own with a third of it",
            List.of("home", "per-region", "per-region-share"),
            "home"),
        new Choice(
            "counting",
            "What a call takes from the limit: one, or what its route costs",
            List.of("requests", "cost"),
            "requests"),
        new Switch(
            "hourly-burst",
            "Whether a key may use ten times its limit within one window, once an hour",
            false));
  }
}
