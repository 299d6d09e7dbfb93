package dev.hotseat.live.payments;

import dev.hotseat.live.payments.Choices.AfterTimeout;
import dev.hotseat.live.payments.Choices.SecondProvider;
import dev.hotseat.live.payments.Killer.Point;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Asks the providers on behalf of a request, and decides what their answer, or their silence,
/// means.
///
/// That a provider could not be reached means that nothing was charged only to who asks alone. A
/// request that is slow to ask may find that the completer has taken its payment up; the payment
/// then stays with the completer.
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
      long now = clock.millis(task.api().name());
      if (books.use(connection -> redirected(connection, task, payment, first, now))) {
        asked = payment.become(PaymentRow.PENDING, SECOND, "");
        answer = charge(task, asked, books);
      }
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
      case Answer.Unreachable() -> unreachable(connection, task, payment, kept, manner);
      case Answer.Silent() -> silent(connection, task, payment, kept, manner);
    };
  }

  private Outcome unreachable(
      Connection connection, Task task, PaymentRow payment, boolean kept, Settling.Manner manner)
      throws SQLException {
    connection.setAutoCommit(false);
    if (PaymentTable.takenUp(connection, payment.id())) {
      String why = payment.provider() + " could not be reached, and the completer asks as well";
      settling.leave(connection, payment, task.actor(), why);
      return Outcome.pending(payment);
    }
    return Outcome.of(
        settling.fail(connection, payment, Stored.providerDown(payment), kept, manner));
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

  /// Sends the payment to the second provider; false where the completer may be asking the first.
  private static boolean redirected(
      Connection connection, Task task, PaymentRow payment, Answer first, long now)
      throws SQLException {
    boolean ours = connection.getAutoCommit();
    if (ours) {
      connection.setAutoCommit(false);
    }
    boolean free = !PaymentTable.takenUp(connection, payment.id());
    if (free) {
      redirect(connection, task, payment, first, now);
    }
    if (ours) {
      connection.commit();
    }
    return free;
  }

  private static void redirect(
      Connection connection, Task task, PaymentRow payment, Answer first, long now)
      throws SQLException {
    String why = first instanceof Answer.Silent ? "psp was silent" : "psp could not be reached";
    PaymentTable.redirect(connection, payment.id(), SECOND, now);
    Trail.add(connection, payment.id(), now, task.actor(), "asking", SECOND + ": " + why);
  }
}
