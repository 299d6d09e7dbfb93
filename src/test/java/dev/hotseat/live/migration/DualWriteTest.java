package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import dev.hotseat.testing.LocalPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a write reaches the new table, and what comes of it.
class DualWriteTest {
  @ParameterizedTest
  @CsvSource({
    "h2, two-statements",
    "h2, one-transaction",
    "h2, trigger",
    "postgresql, two-statements",
    "postgresql, one-transaction",
    "postgresql, trigger"
  })
  void bringsEveryKindOfWriteIntoBothTables(String store, String dualWrite)
      throws InterruptedException {
    try (CustomersRig rig = onStore(store).roll("v2")) {
      rig.step("create-new-table");
      rig.change("dual-write", dualWrite, "version-check", "on");
      rig.put(5, CustomersRig.ADA);
      rig.put(6, CustomersRig.ADA);
      rig.delete(6);
      rig.post(CustomersRig.ADA);

      assertThat(rig.number("SELECT COUNT(*) FROM customers_new")).isEqualTo(2);
      assertThat(rig.number("SELECT version FROM customers_new WHERE id = 5")).isEqualTo(2);
      assertThat(rig.found("missing") + rig.oracle("stale") + rig.oracle("wrong")).isZero();
    }
  }

  /// Releases that know nothing of the new table write it by the trigger, and not otherwise.
  @ParameterizedTest
  @CsvSource({"one-transaction, 0", "trigger, 1"})
  void anOldReleaseWritesTheNewTableOnlyByTrigger(String dualWrite, long rows)
      throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few()) {
      rig.step("create-new-table");
      rig.change("dual-write", dualWrite);
      rig.put(5, CustomersRig.ADA);

      assertThat(rig.number("SELECT COUNT(*) FROM customers_new")).isEqualTo(rows);
    }
  }

  /// Deaths between the two writes leave the tables apart where each was committed by itself.
  @ParameterizedTest
  @CsvSource({"two-statements, true", "one-transaction, false"})
  void aDeathBetweenTwoStatementsLeavesTheTablesApart(String dualWrite, boolean apart)
      throws InterruptedException {
    try (CustomersRig rig = copied(dualWrite, "20000");
        CustomersRig.Storm writers = rig.storm(8, "write")) {
      rig.fault("app-dies-between-writes", 0.1);
      writers.after(1_000);
      rig.stop("app-dies-between-writes");
      List<Reply> answers = writers.answers();

      assertThat(CustomersRig.failures(answers)).isEmpty();
      assertThat(CustomersRig.count(answers, 499)).isPositive();
      assertThat(rig.found("stale") + rig.oracle("missing") > 0).isEqualTo(apart);
      assertThat(rig.oracle("lost")).isZero();
      rig.step("verify", "how", "full");
      assertThat(rig.gauge("mismatches") > 0).isEqualTo(apart);
    }
  }

  /// Two writers of one customer: the first to write the old table may be the last to write the new
  /// one.
  @Test
  void aVersionCheckKeepsTheNewerOfTwoStatements() throws InterruptedException {
    try (CustomersRig rig = copied("two-statements", "2000");
        CustomersRig.Storm writers = rig.storm(24, "replace", "skew", "2")) {
      writers.after(3_000).answers();

      assertThat(rig.found("stale")).isZero();
    }
  }

  private static CustomersRig onStore(String store) {
    return store.equals("h2")
        ? CustomersRig.few()
        : CustomersRig.onPostgres(LocalPostgres.server());
  }

  private static CustomersRig copied(String dualWrite, String rows) throws InterruptedException {
    CustomersRig rig = CustomersRig.few("rows", rows).roll("v2");
    rig.step("create-new-table");
    rig.change("dual-write", dualWrite, "version-check", "on");
    rig.step("start-backfill");
    rig.step("verify", "how", "full");
    rig.step("repair-mismatches");
    return rig;
  }
}
