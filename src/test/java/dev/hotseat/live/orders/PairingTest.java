package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.fault.FaultInForce;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What can happen together, and that all of it can be undone.
class PairingTest {
  private static final List<String> CAUSES =
      List.of(
          "missing-index",
          "n-plus-one",
          "call-in-transaction",
          "connection-leak",
          "pricing-slow",
          "retry-storm",
          "hot-row-lock",
          "sick-instance",
          "big-baskets",
          "gc-pauses",
          "pool-shrunk",
          "queue-enlarged");
  private static final List<String> HERRINGS =
      List.of("busy-node", "harmless-deploy", "scary-log", "slow-route");

  @Test
  void everyCauseGoesWithEveryRedHerringAndLeavesNothing() throws InterruptedException {
    try (Rig rig = new Rig()) {
      Map<String, String> before = state(rig);
      for (String cause : CAUSES) {
        for (String herring : HERRINGS) {
          rig.fault(herring);
          rig.fault(cause);
          assertThat(rig.system.faults().stream().map(FaultInForce::kind).map(kind -> kind.name()))
              .containsExactlyInAnyOrder(cause, herring);
          rig.stop(cause);
          rig.stop(herring);

          assertThat(state(rig)).as(cause + " with " + herring).isEqualTo(before);
        }
      }
    }
  }

  private static Map<String, String> state(Rig rig) throws InterruptedException {
    Scene scene = rig.scene();
    return Map.of(
        "traits", scene.releases().current().traits().toString(),
        "values", rig.system.sheet("config", Map.of()).text(),
        "flags", rig.system.sheet("flags", Map.of()).rows().toString(),
        "pricing", scene.pricing().manners().toString(),
        "payments", scene.payments().manners().toString(),
        "job", "" + scene.warehouse().night().recounting(),
        "burdens", scene.burdens().toString());
  }

  @Test
  void aLaterDeployIsLaterWhateverWasDrawn() throws InterruptedException {
    try (Rig rig = new Rig()) {
      rig.fault("harmless-deploy");
      rig.fault("missing-index");
      rig.fault("gc-pauses");

      assertThat(rig.scene().releases().all())
          .hasSizeGreaterThan(8)
          .isSortedAccordingTo(Comparator.comparing(Deploy::at));
    }
  }

  @Test
  void nothingThatACandidateReadsNamesTheCause() throws InterruptedException {
    try (Rig rig = new Rig()) {
      for (String cause : CAUSES) {
        rig.fault(cause);
        StringBuilder read = new StringBuilder();
        for (String sheet : List.of("deploys", "config", "flags", "statements", "slow-queries")) {
          read.append(rig.system.sheet(sheet, Map.of()).rows());
        }
        rig.stop(cause);

        assertThat(read.toString()).doesNotContain(cause).doesNotContain("Flaw");
      }
    }
  }
}
