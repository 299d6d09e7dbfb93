package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Copying that has read a row, and a client who changes it before it is written.
class VersionCheckTest {
  private static final int TIMES_MAX = 10;

  @Test
  void withoutItCopyingOverwritesNewerWrites() throws InterruptedException {
    assertThat(stale("off", "5000", TIMES_MAX)).isPositive();
  }

  @Test
  void withItNoNewerWriteIsOverwritten() throws InterruptedException {
    assertThat(stale("on", "500", 2)).isZero();
  }

  /// What is stale after copying under writes to the very rows; copied again while nothing is.
  private static double stale(String versionCheck, String batch, int times)
      throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("rows", "10000", "batch-size", batch).roll("v2");
        CustomersRig.Storm writers = rig.storm(8, "replace")) {
      rig.step("create-new-table");
      rig.change("dual-write", "one-transaction", "version-check", versionCheck);
      rig.fault("hot-rows", 1);
      writers.after(20);
      double stale = 0;
      for (int i = 0; i < times && stale == 0; i++) {
        rig.step("start-backfill");
        stale = rig.found("stale");
      }
      assertThat(CustomersRig.failures(writers.answers())).isEmpty();
      return stale;
    }
  }
}
