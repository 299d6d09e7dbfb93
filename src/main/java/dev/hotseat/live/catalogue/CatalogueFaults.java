package dev.hotseat.live.catalogue;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import java.util.List;

/// What can be broken.
final class CatalogueFaults {
  private static final Effect OWN = new Effect.Own();

  private CatalogueFaults() {}

  static List<FaultKind> faults() {
    return List.of(
        new FaultKind(
            "large-customer",
            "This share of the lists is the large customer's, who has one order in forty",
            "client",
            OWN,
            "share",
            0.01,
            1,
            0.8),
        new FaultKind(
            "long-report",
            "A report has marked a row and keeps its transaction open for so long",
            "store",
            OWN,
            "s",
            1,
            120,
            20),
        new FaultKind(
            "builder-dies",
            "The process that copies rows for an online build dies",
            "builder",
            OWN,
            "",
            1,
            1,
            1),
        new FaultKind(
            "store-slow",
            "Every statement takes longer",
            Topology.STORE_HOP,
            new Effect.Slow(List.of(Topology.STORE_HOP)),
            "ms",
            1,
            2_000,
            50));
  }
}
