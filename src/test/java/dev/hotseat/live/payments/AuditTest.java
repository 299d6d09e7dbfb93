package dev.hotseat.live.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.history.Checker;
import dev.hotseat.history.History;
import dev.hotseat.history.Kind;
import dev.hotseat.history.Question;
import dev.hotseat.history.Verdict;
import dev.hotseat.live.payments.Audit.Booking;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the audit asks beyond what a wrong lever can lead to.
class AuditTest {
  private static final Booking TAKEN = new Booking(1, 1001, "order-1", 1250, "EUR", 0);

  @Test
  void allOfAPaymentMayBeGivenBackInParts() {
    Booking part = new Booking(3, 1002, "refund-1", 1000, "EUR", 1001);
    Booking rest = new Booking(5, 1003, "refund-2", 250, "EUR", 1001);

    assertThat(ask(Audit.keptOf(List.of(TAKEN, part, rest))).clean()).isTrue();
  }

  @Test
  void moreThanWasTakenMayNot() {
    Booking other = new Booking(2, 1007, "order-2", 9900, "EUR", 0);
    Booking part = new Booking(3, 1002, "refund-1", 1000, "EUR", 1001);
    Booking tooMuch = new Booking(5, 1003, "refund-2", 251, "EUR", 1001);

    Verdict verdict = ask(Audit.keptOf(List.of(TAKEN, other, part, tooMuch)));

    assertThat(verdict.counts()).isEqualTo(Map.of(Kind.NOT_CONSERVED, 1L));
    assertThat(verdict.findings().getFirst().words()).isEqualTo("left of pay-1001 fell to -1 EUR");
  }

  @Test
  void nothingMayBeGivenBackBeforeItWasTaken() {
    Booking refund = new Booking(3, 1002, "refund-1", 10, "EUR", 1004);

    assertThat(ask(Audit.keptOf(List.of(refund))).count(Kind.NOT_CONSERVED)).isEqualTo(1);
  }

  private static Verdict ask(Question question) {
    return Checker.check(new History(1).recorded(), List.of(question));
  }
}
