package dev.hotseat.live.payments;

import dev.hotseat.live.payments.Choices.AfterTimeout;
import dev.hotseat.live.payments.Choices.SecondProvider;
import dev.hotseat.live.payments.Killer.Point;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Asks the providers on behalf of a request, and decides what their answer, or their silence,
/// means.
final class Asking {
  private static final String SECOND = "psp.b";

  private final Settling settling;
  private final Clock clock;
  private final Killer killer;

  Asking(Settling settling, Clock clock, Killer killer) {
    this.settling = settling;
    this.clock = clock;
    this.killer = killer;
  }

  /// Asks the first provider, the second where the design says so, and what became of it where the
  /// design looks.
  Ending ask(Task task, PaymentRow payment, Books books) throws SQLException, InterruptedException {
    Answer first = charge(task, payment, books);
    PaymentRow asked = payment;
    Answer answer = first;
    if (failsOver(task.choices().secondProvider(), first) && !payment.intent().refund()) {
      asked = payment.become(PaymentRow.PENDING, SECOND, "");
      long now = clock.millis(task.api().name());
      books.use(connection -> redirected(connection, task, payment, first, now));
      answer = charge(task, asked, books);
    }
    if (answer instanceof Answer.Silent
        && task.choices().afterTimeout() == AfterTimeout.QUERY_PROVIDER) {
      String key = task.choices().providerKey() ? payment.name() : "";
      answer = task.api().line().query(task.visit(), asked.provider(), key);
    }
    return new Ending(asked, answer);
  }

  /// Writes down what the answer means.
  Outcome conclude(Connection connection, Task task, Ending ending) throws SQLException {
    PaymentRow payment = ending.payment();
    Settling.Manner manner =
        new Settling.Manner(
            task.choices(),
            task.keys(),
            task.actor(),
            () -> killer.at(Point.IN_COMMIT, task.api()));
    boolean kept = task.choices().errorsStored();
    return switch (ending.answer()) {
      case Answer.Approved(String charge) ->
          Outcome.of(settling.succeed(connection, payment, payment.provider(), charge, manner));
      case Answer.Declined() ->
          Outcome.of(settling.fail(connection, payment, Stored.declined(payment), true, manner));
      case Answer.Unreachable() ->
          Outcome.of(
              settling.fail(connection, payment, Stored.providerDown(payment), kept, manner));
      case Answer.Silent() -> silent(connection, task, payment, kept, manner);
    };
  }

  private Outcome silent(
      Connection connection, Task task, PaymentRow payment, boolean kept, Settling.Manner manner)
      throws SQLException {
    if (task.choices().afterTimeout() == AfterTimeout.ASSUME_FAILED) {
      return Outcome.of(
          settling.fail(connection, payment, Stored.assumedFailed(payment), kept, manner));
    }
    settling.leave(connection, payment, task.actor(), payment.provider() + " did not answer");
    return Outcome.pending(payment);
  }

  private Answer charge(Task task, PaymentRow payment, Books books)
      throws SQLException, InterruptedException {
    String refundOf = "";
    if (payment.intent().refund()) {
      Optional<PaymentRow> original =
          books.use(connection -> PaymentTable.find(connection, payment.intent().refundOf()));
      refundOf = original.map(PaymentRow::charge).orElse("");
    }
    Errand errand = Errand.of(payment, refundOf, task.choices().providerKey());
    return task.api()
        .line()
        .charge(task.visit(), payment.provider(), errand, task.choices().providerTimeout());
  }

  private static boolean failsOver(SecondProvider rule, Answer first) {
    return switch (rule) {
      case OFF -> false;
      case ON_ANY_ERROR -> first instanceof Answer.Silent || first instanceof Answer.Unreachable;
      case ON_DEFINITE_ERROR -> first instanceof Answer.Unreachable;
    };
  }

  private static boolean redirected(
      Connection connection, Task task, PaymentRow payment, Answer first, long now)
      throws SQLException {
    String why = first instanceof Answer.Silent ? "psp was silent" : "psp could not be reached";
    PaymentTable.redirect(connection, payment.id(), SECOND, now);
    Trail.add(connection, payment.id(), now, task.actor(), "asking", SECOND + ": " + why);
    return true;
  }
}
