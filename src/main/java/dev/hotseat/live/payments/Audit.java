package dev.hotseat.live.payments;

import dev.hotseat.history.Agreement;
import dev.hotseat.history.AtMostOnce;
import dev.hotseat.history.Belief;
import dev.hotseat.history.Checker;
import dev.hotseat.history.Conserved;
import dev.hotseat.history.Effect;
import dev.hotseat.history.Entry;
import dev.hotseat.history.History;
import dev.hotseat.history.Irrevocable;
import dev.hotseat.history.Recorded;
import dev.hotseat.history.SameReply;
import dev.hotseat.history.Verdict;
import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts the questions to the clients' history: was everything that was wanted charged at most once,
/// told truly, and written down?
final class Audit {
  private static final String BOOKED =
      "SELECT ledger.id, ledger.payment, payments.wish, ledger.amount, ledger.currency,"
          + " payments.refund_of FROM ledger"
          + " JOIN payments ON payments.id = ledger.payment"
          + " WHERE ledger.account LIKE 'provider:%' ORDER BY ledger.id";
  private static final String BELIEFS = "SELECT wish, status FROM payments";

  /// Accounts of those who owe us: nobody gives back more than it was charged.
  private static final Set<String> OWING =
      Schema.PROVIDERS.stream().map(LedgerTable::owing).collect(Collectors.toUnmodifiableSet());

  /// Refusals that say of a payment that it is not made, or not yet.
  private static final Set<String> DENIALS =
      Set.of("402 card-declined", "409 in-flight", "503 provider-down", "504 provider-timeout");

  private Audit() {}

  /*
   * The mark first, then the books, then the history: nothing that was told after the mark is held
   * against the books, and nothing in the books lacks its invocation. Of our two books the one that
   * is written last is read first.
   */
  static Verdict of(Kit kit, Collection<Provider> providers, History history)
      throws InterruptedException {
    long mark = history.mark();
    Map<String, Belief> beliefs = kit.store().aside(Audit::beliefs);
    List<Entry> entries = kit.store().aside(Audit::entries);
    List<Booking> bookings = kit.store().aside(Audit::bookings);
    List<Effect> charged = new ArrayList<>();
    for (Provider provider : providers) {
      charged.addAll(
          provider
              .book()
              .aside(
                  connection -> effects(provider.table().since(connection, 0, Integer.MAX_VALUE))));
    }
    Recorded told = history.recorded().knownBy(mark);
    return Checker.check(
        told,
        List.of(
            AtMostOnce.of("charge", "provider", of("charge", charged)).believing(beliefs),
            AtMostOnce.of("refund", "provider", of("refund", charged)).believing(beliefs),
            SameReply.of("charge"),
            SameReply.of("refund"),
            Irrevocable.of("charge", DENIALS::contains),
            Irrevocable.of("refund", DENIALS::contains),
            Agreement.of("provider", charged, "ledger", recorded(bookings)),
            Conserved.of("ledger", entries).neverBelowZero(OWING),
            keptOf(bookings)));
  }

  /// Of no payment is more given back than was taken: what is left of it never falls below zero.
  static Conserved keptOf(List<Booking> bookings) {
    List<Entry> entries = new ArrayList<>(2 * bookings.size());
    Set<String> accounts = new HashSet<>();
    for (Booking each : bookings) {
      long sign = each.refund() ? -1 : 1;
      String left = "left of " + PaymentId.text(false, each.about());
      accounts.add(left);
      entries.add(each.leg(left, sign * each.amount()));
      entries.add(each.leg("customers", -sign * each.amount()));
    }
    return Conserved.of("refunds", entries).neverBelowZero(accounts);
  }

  private static List<Effect> of(String action, List<Effect> effects) {
    return effects.stream().filter(effect -> effect.action().equals(action)).toList();
  }

  private static List<Effect> effects(List<Charge> charges) {
    List<Effect> effects = new ArrayList<>(charges.size());
    for (Charge charge : charges) {
      if (charge.approved()) {
        effects.add(
            new Effect(
                charge.id(),
                charge.wish(),
                charge.reference(),
                charge.kind(),
                charge.currency(),
                charge.amount(),
                effects.size(),
                ""));
      }
    }
    return effects;
  }

  private static Map<String, Belief> beliefs(Connection connection) throws SQLException {
    Map<String, Belief> beliefs = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(BELIEFS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Belief belief =
            switch (row.getString(2)) {
              case PaymentRow.SUCCEEDED -> Belief.DONE;
              case PaymentRow.PENDING -> Belief.OPEN;
              default -> Belief.NOT_DONE;
            };
        beliefs.merge(row.getString(1), belief, Audit::stronger);
      }
    }
    return beliefs;
  }

  /// Of several payments begun for one wish, the one that got furthest speaks for it.
  private static Belief stronger(Belief one, Belief other) {
    if (one == Belief.DONE || other == Belief.DONE) {
      return Belief.DONE;
    }
    return one == Belief.OPEN || other == Belief.OPEN ? Belief.OPEN : Belief.NOT_DONE;
  }

  private static List<Effect> recorded(List<Booking> bookings) {
    List<Effect> effects = new ArrayList<>(bookings.size());
    for (Booking each : bookings) {
      effects.add(
          new Effect(
              "entry " + each.entry(),
              each.wish(),
              PaymentId.text(each.refund(), each.payment()),
              each.refund() ? "refund" : "charge",
              each.currency(),
              each.amount(),
              effects.size(),
              ""));
    }
    return effects;
  }

  /// One for each entry on a provider's account.
  static List<Booking> bookings(Connection connection) throws SQLException {
    List<Booking> bookings = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(BOOKED);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        bookings.add(
            new Booking(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Math.abs(row.getLong(4)),
                row.getString(5),
                row.getLong(6)));
      }
    }
    return bookings;
  }

  /// What the ledger says was done with a provider.
  ///
  /// @param refundOf number of the payment that is given back from; 0 for a payment
  record Booking(
      long entry, long payment, String wish, long amount, String currency, long refundOf) {
    boolean refund() {
      return refundOf != 0;
    }

    /// The payment whose money it is.
    long about() {
      return refund() ? refundOf : payment;
    }

    Entry leg(String account, long moved) {
      return new Entry("entry " + entry, "entry " + entry, account, currency, moved, entry);
    }
  }

  private static List<Entry> entries(Connection connection) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    for (Snapshot.Leg leg : Snapshot.legsAfter(connection, 0)) {
      entries.add(
          new Entry(
              "entry " + leg.id(),
              "payment " + leg.payment(),
              leg.account(),
              leg.currency(),
              leg.amount(),
              leg.id()));
    }
    return entries;
  }
}
