package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Ends payments: status, ledger, stored reply, announcement and trail.
///
/// Only a pending payment can be ended, so whoever comes second (the process, the completer, a
/// message of the provider) finds it ended and changes nothing.
final class Settling {
  private final Clock clock;
  private final Announcer announcer;
  private final LongAdder settled = new LongAdder();

  Settling(Clock clock, Announcer announcer) {
    this.clock = clock;
    this.announcer = announcer;
  }

  /// Payments that were settled, as far as our own book is concerned.
  long settled() {
    return settled.sum();
  }

  /// How a payment is ended.
  ///
  /// @param keys where the key of the payment is kept
  /// @param halfway what may happen between the status and the ledger
  record Manner(Choices choices, KeyTable keys, Actor actor, Runnable halfway) {}

  /// The provider did it. Leaves nothing in a transaction.
  ///
  /// @return the reply that stands for it from now on, whoever ended it
  Stored succeed(
      Connection connection, PaymentRow payment, String provider, String charge, Manner manner)
      throws SQLException {
    Choices choices = manner.choices();
    long now = clock.millis(manner.actor().name());
    connection.setAutoCommit(false);
    if (!PaymentTable.settle(connection, payment.id(), provider, charge, now)) {
      connection.rollback();
      return asItStands(connection, payment);
    }
    PaymentRow ended = payment.become(PaymentRow.SUCCEEDED, provider, charge);
    Stored reply = Stored.settled(ended);
    if (!payment.keyHash().isEmpty()) {
      manner.keys().finish(connection, payment, reply);
    }
    PaymentTable.finished(connection, payment.id());
    Trail.add(
        connection, payment.id(), now, manner.actor(), "settled", provider + " charged " + charge);
    if (choices.outbox()) {
      announcer.write(connection, ended);
    }
    if (!choices.oneTransaction()) {
      connection.commit();
      connection.setAutoCommit(true);
    }
    LedgerTable.debit(connection, ended, now);
    manner.halfway().run();
    LedgerTable.credit(connection, ended, now);
    if (choices.oneTransaction()) {
      connection.commit();
    }
    settled.increment();
    return reply;
  }

  /// The provider did not do it, as far as we are concerned.
  ///
  /// @param reply what the client hears
  /// @param kept whether the key goes on to stand for that reply, or may be used again
  Stored fail(Connection connection, PaymentRow payment, Stored reply, boolean kept, Manner manner)
      throws SQLException {
    long now = clock.millis(manner.actor().name());
    connection.setAutoCommit(false);
    if (!PaymentTable.fail(connection, payment.id(), payment.provider(), now)) {
      connection.rollback();
      return asItStands(connection, payment);
    }
    if (!payment.keyHash().isEmpty()) {
      if (kept) {
        manner.keys().finish(connection, payment, reply);
      } else {
        manner.keys().release(connection, payment);
      }
    }
    PaymentTable.finished(connection, payment.id());
    Trail.add(connection, payment.id(), now, manner.actor(), "failed", reply.body());
    connection.commit();
    return reply;
  }

  /// Nobody knows yet; the payment stays pending.
  void leave(Connection connection, PaymentRow payment, Actor actor, String why)
      throws SQLException {
    Trail.add(connection, payment.id(), clock.millis(actor.name()), actor, "unknown", why);
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private static Stored asItStands(Connection connection, PaymentRow payment) throws SQLException {
    Optional<PaymentRow> found = PaymentTable.find(connection, payment.id());
    PaymentRow row = found.orElse(payment);
    return row.succeeded() ? Stored.settled(row) : Stored.declined(row);
  }
}
