package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Customers who want to be erased while their rows are being copied.
class ErasureTest {
  @ParameterizedTest
  @ValueSource(strings = {"one-transaction", "trigger"})
  void leavesNothingBehindDuringTheMove(String dualWrite) throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("rows", "4000", "batch-size", "500").roll("v2");
        CustomersRig.Storm erased = rig.storm(4, "erase");
        CustomersRig.Storm writers = rig.storm(4, "write")) {
      rig.step("create-new-table");
      rig.change("dual-write", dualWrite, "version-check", "on", "backfill-rate", "5000");
      rig.step("start-backfill");
      erased.after(50);

      assertThat(CustomersRig.failures(erased.answers())).isEmpty();
      assertThat(CustomersRig.failures(writers.answers())).isEmpty();
      assertThat(rig.found("erasedButThere")).isZero();
      assertThat(rig.oracle("stale") + rig.oracle("lost")).isZero();
    }
  }
}
