package dev.hotseat.live.migration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The replica, the network, and reads that are made twice.
class SurroundingsTest {
  @Test
  void aPauseOfTheNetworkIsWaitedOut() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few()) {
      rig.send(20, "read");
      rig.fault("network-pause");
      try (CustomersRig.Storm readers = rig.storm(4, "read")) {
        rig.pause(300);
        rig.stop("network-pause");

        List<Reply> answers = readers.after(20).answers();
        assertThat(CustomersRig.failures(answers)).isEmpty();
        assertThat(readers.longestMillis()).isGreaterThan(250);
      }
    }
  }

  @Test
  void theReplicaLagsBehindASlowWay() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few()) {
      rig.fault("replica-lag", 800);
      await().atMost(60, SECONDS).until(() -> rig.gauge("lagMillis") >= 800);
      rig.stop("replica-lag");
      await().atMost(60, SECONDS).until(() -> rig.gauge("lagMillis") < 600);
    }
  }

  @Test
  void theReplicaLagsBehindMoreRowsThanItApplies() {
    try (CustomersRig rig = CustomersRig.few()) {
      Replica replica = rig.replica();

      replica.wrote(Replica.ROWS_PER_SECOND * 60);
      long behind = replica.lagMillis();
      replica.wrote(Replica.ROWS_PER_SECOND * 60);

      assertThat(behind).isBetween(30_000L, 60_000L);
      assertThat(replica.lagMillis()).isGreaterThan(behind + 20_000);

      replica.pace(1_000);
      replica.wrote(1_000_000);
      assertThat(replica.lagMillis()).isGreaterThan(1_000_000);
    }
  }

  @Test
  void aShadowReadSeesWhereTheTablesDiffer() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few("rows", "1000", "shadow-reads", "100").roll("v2")) {
      rig.step("create-new-table");
      rig.step("start-backfill");
      rig.get(40);
      await().atMost(60, SECONDS).until(() -> rig.gauge("shadowReads") == 1);
      assertThat(rig.gauge("shadowMismatches")).isZero();

      rig.plant("UPDATE customers_new SET family_name = 'Nobody' WHERE id = 40");
      rig.get(40);
      await().atMost(60, SECONDS).until(() -> rig.gauge("shadowReads") == 2);
      assertThat(rig.gauge("shadowMismatches")).isEqualTo(1);
    }
  }

  /// A new table that answers before everybody is in it denies customers who are there.
  @Test
  void readingFromAnEmptyTableDeniesCustomers() throws InterruptedException {
    try (CustomersRig rig = CustomersRig.few().roll("v2")) {
      rig.step("create-new-table");
      rig.change("reads-from-new", "10");
      List<Reply> replies = rig.send(300, "read");

      double denied = CustomersRig.count(replies, 404);
      assertThat(denied / replies.size()).isBetween(0.04, 0.2);
      assertThat(rig.gauge("wrongReads")).isEqualTo(denied);
      assertThat(rig.found("missing")).isBetween(120.0, 280.0);
    }
  }
}
