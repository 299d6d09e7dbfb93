package dev.hotseat.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A small payments API that never charges twice, or does so in one of the ways of [Flaw].
///
/// Whatever one step changes is one transaction. A crash happens between two steps and leaves what
/// was committed.
final class Till {
  static final long KEY_LIFE = 500;
  private static final double REPLY_LOST = 0.1;

  private record Row(Visit visit, long savedAt, boolean done, String reply) {}

  private final Flaw flaw;
  private final Provider provider;
  private final RandomGenerator chance;
  private final Map<String, Row> keys = new HashMap<>();
  private final Map<String, Belief> beliefs = new HashMap<>();
  private final List<Effect> payments = new ArrayList<>();
  private final List<Entry> ledger = new ArrayList<>();
  private long now;
  private long amountInHand;

  Till(Flaw flaw, Provider provider, RandomGenerator chance) {
    this.flaw = flaw;
    this.provider = provider;
    this.chance = chance;
  }

  void tick() {
    now++;
    if (flaw == Flaw.KEY_FORGOTTEN_EARLY && chance.nextInt(20) == 0) {
      keys.values().removeIf(Row::done);
    }
  }

  Step pay(Visit visit) {
    return () -> lookUp(visit);
  }

  private @Nullable Step lookUp(Visit visit) {
    amountInHand = visit.amount();
    Row row = keys.get(scoped(visit));
    if (row != null && flaw != Flaw.NO_KEY && isAlive(row)) {
      return replay(visit, row);
    }
    return switch (flaw) {
      case NO_KEY, KEY_SAVED_AFTER_CHARGE -> () -> charge(visit);
      case CHECK_THEN_INSERT -> () -> claim(visit);
      default -> claim(visit);
    };
  }

  private Step claim(Visit visit) {
    keys.put(scoped(visit), new Row(visit, now, false, ""));
    if (flaw == Flaw.RECORDED_BEFORE_CHARGE) {
      enter(visit);
    }
    return () -> charge(visit);
  }

  private @Nullable Step replay(Visit visit, Row row) {
    if (flaw != Flaw.NO_FINGERPRINT && !fingerprint(row.visit()).equals(fingerprint(visit))) {
      visit.client().fail("422 this key was used for something else");
    } else if (!row.done()) {
      visit.client().fail("409 still in flight");
    } else {
      String reply = flaw == Flaw.REPLY_BUILT_ANEW ? row.reply() + now : row.reply();
      answer(visit.client(), row.visit().payment(), reply);
    }
    return null;
  }

  private Step charge(Visit visit) {
    long amount = flaw == Flaw.AMOUNT_IN_A_SHARED_FIELD ? amountInHand : visit.amount();
    String key = flaw == Flaw.PROVIDER_NEVER_GIVEN_A_KEY ? "" : visit.payment();
    boolean answered = provider.charge(visit.order(), visit.payment(), key, amount);
    if (answered) {
      return flaw == Flaw.REPLIED_BEFORE_COMMIT ? () -> replyFirst(visit) : () -> record(visit);
    }
    return switch (flaw) {
      case TIME_OUT_TAKEN_FOR_FAILURE -> () -> release(visit);
      case PROVIDER_NEVER_GIVEN_A_KEY -> () -> charge(visit);
      default -> () -> enquire(visit);
    };
  }

  private @Nullable Step enquire(Visit visit) {
    return provider.hasCharged(visit.payment()) ? record(visit) : release(visit);
  }

  private @Nullable Step release(Visit visit) {
    keys.remove(scoped(visit));
    visit.client().fail("503 the provider did not charge");
    return null;
  }

  private Step replyFirst(Visit visit) {
    answer(visit.client(), visit.payment(), reply(visit));
    return () -> record(visit);
  }

  private Step record(Visit visit) {
    finish(visit);
    if (flaw == Flaw.LEGS_IN_TWO_TRANSACTIONS) {
      return () -> {
        leg(visit, "merchant", visit.amount());
        return () -> reply(visit.client(), visit);
      };
    }
    return () -> reply(visit.client(), visit);
  }

  private @Nullable Step reply(Pending client, Visit visit) {
    answer(client, visit.payment(), reply(visit));
    return null;
  }

  private void answer(Pending client, String payment, String reply) {
    if (chance.nextDouble() < REPLY_LOST) {
      client.unknown("the reply was lost");
    } else {
      client.ok(payment, reply);
    }
  }

  private static String reply(Visit visit) {
    return "{\"payment\":\"" + visit.payment() + "\",\"amount\":" + visit.amount() + "}";
  }

  private void finish(Visit visit) {
    keys.put(scoped(visit), new Row(visit, now, true, reply(visit)));
    if (flaw != Flaw.RECORDED_BEFORE_CHARGE) {
      enter(visit);
    }
  }

  private void enter(Visit visit) {
    beliefs.put(visit.order(), Belief.DONE);
    int number = payments.size() + 1;
    payments.add(
        new Effect(
            "row-" + number,
            visit.order(),
            visit.payment(),
            "payment",
            "EUR",
            visit.amount(),
            number,
            ""));
    leg(visit, "customer", -visit.amount());
    if (flaw != Flaw.LEGS_IN_TWO_TRANSACTIONS) {
      leg(visit, "merchant", visit.amount());
    }
  }

  private void leg(Visit visit, String account, long amount) {
    int number = ledger.size() + 1;
    ledger.add(new Entry("leg-" + number, visit.payment(), account, "EUR", amount, number));
  }

  /// After a crash: the provider is asked about every claim that nobody works on any more.
  void recover() {
    for (Iterator<Row> rows = keys.values().iterator(); rows.hasNext(); ) {
      Row row = rows.next();
      if (!row.done()) {
        resolve(row, rows);
      }
    }
    List<Row> found = keys.values().stream().filter(each -> !each.done()).toList();
    if (flaw != Flaw.NOBODY_RECOVERS) {
      found.forEach(each -> finish(each.visit()));
    }
  }

  private void resolve(Row row, Iterator<Row> rows) {
    switch (flaw) {
      case NOBODY_RECOVERS -> beliefs.put(row.visit().order(), Belief.OPEN);
      case REPLIED_BEFORE_COMMIT -> rows.remove();
      default -> {
        if (!provider.hasCharged(row.visit().payment())) {
          rows.remove();
        }
      }
    }
  }

  private boolean isAlive(Row row) {
    return flaw == Flaw.KEY_NEVER_EXPIRES || now - row.savedAt() < KEY_LIFE;
  }

  private String scoped(Visit visit) {
    return flaw == Flaw.ONE_SCOPE_FOR_ALL_TENANTS
        ? visit.key()
        : visit.tenant() + "/" + visit.key();
  }

  private static String fingerprint(Visit visit) {
    return "" + visit.amount();
  }

  Map<String, Belief> beliefs() {
    return Map.copyOf(beliefs);
  }

  List<Effect> payments() {
    return List.copyOf(payments);
  }

  List<Entry> ledger() {
    return List.copyOf(ledger);
  }
}
