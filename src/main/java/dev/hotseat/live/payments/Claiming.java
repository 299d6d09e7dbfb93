package dev.hotseat.live.payments;

import dev.hotseat.live.payments.Choices.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Begins payments: the key, the payment, its place among the unfinished, and the first lines of
/// its trail, all in the caller's transaction.
final class Claiming {
  private static final long FIRST_NUMBER = 1001;

  private final Clock clock;

  /* Stands for a sequence of the database, which hands out numbers outside of transactions too. */
  private final AtomicLong numbers = new AtomicLong(FIRST_NUMBER);

  Claiming(Clock clock) {
    this.clock = clock;
  }

  /// The key as it stands, where the design looks before it leaps; empty where it is free.
  Optional<KeyRow> look(Connection connection, Task task) throws SQLException {
    long now = clock.millis(task.api().name());
    return task.keys()
        .find(connection, task.scope(), task.keyHash())
        .filter(row -> !row.expired(now));
  }

  /// Makes the request this process's own.
  ///
  /// @param regardless whether to begin it even though its key is in flight elsewhere
  Claim claim(Connection connection, Task task, boolean regardless) throws SQLException {
    Intent intent = task.intent();
    String provider = Schema.PROVIDERS.getFirst();
    if (intent.refund()) {
      Optional<PaymentRow> original = PaymentTable.hold(connection, intent.refundOf());
      Optional<Objection> objection = objection(connection, task, original);
      if (objection.isPresent()) {
        return new Claim.Refused(objection.get());
      }
      intent =
          original
              .map(PaymentRow::intent)
              .map(paid -> task.intent().refunding(paid.customer(), paid.currency()))
              .orElse(intent);
      provider = original.map(PaymentRow::provider).orElse(provider);
    }
    return claimed(connection, task.about(intent), provider, regardless);
  }

  /// @param provider who is asked: of a refund, whoever took the money
  private Claim claimed(Connection connection, Task task, String provider, boolean regardless)
      throws SQLException {
    long now = clock.millis(task.api().name());
    boolean keyed = !task.keyHash().isEmpty() && !regardless;
    PaymentRow payment =
        new PaymentRow(
            numbers.getAndIncrement(),
            task.intent(),
            PaymentRow.PENDING,
            provider,
            "",
            task.keyHash(),
            now);
    if (keyed) {
      Optional<KeyRow> taken = take(connection, task, payment.id(), now);
      if (taken.isPresent()) {
        return new Claim.Taken(taken.get());
      }
    }
    if (!PaymentTable.insert(
        connection, payment, task.choices().onePerOrder(), clock.steadyMillis())) {
      return new Claim.Refused(
          new Objection(
              409, "order-paid", "order", "The order " + task.intent().order() + " has a payment"));
    }
    Actor actor = task.actor();
    String what = regardless ? "begun-again" : "claimed";
    Trail.add(connection, payment.id(), now, actor, what, task.visit().call().path());
    Trail.add(connection, payment.id(), now, actor, "asking", payment.provider());
    return new Claim.Claimed(payment);
  }

  /*
   * Who is first is decided by the insert, by nothing else. A design with that constraint may look
   * before it tries: a repeat then finds its key without a statement that fails, which would cost
   * the database an exception, a roll-back, and every statement the connection has parsed. The
   * design that checks and then inserts has looked already, in a transaction of its own.
   */

  /// Puts the key into the table; the row that is in the way, if one is.
  private Optional<KeyRow> take(Connection connection, Task task, long payment, long now)
      throws SQLException {
    boolean sole = task.choices().keys() != Keys.CHECK_THEN_INSERT;
    KeyRow mine =
        new KeyRow(
            task.scope(),
            task.keyHash(),
            sole ? 0 : payment,
            task.intent().fingerprint(),
            payment,
            0,
            "",
            now,
            now + task.choices().keyLifetime().toMillis());
    boolean looks = sole;
    while (looks || !task.keys().insert(connection, mine)) {
      looks = false;
      Optional<KeyRow> there = task.keys().find(connection, mine.scope(), mine.hash());
      if (there.isPresent()) {
        if (!there.get().expired(now)) {
          return there;
        }
        if (task.keys().takeOver(connection, there.get(), mine)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Objection> objection(
      Connection connection, Task task, Optional<PaymentRow> original) throws SQLException {
    Optional<PaymentRow> own =
        original
            .filter(PaymentRow::succeeded)
            .filter(paid -> !paid.intent().refund())
            .filter(paid -> paid.intent().tenant().equals(task.intent().tenant()));
    if (own.isEmpty()) {
      return Optional.of(
          new Objection(404, "not-found", "payment", "There is no such payment to give back from"));
    }
    long left = own.get().intent().amount() - PaymentTable.refunded(connection, own.get().id());
    return task.intent().amount() <= left
        ? Optional.empty()
        : Optional.of(
            new Objection(
                422, "refund-exceeds", "amount", "Of this payment " + left + " can be given back"));
  }
}
