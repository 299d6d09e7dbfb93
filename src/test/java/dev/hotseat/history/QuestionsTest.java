package dev.hotseat.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the questions say, in words that a person reads.
class QuestionsTest {
  private final History history = new History(100);

  @Test
  void aDoubleChargeIsToldWithItsTrail() {
    history.invoke("phone-3", "charge", "order-17", 1250).unknown("timed out after 500 ms");
    history.invoke("phone-3", "charge", "order-17", 1250).ok("pay-2", "{}");

    Verdict verdict =
        ask(AtMostOnce.of("charge", "provider", List.of(charge(1, "pay-1"), charge(2, "pay-2"))));

    assertThat(verdict.findings())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(Kind.DOUBLED);
          assertThat(found.words())
              .isEqualTo("order-17 was wanted once and is 2 times in the provider's book");
          assertThat(found.ids()).containsExactly("#1", "#3", "ch-1", "ch-2");
          assertThat(found.trail())
              .containsExactly(
                  "invoke  #1 charge order-17 1250 by phone-3",
                  "unknown #1 timed out after 500 ms",
                  "invoke  #3 charge order-17 1250 by phone-3",
                  "ok      #3 got pay-2, reply " + Digest.of("{}"),
                  "book    ch-1: charge of 1250 EUR",
                  "book    ch-2: charge of 1250 EUR");
        });
    assertThat(verdict.words()).contains("2 operations looked at").contains("DOUBLED");
  }

  @Test
  void anUnansweredCallMayHaveHappenedOrNot() {
    history.invoke("a", "charge", "order-17", 1250).unknown("timed out");
    history.invoke("a", "charge", "order-18", 1250);

    assertThat(ask(AtMostOnce.of("charge", "provider", List.of(charge(1, "pay-1")))).clean())
        .isTrue();
    assertThat(ask(AtMostOnce.of("charge", "provider", List.of())).clean()).isTrue();
  }

  @Test
  void whatWasRefusedOrNeverAskedMustNotHappen() {
    history.invoke("a", "charge", "order-17", 1250).fail("declined");
    Effect stray = new Effect("ch-2", "order-99", "pay-9", "charge", "EUR", 5, 2, "");

    Verdict verdict = ask(AtMostOnce.of("charge", "provider", List.of(charge(1, "pay-1"), stray)));

    assertThat(verdict.counts()).isEqualTo(Map.of(Kind.UNWANTED, 1L, Kind.STRAY, 1L));
  }

  @Test
  void theAmountMustBeTheOneThatWasAcknowledged() {
    history.invoke("a", "charge", "order-17", 9900).ok("pay-1", "{}");
    history.invoke("a", "charge", "order-17", 1250).fail("422");

    Verdict verdict = ask(AtMostOnce.of("charge", "provider", List.of(charge(1, "pay-1"))));

    assertThat(verdict.counts()).isEqualTo(Map.of(Kind.WRONG_AMOUNT, 1L));
  }

  @Test
  void afterRecoveryTheSystemMustKnow() {
    history.invoke("a", "charge", "order-17", 1250).unknown("timed out");
    AtMostOnce charged = AtMostOnce.of("charge", "provider", List.of(charge(1, "pay-1")));
    AtMostOnce notCharged = AtMostOnce.of("charge", "provider", List.of());

    assertThat(ask(charged.believing(Map.of("order-17", Belief.DONE))).clean()).isTrue();
    assertThat(ask(charged.believing(Map.of("order-17", Belief.OPEN))).counts())
        .isEqualTo(Map.of(Kind.UNRESOLVED, 1L));
    assertThat(ask(charged.believing(Map.of("order-17", Belief.NOT_DONE))).counts())
        .isEqualTo(Map.of(Kind.MISBELIEVED, 1L));
    assertThat(ask(notCharged.believing(Map.of("order-17", Belief.DONE))).counts())
        .isEqualTo(Map.of(Kind.MISBELIEVED, 1L));
  }

  @Test
  void nobodyIsHandedWhatWasMadeForAnother() {
    history.invoke("north", "charge", "order-1", 1250).ok("pay-1", "{}");
    history.invoke("south", "charge", "order-2", 1250).ok("pay-1", "{}");

    assertThat(ask(SameReply.of("charge")).findings())
        .singleElement()
        .satisfies(found ->
            assertThat(found.words())
                .isEqualTo(
                    "order-2 of south was given pay-1, which was made for order-1 of north"));
  }

  @Test
  void booksAgreeOnWhatAndHowMuch() {
    Effect cheaper = new Effect("row-2", "order-2", "pay-2", "payment", "EUR", 1249, 2, "");
    Effect recordedOnly = new Effect("row-3", "order-3", "pay-3", "payment", "EUR", 5, 3, "");

    Verdict verdict =
        ask(
            Agreement.of(
                "provider",
                List.of(charge(1, "pay-1"), charge(2, "pay-2")),
                "ledger",
                List.of(cheaper, recordedOnly)));

    assertThat(verdict.counts())
        .isEqualTo(Map.of(Kind.ORPHAN, 1L, Kind.WRONG_AMOUNT, 1L, Kind.PHANTOM, 1L));
  }

  @Test
  void aLedgerBalancesInEachUnitAndIsNeverRewritten() {
    Entry taken = new Entry("leg-1", "pay-1", "customer", "EUR", -1250, 1);
    Entry given = new Entry("leg-2", "pay-1", "merchant", "USD", 1250, 2);
    Entry given2 = new Entry("leg-2", "pay-1", "merchant", "EUR", 1250, 2);

    assertThat(ask(Conserved.of("ledger", List.of(taken, given2))).clean()).isTrue();
    assertThat(ask(Conserved.of("ledger", List.of(taken, given))).count(Kind.UNBALANCED))
        .isEqualTo(2);
    assertThat(
            ask(Conserved.of("ledger", List.of(taken, given2))
                    .unchangedSince(List.of(taken, given)))
                .counts())
        .isEqualTo(Map.of(Kind.REWRITTEN, 1L));
    assertThat(
            ask(Conserved.of("ledger", List.of(taken, given2)).neverBelowZero(Set.of("customer")))
                .counts())
        .isEqualTo(Map.of(Kind.NOT_CONSERVED, 1L));
  }

  @Test
  void whatWasAcknowledgedIsNotDeniedAfterwards() {
    history.invoke("a", "charge", "order-17", 1250).fail("409 in-flight");
    Pending meanwhile = history.invoke("b", "charge", "order-17", 1250);
    history.invoke("a", "charge", "order-17", 1250).ok("pay-1", "{}");
    meanwhile.fail("409 in-flight");
    history.invoke("a", "charge", "order-17", 1250).fail("503 no-api");
    Irrevocable question = Irrevocable.of("charge", why -> why.startsWith("409"));

    assertThat(ask(question).clean()).as("denied before, denied at once, not denied").isTrue();

    history.invoke("a", "charge", "order-17", 1250).fail("409 in-flight");

    assertThat(ask(question).findings())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(Kind.NOT_LINEARIZABLE);
          assertThat(found.words())
              .isEqualTo(
                  "order-17 had been acknowledged, which no order of events reconciles with #9");
        });
  }

  @Test
  void whatWasMadeOnceKeepsItsName() {
    history.invoke("a", "charge", "order-17", 1250).ok("pay-1", "{}");
    history.invoke("a", "charge", "order-17", 1250).ok("pay-2", "{}");
    history.invoke("a", "charge", "order-18", 1250).ok("pay-3", "{}");

    assertThat(ask(Irrevocable.of("charge", _ -> true)).counts())
        .isEqualTo(Map.of(Kind.NOT_LINEARIZABLE, 1L));
  }

  @Test
  void aSumThatMustStayIsTheSameAtEveryReading() {
    history.invoke("auditor", "ledger total", "EUR", 0).ok(0);
    history.invoke("auditor", "ledger total", "EUR", 0).ok(-1250);

    assertThat(ask(Constant.of("ledger total", 0)).findings())
        .singleElement()
        .satisfies(found ->
            assertThat(found.words()).isEqualTo("EUR was read as -1250 and must always be 0"));
  }

  @Test
  void whatIsAppliedGoesForward() {
    Effect third = new Effect("ev-1", "pay-1", "pay-1", "captured", "", 3, 1, "");
    Effect second = new Effect("ev-2", "pay-1", "pay-1", "authorised", "", 2, 2, "");

    assertThat(ask(InOrder.of("webhook log", List.of(third, second))).counts())
        .isEqualTo(Map.of(Kind.OUT_OF_ORDER, 1L));
    assertThat(ask(InOrder.of("webhook log", List.of(second))).clean()).isTrue();
  }

  private static Effect charge(int number, String payment) {
    return new Effect("ch-" + number, "order-17", payment, "charge", "EUR", 1250, number, "");
  }

  private Verdict ask(Question question) {
    return Checker.check(history.recorded(), List.of(question));
  }
}
