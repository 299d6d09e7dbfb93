package dev.hotseat.live.orders;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A release writes wrong totals: what stops it, what shows how many, what puts them right, and
/// what makes it worse.
class IntegrityTest {
  private static final String WRONG =
      "SELECT COUNT(*) FROM orders o WHERE voucher <> '' AND total <>"
          + " (SELECT SUM(quantity * price) FROM order_lines l WHERE l.order_id = o.id) - discount";

  private final Shift shift = new Shift(4711, "checkout", 60);

  @AfterEach
  void end() {
    shift.close();
  }

  @Test
  void aWrongRepairMakesItWorseAndIsUndoneAndTheRightOnePutsEverythingRight()
      throws InterruptedException {
    shift.fault("double-discount");
    await().atMost(60, SECONDS).until(() -> shift.number(WRONG) > 10);
    shift.act("freeze-writes", "state", "on");
    long written = settled();
    await().atMost(60, SECONDS).until(() -> shift.oracle("wrongTotals") == written);

    shift.act("run-repair", "repair", "add-discount-back");
    assertThat(shift.number(WRONG)).isGreaterThan(written);
    shift.act("run-repair", "repair", "restore-backup");
    assertThat(shift.number(WRONG)).isEqualTo(written);

    shift.act("roll-back", "deploy", shift.deploySaying("net.minus(discount)"));
    shift.act("run-repair", "repair", "recompute-totals");
    shift.act("freeze-writes", "state", "off");
    int _ = shift.next(200).size();
    assertThat(shift.number(WRONG)).isZero();
    await().atMost(60, SECONDS).until(() -> shift.oracle("wrongTotals") == 0);
    assertThat(shift.gauge("wrongOrders")).isEqualTo(written);
    assertThat(shift.oracle("lostOrders")).isZero();
  }

  /// Wrong orders, once those that were under way when writes were frozen have been written.
  private long settled() throws InterruptedException {
    long before = -1;
    long now = shift.number(WRONG);
    while (now != before) {
      shift.pause(1_000);
      before = now;
      now = shift.number(WRONG);
    }
    return now;
  }

  @Test
  void aRepairBeforeTheBleedingStopsDoesNotLast() throws InterruptedException {
    shift.fault("double-discount");
    await().atMost(60, SECONDS).until(() -> shift.number(WRONG) > 3);

    shift.act("run-repair", "repair", "recompute-totals");

    await().atMost(60, SECONDS).until(() -> shift.number(WRONG) > 3);
  }
}
