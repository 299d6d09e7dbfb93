package dev.hotseat.live.catalogue;

import static dev.hotseat.live.catalogue.Rig.LIST_INDEX;
import static dev.hotseat.live.catalogue.Rig.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.live.catalogue.Rig.Bustle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What becomes of the calls, and of what they wrote, while the table gets an index.
class ChangesTest {
  private static final String EMAIL = "email";

  @Test
  void aPlainIndexHasTheTableToItselfUntilItIsBuilt() throws InterruptedException {
    try (Rig rig = new Rig("rows", "100000");
        Bustle bustle = rig.bustle()) {
      await().until(() -> bustle.answered() > 50);

      String said = rig.act("create-index", "columns", LIST_INDEX);
      bustle.ended();

      assertThat(said).startsWith("Built orders_customer_status_created_desc in");
      double took = Double.parseDouble(said.replaceAll("(?s).* in ([0-9]+) ms\\..*", "$1"));
      assertThat(rig.gauge("longestReadStall")).isGreaterThan(took / 2);
      assertThat(rig.gauge("longestWriteStall")).isGreaterThan(took / 2);
    }
  }

  @Test
  void anOnlineBuildKeepsNobodyWaitingAndLosesNothing() throws InterruptedException {
    try (Rig rig = new Rig("copy-rate", "10000", "chunk-rows", "200");
        Bustle bustle = rig.bustle()) {
      await().until(() -> bustle.answered() > 50);
      long begun = rig.now();
      rig.act("create-index-online", "columns", EMAIL);
      built(rig);
      double tookMillis = (rig.now() - begun) / 1e6;
      assertThat(rig.gauge("longestStall")).isLessThan(tookMillis / 2);
      rig.act("validate");
      assertThat(rig.gauge("differences")).isZero();

      rig.act("swap");
      int before = bustle.answered();
      await().until(() -> bustle.answered() > before + 100);
      assertThat(bustle.ended()).allMatch(reply -> reply.status() < 300);
      rig.act("validate");

      assertThat(rig.oracle("lostWrites")).isZero();
      assertThat(rig.oracle("staleRows")).isZero();
      assertThat(rig.oracle("missedReads")).isZero();
      assertThat(rig.gauge("indexes")).isEqualTo(1);
      rig.change("email-match", "exact");
      assertThat(rig.scanned("Find")).isLessThan(30);
    }
  }

  @Test
  void aCopyThatIsNotKeptInStepLosesWhatWasWrittenMeanwhile() throws InterruptedException {
    try (Rig rig = new Rig("copy-rate", "20000", "in-step", "off");
        Bustle bustle = rig.bustle()) {
      rig.act("create-index-online", "columns", EMAIL);
      built(rig);
      int before = bustle.answered();
      await().until(() -> bustle.answered() > before + 50);
      rig.act("validate");
      assertThat(rig.gauge("differences")).isGreaterThan(5);

      bustle.ended();
      rig.act("swap");

      await().until(() -> rig.oracle("lostWrites") > 0 && rig.oracle("staleRows") > 0);
    }
  }

  @Test
  void aBuilderThatDiedIsTakenUpWhereItsLastChunkEnded() throws InterruptedException {
    try (Rig rig = new Rig("copy-rate", "10000", "chunk-rows", "500");
        Bustle bustle = rig.bustle()) {
      rig.act("create-index-online", "columns", EMAIL);
      await().until(() -> rig.gauge("buildShare") > 0.2);
      rig.fault("builder-dies");
      rig.stop("builder-dies");
      double dead = rig.gauge("buildShare");
      assertThat(dead).isBetween(0.2, 0.999);

      rig.change("copy-rate", "0");
      assertThat(rig.act("resume-build")).startsWith("Goes on behind row");
      built(rig);
      bustle.ended();
      rig.act("validate");

      assertThat(rig.gauge("differences")).isZero();
      assertThat(rig.number("SELECT COUNT(*) FROM orders_2"))
          .isEqualTo(rig.number("SELECT COUNT(*) FROM orders"));
    }
  }

  @Test
  void theWayBackIsOpenUntilTheOldTableIsDropped() throws InterruptedException {
    try (Rig rig = new Rig("copy-rate", "0");
        Bustle bustle = rig.bustle()) {
      rig.act("create-index-online", "columns", EMAIL);
      built(rig);
      rig.act("swap");
      int before = bustle.answered();
      await().until(() -> bustle.answered() > before + 50);

      assertThat(rig.act("swap-back")).contains("orders is live now");
      bustle.ended();
      rig.act("validate");
      assertThat(rig.oracle("lostWrites") + rig.oracle("staleRows")).isZero();

      rig.act("swap");
      assertThat(rig.act("drop-old", "confirm", "yes")).contains("no way back");
      assertThat(rig.act("swap-back")).contains("nothing to go back to");
    }
  }

  @Test
  void readsTriedOnAHalfBuiltTableMissWhatIsNotThereYet() throws InterruptedException {
    try (Rig rig = new Rig("copy-rate", "2000", "chunk-rows", "100", "reads-from-new", "100")) {
      rig.act("create-index-online", "columns", EMAIL);

      rig.send(20, "order");

      assertThat(rig.oracle("missedReads")).isGreaterThan(0);
      rig.act("abandon-build");
      double missed = rig.oracle("missedReads");
      rig.send(20, "order");
      assertThat(rig.oracle("missedReads")).isEqualTo(missed);
    }
  }

  @Test
  void aReportThatKeepsItsTransactionOpenKeepsTheIndexFromItsLock() throws InterruptedException {
    try (Rig rig = new Rig("rows", "5000")) {
      rig.fault("long-report", 60);
      await().until(() -> rig.number("SELECT COUNT(*) FROM orders") == 5000);
      rig.pause(200);

      assertThat(rig.act("create-index", "columns", EMAIL)).startsWith("Not built");

      rig.stop("long-report");
      await().until(() -> rig.act("create-index", "columns", EMAIL).startsWith("Built"));
    }
  }

  @Test
  void pausingStopsTheCopyAndKeepsTheTablesInStep() throws InterruptedException {
    try (Rig rig = new Rig("copy-rate", "5000", "chunk-rows", "100")) {
      rig.act("create-index-online", "columns", EMAIL);
      await().until(() -> rig.gauge("buildShare") > 0.02);
      assertThat(rig.act("pause-build")).startsWith("Paused at");
      assertThat(rig.gauge("buildShare")).isLessThan(1);
      rig.send(5, "place");
      assertThat(rig.number("SELECT COUNT(*) FROM orders_2 WHERE id > " + ROWS)).isEqualTo(5);
    }
  }

  private static void built(Rig rig) {
    await().atMost(Duration.ofSeconds(60)).until(() -> rig.gauge("buildShare") == 1);
  }
}
