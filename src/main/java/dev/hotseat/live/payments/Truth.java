package dev.hotseat.live.payments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/// What really happened, folded from the providers' books, the ledger and what clients were told:
/// the oracles. The API's own counters and statuses have no say in it.
///
/// Fed by one thread; read by any.
final class Truth {
  private final Map<String, Integer> byWish = new HashMap<>();
  private final Map<Long, Account> accounts = new HashMap<>();
  private final Set<Long> open = new HashSet<>();
  private final Set<Long> owed = new HashSet<>();
  private final Set<Long> unannounced = new HashSet<>();
  private final Map<Long, Long> toldAtNanos = new HashMap<>();
  private long doubleCharges;
  private long doubleRefunds;
  private volatile Map<String, Double> oracles = Map.of();

  /// The readings, as of the last look.
  Map<String, Double> oracles() {
    return oracles;
  }

  /// New lines of a provider's book.
  void charged(List<Charge> charges, long nowNanos) {
    for (Charge charge : charges) {
      if (charge.approved()) {
        int times = byWish.merge(charge.wish(), 1, Integer::sum);
        if (times == 2) {
          if (charge.kind().equals("refund")) {
            doubleRefunds++;
          } else {
            doubleCharges++;
          }
        }
        touched(PaymentId.number(charge.reference()), nowNanos).charges++;
      }
    }
  }

  /// New entries of the ledger: payment and amount of each.
  void booked(List<long[]> entries, long nowNanos) {
    for (long[] entry : entries) {
      Account account = touched(entry[0], nowNanos);
      account.entries++;
      account.sum += entry[1];
      if (account.entries == 1) {
        unannounced.add(entry[0]);
      }
    }
  }

  /// A client was told that this payment went through.
  void toldPaid(long payment, long nowNanos) {
    if (owed.add(payment)) {
      toldAtNanos.put(payment, nowNanos);
    }
  }

  /// References charged and not booked for longer than `graceNanos`.
  List<Long> late(long nowNanos, long graceNanos) {
    return open.stream()
        .filter(payment -> {
          Account account = account(payment, nowNanos);
          return account.charges > account.bookings() && nowNanos - account.sinceNanos > graceNanos;
        })
        .toList();
  }

  /// Draws the conclusions.
  void conclude(Look look) {
    settleAccounts(look);
    settleTold(look);
    unannounced.removeIf(look.announced()::test);
    Map<String, Double> next = new HashMap<>();
    next.put("doubleCharges", (double) doubleCharges);
    next.put("doubleRefunds", (double) doubleRefunds);
    next.put("wrongReplays", (double) look.wrongReplays());
    next.put("falseDeclines", (double) falseDeclines(look));
    next.put("stuckOrders", (double) look.stuckKeys());
    next.put("untraceable", (double) look.untraceable());
    long orphans = 0;
    long phantoms = 0;
    long crooked = 0;
    for (Long payment : open) {
      Account account = account(payment, look.nowNanos());
      boolean late = look.nowNanos() - account.sinceNanos > look.graceNanos();
      if (late && account.charges > account.bookings() && !look.inHand().test(payment)) {
        orphans += account.charges - account.bookings();
      }
      if (account.bookings() > account.charges) {
        phantoms++;
      }
      if (late && account.sum != 0) {
        crooked++;
      }
    }
    next.put("orphans", (double) orphans);
    next.put("phantoms", (double) phantoms);
    next.put("ledgerImbalance", (double) crooked);
    next.put("lostPayments", (double) lostPayments(look));
    next.put("lostEvents", (double) lostEvents(look));
    oracles = Map.copyOf(next);
  }

  private void settleAccounts(Look look) {
    open.removeIf(payment -> account(payment, look.nowNanos()).even());
  }

  private void settleTold(Look look) {
    Iterator<Long> each = owed.iterator();
    while (each.hasNext()) {
      Long payment = each.next();
      Account account = account(payment, look.nowNanos());
      if (account.charges > 0 && account.entries > 0) {
        each.remove();
        toldAtNanos.remove(payment);
      }
    }
  }

  private long lostPayments(Look look) {
    return owed.stream()
        .filter(payment ->
            look.nowNanos() - toldAtNanos.getOrDefault(payment, look.nowNanos())
                > look.graceNanos())
        .count();
  }

  private long lostEvents(Look look) {
    return unannounced.stream()
        .filter(payment ->
            look.nowNanos() - account(payment, look.nowNanos()).sinceNanos > look.graceNanos())
        .count();
  }

  private long falseDeclines(Look look) {
    return look.denied().stream()
        .filter(payment -> account(payment, look.nowNanos()).charges > 0)
        .count();
  }

  private Account touched(long payment, long nowNanos) {
    open.add(payment);
    return account(payment, nowNanos);
  }

  private Account account(long payment, long nowNanos) {
    return accounts.computeIfAbsent(payment, _ -> new Account(nowNanos));
  }

  /// What a look at everything else found.
  ///
  /// @param inHand whether somebody is still on to a payment
  /// @param announced whether the others have heard of it, or will from the outbox
  record Look(
      long nowNanos,
      long graceNanos,
      LongPredicate inHand,
      LongPredicate announced,
      Set<Long> denied,
      long wrongReplays,
      long stuckKeys,
      long untraceable) {}

  private static final class Account {
    private final long sinceNanos;
    private int charges;
    private int entries;
    private long sum;

    Account(long sinceNanos) {
      this.sinceNanos = sinceNanos;
    }

    /// Two entries book a payment; half of one counts.
    int bookings() {
      return (entries + 1) / 2;
    }

    boolean even() {
      return charges == 1 && entries == 2 && sum == 0;
    }
  }
}
