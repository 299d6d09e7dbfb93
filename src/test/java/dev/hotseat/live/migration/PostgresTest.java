package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.PostgresServer;
import dev.hotseat.testing.LocalPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same customers on the other engine, and what it does differently.
class PostgresTest {
  private final PostgresServer server = LocalPostgres.server();

  @Test
  void nobodyNoticesTheRightWayThoughHalfTheAppDiesAtEveryBoundary() throws InterruptedException {
    try (Crossing crossing = Crossing.onPostgres(server, 2, 5_000)) {
      crossing.fault("backfill-dies", 40);
      crossing.takeDying(Crossing.THERE, 20);
      crossing.takeDying(Crossing.FOR_GOOD, 20);

      assertThat(crossing.judged().values()).allMatch(count -> count == 0);
      assertThat(crossing.failures).isEmpty();
      assertThat(crossing.gauge("mismatches")).isZero();
    }
  }

  @Test
  void nobodyNoticesTheWayBack() throws InterruptedException {
    try (Crossing crossing = Crossing.onPostgres(server, 3, 5_000)) {
      for (Crossing.Step step : Crossing.THERE) {
        step.take(crossing);
      }
      crossing.takeDying(Crossing.BACK, 20);

      assertThat(crossing.judged().values()).allMatch(count -> count == 0);
      assertThat(crossing.failures).isEmpty();
      assertThat(crossing.number(tables("customers_new"))).isZero();
    }
  }

  /// Unlike the other engine: there the writes made meanwhile are gone, and the test beside this
  /// one counts them.
  @Test
  void anAlterInPlaceLosesNoAcknowledgedWrite() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.onPostgres(server, "rows", "4000")) {
      try (CustomersRig.Storm changes = rig.storm(3, "replace");
          CustomersRig.Storm arrivals = rig.storm(1, "create")) {
        changes.after(100);
        rig.step("alter-in-place", "confirm", "yes");
        changes.answers();
        arrivals.answers();
      }

      assertThat(rig.found("lost")).isZero();
      assertThat(rig.number("SELECT COUNT(*) FROM customers WHERE given_name IS NOT NULL"))
          .isPositive();
    }
  }

  /// A change of the schema waits for the report that has written the table, and whoever comes
  /// later waits behind it: readers too, who pass on the other engine.
  @Test
  void readersWaitBehindAChangeOfTheSchemaThatWaits() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.onPostgres(server);
        CustomersRig.Storm readers = rig.storm(4, "read")) {
      readers.after(50);
      rig.fault("long-report", 600);
      readers.after(50);
      rig.act("rename-column");
      rig.settle();
      rig.stop("long-report");
      readers.close();

      assertThat(readers.longestMillis()).isGreaterThan(1_000);
    }
  }

  @Test
  void anIndexIsBuiltWhileEverybodyWrites() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.onPostgres(server, "rows", "20000");
        CustomersRig.Storm writers = rig.storm(4, "write")) {
      writers.after(50);
      rig.step("create-index-concurrently");

      assertThat(CustomersRig.failures(writers.answers())).isEmpty();
      assertThat(
              rig.number("SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'customers_country'"))
          .isEqualTo(1);
      rig.act("back-one-step");
      assertThat(
              rig.number("SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'customers_country'"))
          .isZero();
    }
  }

  @Test
  void aShadowThatIsCancelledLeavesTheTableAsItWas() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.onPostgres(server, "rows", "20000").roll("v2");
        CustomersRig.Storm writers = rig.storm(4, "write")) {
      rig.step("create-new-table");
      rig.step("one-big-update");
      rig.change("backfill-rate", "1000");
      rig.act("create-shadow-index");
      writers.after(50);

      assertThat(rig.act("cancel")).startsWith("create-shadow-index was cancelled.");
      assertThat(
              rig.number(
                  "SELECT COUNT(*) FROM information_schema.tables"
                      + " WHERE table_name LIKE 'customers_new_%'"))
          .isZero();
      assertThat(
              rig.number("SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'customers_new_email'"))
          .isZero();

      rig.change("backfill-rate", "0");
      rig.step("create-shadow-index");
      assertThat(
              rig.number("SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'customers_new_email'"))
          .isEqualTo(1);
    }
  }

  @Test
  void theOtherEngineSaysThatItHasNoSuchIndex() {
    try (CustomersRig rig = CustomersRig.few()) {
      assertThatThrownBy(() -> rig.act("create-index-concurrently"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("create-shadow-index");
    }
  }

  @Test
  void allFourWaysToCompareAgreeAfterACopy() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.onPostgres(server).roll("v2")) {
      rig.step("create-new-table");
      rig.step("one-big-update");
      for (String how : List.of("counts", "checksums", "sampled", "full")) {
        rig.step("verify", "how", how);
        rig.step("repair-mismatches");
      }
      rig.step("verify", "how", "full");

      assertThat(rig.gauge("mismatches")).isZero();
      assertThat(rig.gauge("sizeMb")).isPositive();
    }
  }

  @Test
  void isRefusedWhereNoServerIsConfigured() {
    try (CustomersRig rig = CustomersRig.few()) {
      assertThatThrownBy(() -> rig.change("store", "postgresql"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("one of h2");
      assertThat(rig.system.levers().text("store")).isEqualTo("h2");
    }
  }

  private static String tables(String name) {
    return "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = '" + name + "'";
  }
}
