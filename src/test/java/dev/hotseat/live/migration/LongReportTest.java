package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A report that nobody minds, until DDL wants the table for itself.
class LongReportTest {
  /// The statement waits for the report, and every writer that comes later waits behind it; a
  /// statement that gives up soon and tries again lets them through in between.
  @Test
  void makesWritersWaitBehindDdlUnlessThatGivesUpSoon() throws InterruptedException {
    double patient = longestWrite("0");
    double hasty = longestWrite("60");

    assertThat(patient).isGreaterThan(1_000);
    assertThat(hasty).isLessThan(patient * 0.6);
  }

  @Test
  void isNoticedByNobodyByItself() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few();
        CustomersRig.Storm writers = rig.storm(4, "write")) {
      rig.fault("long-report", 30);
      writers.after(400);
      rig.stop("long-report");

      assertThat(CustomersRig.failures(writers.answers())).isEmpty();
      assertThat(rig.number("SELECT COUNT(*) FROM customers WHERE id < 1")).isZero();
    }
  }

  /// The order to build the index is answered after 1.5 s, whether it is done or waits.
  private static double longestWrite(String lockTimeoutMillis) throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("lock-timeout-for-ddl", lockTimeoutMillis);
        CustomersRig.Storm writers = rig.storm(4, "write")) {
      writers.after(50);
      rig.fault("long-report", 600);
      writers.after(50);
      rig.act("create-index-on-hot-table");
      rig.stop("long-report");
      rig.settle();
      writers.close();
      return writers.longestMillis();
    }
  }
}
