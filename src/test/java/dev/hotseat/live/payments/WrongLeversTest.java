package dev.hotseat.live.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One decision of the right design made wrongly, under every fault at once: the history shows it,
/// and as what was to be expected. Messages of the provider are left out, except where they are the
/// decision: they put right some of what the others spoil. So does a completer that comes before
/// anybody has lost patience with the provider: here it comes later.
class WrongLeversTest {
  private static final int PURCHASES = 400;

  @ParameterizedTest
  @CsvSource({
    "keys, none, DOUBLED",
    "keys, check-then-insert, DOUBLED",
    "keys, unique-claim, REPLY_SHARED",
    "key-scope, global, REPLY_SHARED",
    "in-flight, process-again, DOUBLED",
    "transaction, open-across-call, ORPHAN",
    "provider-key, not-sent, DOUBLED",
    "after-timeout, assume-failed, ORPHAN",
    "one-transaction, off, UNBALANCED",
    "completer, off, UNRESOLVED",
    "webhooks, apply, DOUBLED",
    "second-provider, on-any-error, DOUBLED",
    "key-lifetime, 1, DOUBLED"
  })
  void areFoundInTheHistory(String lever, String value, String kind) throws InterruptedException {
    try (Rig rig = Rig.right("webhooks", "ignored", "completer-every", "1000", lever, value)) {
      Storm storm = new Storm(rig);

      storm.over(PURCHASES);

      assertThat(rig.found(kind)).as(storm.verdict().get("counts").toString()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({"outbox, off, lostEvents", "replay-errors, stored, stuckOrders"})
  void showInTheReadings(String lever, String value, String oracle) throws InterruptedException {
    try (Rig rig = Rig.right(lever, value)) {
      new Storm(rig).over(PURCHASES);

      await().atMost(60, SECONDS).until(() -> rig.oracle(oracle) > 0);
    }
  }

  /// The readings of the instrument panel and the checker's verdict are two ways to the same truth.
  @Test
  void showInBothWaysOfLooking() throws InterruptedException {
    try (Rig rig = Rig.right("keys", "none")) {
      new Storm(rig).over(PURCHASES);

      assertThat(rig.found("DOUBLED")).isPositive();
      await().atMost(60, SECONDS).until(() -> rig.oracle("doubleCharges") > 0);
    }
  }

  @Test
  void areAllQuietInTheRightDesign() throws InterruptedException {
    try (Rig rig = Rig.right()) {
      new Storm(rig).over(PURCHASES);

      await()
          .atMost(60, SECONDS)
          .untilAsserted(() ->
              assertThat(
                      List.of(
                          rig.oracle("doubleCharges"),
                          rig.oracle("orphans"),
                          rig.oracle("phantoms"),
                          rig.oracle("ledgerImbalance"),
                          rig.oracle("wrongReplays"),
                          rig.oracle("falseDeclines"),
                          rig.oracle("lostPayments"),
                          rig.oracle("stuckOrders"),
                          rig.oracle("lostEvents"),
                          rig.oracle("doubleRefunds"),
                          rig.oracle("untraceable")))
                  .containsOnly(0.0));
    }
  }
}
