package dev.hotseat.live.migration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.live.Design.Sheet;
import dev.hotseat.live.Jobs;
import dev.hotseat.live.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What people see of a migration while it goes on.
class WatchingTest {
  @Test
  void aLongCopyShowsHowFarItIsStandsStillAndGoesOn() throws InterruptedException {
    try (CustomersRig rig =
        CustomersRig.few("backfill-rate", "500", "batch-size", "100", "checkpoint", "on")) {
      rig.step("create-new-table");
      rig.act("start-backfill");
      await().atMost(60, SECONDS).until(() -> job(rig).map(Jobs.Standing::done).orElse(0.0) > 0);
      Jobs.Standing running = job(rig).orElseThrow();
      rig.act("pause-backfill");
      await().atMost(60, SECONDS).until(() -> in(rig, Jobs.State.PAUSED));
      rig.change("backfill-rate", "0");
      rig.act("resume-backfill");
      await().atMost(60, SECONDS).until(() -> in(rig, Jobs.State.DONE));

      assertThat(running.total()).isEqualTo(2_000);
      assertThat(running.unit()).isEqualTo("rows");
      assertThat(rig.gauge("backfillShare")).isEqualTo(1);
      assertThat(sheet(rig, "backfill").rows().getFirst()).startsWith("done", "2,000", "2,000");
    }
  }

  @Test
  void workThatIsCancelledIsShownAsThatAndNotAsFailed() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("backfill-rate", "100", "batch-size", "100")) {
      rig.step("create-new-table");
      rig.act("start-backfill");
      await().atMost(60, SECONDS).until(() -> in(rig, Jobs.State.RUNNING));

      String said = rig.act("cancel");

      assertThat(said).startsWith("start-backfill was cancelled.");
      await().atMost(60, SECONDS).until(() -> in(rig, Jobs.State.CANCELLED));
      assertThat(sheet(rig, "steps").rows().getLast())
          .startsWith("start-backfill", "cancelled")
          .contains("Cancelled by whoever is on call.");
      assertThat(sheet(rig, "backfill").rows().getFirst()).startsWith("cancelled");
    }
  }

  @Test
  void everySheetCanBeOpenedBeforeDuringAndAfter() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few()) {
      for (String name : names()) {
        assertThat(sheet(rig, name)).isNotNull();
      }
      rig.step("create-new-table");
      rig.step("start-backfill");
      rig.step("verify", "how", "full");

      Listing steps = sheet(rig, "steps");
      assertThat(steps.rows()).extracting(row -> row.get(0)).contains("create-new-table");
      assertThat(steps.rows()).extracting(row -> row.get(4)).contains("drop the new table");
      assertThat(sheet(rig, "parity").rows()).isNotEmpty();
      assertThat(sheet(rig, "rules").rows()).isNotEmpty();
      assertThat(sheet(rig, "disk").rows()).hasSize(2);
      assertThat(sheet(rig, "ddl").rows()).isNotEmpty();
    }
  }

  @Test
  void leversThatArePutBackAreUndoneWithWhatTheyDidAndAreNoStepsOnTheWayBack()
      throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("rows", "1000")) {
      rig.step("create-new-table");
      rig.change("dual-write", "one-transaction");
      rig.change("reads-from-new", "10");
      rig.change("reads-from-new", "50");
      rig.change("reads-from-new", "0");
      rig.change("dual-write", "off");

      assertThat(sheet(rig, "steps").rows())
          .extracting(row -> row.get(0) + ": " + row.get(1))
          .containsExactly(
              "create-new-table: done",
              "dual-write one-transaction: undone",
              "reads-from-new 10: undone",
              "reads-from-new 50: undone",
              "reads-from-new 0: done",
              "dual-write off: done");
      assertThat(rig.act("back-one-step")).contains("The new table is dropped");
      assertThat(rig.act("back-one-step")).contains("nothing to undo");
    }
  }

  @Test
  void theEstimateKnowsHowLongAndHowMuch() {
    Estimates hundredMillion = new Estimates(100_000_000, 120, 20_000);

    assertThat(hundredMillion.copying().toMinutes()).isEqualTo(83);
    assertThat(hundredMillion.extraMb()).isEqualTo(12_000);
    assertThat(hundredMillion.sentence()).contains("83 min at 20,000 rows/s");
  }

  private static List<String> names() {
    return CustomersSheets.sheets().stream().map(Sheet::name).toList();
  }

  private static Listing sheet(CustomersRig rig, String name) throws InterruptedException {
    return rig.system.sheet(name, Map.of());
  }

  private static boolean in(CustomersRig rig, Jobs.State state) {
    return job(rig).filter(each -> each.state() == state).isPresent();
  }

  private static Optional<Jobs.Standing> job(CustomersRig rig) {
    return rig.system.jobs().stream().filter(each -> each.name().equals("backfill")).findFirst();
  }
}
