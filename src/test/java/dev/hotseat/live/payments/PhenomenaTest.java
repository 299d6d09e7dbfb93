package dev.hotseat.live.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each decision leads to, in numbers.
class PhenomenaTest {
  /// A phone waits 500 ms here, as in life: the counts rest on who times out and who does not.
  private static final String[] SPLIT = {
    "transaction", "claim-call-commit", "pool-size", "50", "webhooks", "ignored"
  };

  /// Of 200 purchases about 40: each one whose phone did not wait for the first answer. A busy
  /// machine makes more phones impatient, so the upper bound is what the phones themselves say.
  @Test
  void oneRetryWithoutKeysChargesEverySlowPaymentTwice() {
    try (Rig rig = Rig.asInLife(SPLIT)) {
      long triedAgain = triedAgain(purchases(rig));

      assertThat(triedAgain).isGreaterThanOrEqualTo(28);
      assertThat(rig.found("DOUBLED")).isBetween(28L, triedAgain);
    }
  }

  @Test
  void oneRetryOfTheRightDesignChargesNobodyTwice() {
    try (Rig rig = Rig.right(4711, Pace.USUAL, "retry-limit", "1", "pool-size", "50")) {
      long triedAgain = triedAgain(purchases(rig));

      assertThat(triedAgain).isGreaterThanOrEqualTo(28);
      assertThat(rig.found("DOUBLED")).isZero();
    }
  }

  /// 200 purchases, a fifth of them slower than a phone waits, 50 at a time.
  private static List<Reply> purchases(Rig rig) {
    rig.fault("provider-slow", 0.2);
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      replies.addAll(rig.sendAtOnce(50, "pay"));
    }
    await()
        .atMost(60, SECONDS)
        .until(() -> rig.system.second().number("inFlight/calls").orElse(1) == 0);
    return replies;
  }

  private static long triedAgain(List<Reply> replies) {
    return replies.stream().filter(each -> Rig.body(each).get("tries").size() > 1).count();
  }

  @Test
  void aCheckBeforeTheInsertLetsTwinsThrough() {
    try (Rig rig = Rig.right("keys", "check-then-insert")) {
      rig.sendAtOnce(50, "twins");

      assertThat(rig.charges().size()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"conflict, 50", "wait, 50", "conflict, 100", "wait, 100"})
  void aUniqueClaimLetsExactlyOneOfTheTwinsThrough(String inFlight, int size) {
    try (Rig rig = Rig.right("in-flight", inFlight)) {
      List<Reply> replies = rig.sendAtOnce(size, "twins", "size", Integer.toString(size));

      assertThat(rig.charges()).hasSize(1);
      long fresh = replies.stream().filter(each -> each.status() == 201).count();
      assertThat(fresh + Rig.count(replies, 409)).isEqualTo(size);
      assertThat(replies.stream().filter(each -> each.status() == 201 && !Rig.replayed(each)))
          .hasSize(1);
    }
  }

  @Test
  void aKilledProcessLeavesAnOrphanThatTheCompleterFinishes() {
    try (Rig rig = Rig.right("webhooks", "ignored")) {
      rig.fault("kill-after-charge", 600);

      Reply cut = rig.pay("key-1");
      assertThat(cut.status()).isEqualTo(502);
      assertThat(Rig.reason(cut)).isEqualTo("process-died");
      assertThat(rig.charges()).hasSize(1);
      await().atMost(30, SECONDS).until(() -> rig.pay("key-1").status() == 201);

      Reply replay = rig.pay("key-1");
      assertThat(Rig.replayed(replay)).isTrue();
      assertThat(rig.charges()).hasSize(1);
      assertThat(rig.trail(Rig.id(replay))).contains("claimed", "taken-up", "settled");
      assertThat(rig.audit().get("clean").asBoolean()).isTrue();
    }
  }

  @Test
  void aTransactionAcrossTheCallMakesThePoolTheCeiling() {
    double held = secondsFor("open-across-call");
    double split = secondsFor("claim-call-commit");
    for (int i = 0; i < 5 && split >= held; i++) {
      split = Math.min(split, secondsFor("claim-call-commit"));
    }

    /* Twenty payments through ten connections are two rounds of at least 700 ms. */
    assertThat(held).isGreaterThan(1.4);
    assertThat(split).isLessThan(held);
  }

  private static double secondsFor(String transaction) {
    try (Rig rig =
        Rig.right(4711, Pace.USUAL, "transaction", transaction, "provider-timeout", "10000")) {
      rig.pay("warm");
      rig.fault("provider-delay", 600);
      AtomicInteger keys = new AtomicInteger();
      long begun = rig.now();
      Rig.together(20, () -> rig.pay("key-" + keys.incrementAndGet()));
      return (rig.now() - begun) / 1e9;
    }
  }

  @Test
  void aGlobalScopeHandsOneTenantTheReplyOfAnother() {
    try (Rig rig = Rig.right("key-scope", "global")) {
      Reply acme = rig.pay("key-1", Rig.BODY, "acme");
      Reply globex = rig.pay("key-1", Rig.BODY, "globex");

      assertThat(globex.body()).isEqualTo(acme.body());
      assertThat(rig.found("REPLY_SHARED")).isEqualTo(1);
    }
  }

  @Test
  void aScopePerTenantNeverDoes() {
    try (Rig rig = Rig.right()) {
      Reply acme = rig.pay("key-1", Rig.BODY, "acme");
      Reply globex = rig.pay("key-1", Rig.BODY, "globex");

      assertThat(Rig.id(globex)).isNotEqualTo(Rig.id(acme));
      assertThat(rig.charges()).hasSize(2);
    }
  }

  @Test
  void withoutAFingerprintAnotherAmountIsSilentlyReplayed() {
    try (Rig rig = Rig.right("keys", "unique-claim")) {
      Reply first = rig.pay("key-1");
      Reply other = rig.pay("key-1", Rig.BODY.replace("1250", "9900"));

      assertThat(other.status()).isEqualTo(201);
      assertThat(other.body()).isEqualTo(first.body());
      assertThat(rig.found("REPLY_SHARED")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "on"})
  void anExpiredKeyChargesAgainUnlessABusinessRuleStopsIt(String rule) {
    String body = Rig.BODY.replace("}", ",\"order\":\"o-1\"}");
    try (Rig rig = Rig.right("key-lifetime", "24", "one-per-order", rule)) {
      rig.pay("key-1", body);
      rig.fault("clock-forward", 24.1);

      Reply late = rig.pay("key-1", body);

      assertThat(late.status()).isEqualTo(rule.equals("on") ? 409 : 201);
      assertThat(Rig.reason(late)).isEqualTo(rule.equals("on") ? "order-paid" : "");
      assertThat(rig.charges()).hasSize(rule.equals("on") ? 1 : 2);
    }
  }

  /// What was bought before there were keys cannot be recognised by them, whatever the design.
  @Test
  void whoBoughtUnderOtherRulesForKeysDoesNotAskAgain() throws InterruptedException {
    String wishes = "SELECT COUNT(DISTINCT wish) FROM payments";
    try (Rig rig = Rig.right("keys", "none")) {
      rig.send(5, "pay");
      assertThat(rig.number(wishes)).isEqualTo(5);
      rig.change("keys", "claim-with-fingerprint");

      rig.send(1, "late-retry");
      assertThat(rig.number(wishes)).as("one more purchase").isEqualTo(6);
      rig.send(5, "late-retry");
      assertThat(rig.number(wishes)).as("asked again").isEqualTo(6);
    }
  }

  @Test
  void keysThatStayedBehindChargeAgainAfterAMove() throws InterruptedException {
    try (Rig rig = Rig.right("key-copies", "none")) {
      rig.pay("key-1");
      rig.act("move-region");
      await().atMost(30, SECONDS).until(() -> rig.pay("key-1").status() == 201);

      assertThat(rig.charges()).hasSize(2);
    }
  }

  @Test
  void keysThatWereCopiedFirstSurviveAMove() throws InterruptedException {
    try (Rig rig = Rig.right("key-copies", "synchronous")) {
      Reply before = rig.pay("key-1");
      rig.act("move-region");
      await().atMost(30, SECONDS).until(() -> rig.pay("key-1").status() == 201);

      assertThat(rig.pay("key-1").body()).isEqualTo(before.body());
      assertThat(rig.charges()).hasSize(1);
    }
  }

  @Test
  void keysThatWereCopiedInTheirOwnTimeSurviveAMoveOnceTheyAreThere() throws InterruptedException {
    try (Rig rig = Rig.right("key-copies", "asynchronous")) {
      Reply before = rig.pay("key-1");
      await()
          .atMost(30, SECONDS)
          .until(() ->
              rig.number("SELECT COUNT(*) FROM idempotency_keys_west WHERE status = 201") == 1);
      rig.act("move-region");
      await().atMost(30, SECONDS).until(() -> rig.pay("key-1").status() == 201);

      assertThat(rig.pay("key-1").body()).isEqualTo(before.body());
      assertThat(rig.charges()).hasSize(1);
    }
  }

  /// Two copies a payment, one after another over 70 ms: whoever moves at once leaves most behind.
  @Test
  void keysThatAreOnTheirWayWhenTheRegionMovesChargeAgain() throws InterruptedException {
    int payments = 30;
    try (Rig rig = Rig.right("key-copies", "asynchronous")) {
      AtomicInteger keys = new AtomicInteger();
      Rig.together(payments, () -> rig.pay("key-" + keys.incrementAndGet()));
      rig.act("move-region");
      await().atMost(30, SECONDS).until(() -> rig.pay("first there").status() == 201);
      AtomicInteger again = new AtomicInteger();
      Rig.together(payments, () -> rig.pay("key-" + again.incrementAndGet()));

      assertThat(rig.found("DOUBLED")).isPositive();
      assertThat(rig.found("NOT_LINEARIZABLE")).isPositive();
    }
  }

  @Test
  void aRefundIsAskedOfWhoTookTheMoney() {
    try (Rig rig = Rig.right("second-provider", "on-definite-error")) {
      rig.fault("provider-down", 1);
      String payment = Rig.id(rig.pay("key-1"));
      rig.stop("provider-down");

      Reply refund = rig.refund("key-2", payment, 100);

      assertThat(Rig.body(refund).get("provider").asString()).isEqualTo("psp.b");
      assertThat(rig.charges()).hasSize(2);
      assertThat(rig.audit().get("findings")).isEmpty();
    }
  }

  @Test
  void failingOverOnSilenceChargesAtBothProviders() {
    try (Rig rig = Rig.right("second-provider", "on-any-error")) {
      rig.fault("provider-times-out", 1);

      rig.pay("key-1");

      assertThat(rig.found("DOUBLED")).isPositive();
    }
  }

  @Test
  void failingOverOnlyWhenNothingCanHaveHappenedDoesNot() {
    try (Rig rig = Rig.right("second-provider", "on-definite-error")) {
      rig.fault("provider-down", 1);

      Reply paid = rig.pay("key-1");

      assertThat(paid.status()).isEqualTo(201);
      assertThat(Rig.body(paid).get("provider").asString()).isEqualTo("psp.b");
      assertThat(rig.charges()).hasSize(1);
      assertThat(rig.audit().get("clean").asBoolean()).isTrue();
    }
  }
}
