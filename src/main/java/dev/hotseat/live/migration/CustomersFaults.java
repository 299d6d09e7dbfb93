package dev.hotseat.live.migration;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import java.util.List;

/// What can be broken.
final class CustomersFaults {
  private static final Effect OWN = new Effect.Own();

  private CustomersFaults() {}

  static List<FaultKind> faults() {
    return List.of(
        new FaultKind(
            "backfill-dies",
            "The process that copies rows dies when it has copied this share of them",
            "backfill",
            OWN,
            "%",
            1,
            99,
            40),
        new FaultKind(
            "replica-lag",
            "The replica hears of every change this much later",
            "store>replica",
            new Effect.Slow(List.of("store>replica")),
            "ms",
            10,
            60_000,
            3_000),
        new FaultKind(
            "long-report",
            "A report keeps a transaction open on the old table for so long",
            "report>store",
            OWN,
            "s",
            1,
            600,
            30),
        new FaultKind(
            "app-dies-between-writes",
            "An instance dies when it has written the old table, before it writes the new one;"
                + " the next one so many seconds later",
            "app",
            OWN,
            "s",
            0.05,
            600,
            5),
        new FaultKind(
            "hot-rows",
            "This share of updates goes to rows that are being copied at the moment",
            "client",
            OWN,
            "share",
            0.01,
            1,
            0.8),
        new FaultKind(
            "network-pause",
            "Nothing gets through to the store: what was sent waits until it is over, 2 s at most",
            "store",
            new Effect.Cut(Topology.toStore()),
            "",
            1,
            1,
            1),
        new FaultKind(
            "rollback-ordered",
            "Management wants the last step undone, now",
            "client",
            OWN,
            "",
            1,
            1,
            1));
  }
}
