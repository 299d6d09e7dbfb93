package dev.hotseat.history;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A day at a till: clients that retry, answers that get lost, crashes; one step of somebody at a
/// time, in an order that the seed decides.
final class Trade {
  private static final int WISHES = 400;
  private static final int ATTEMPTS_MAX = 5;
  private static final double CRASH = 0.01;
  private static final int MOMENTS_BETWEEN_WISHES = 5;
  private static final int PATIENCE = 150;

  /// What a client wants once.
  private static final class Wish {
    private final String tenant;
    private final String key;
    private final String order;
    private final long amount;
    private final int since;
    private int attempts;

    Wish(String tenant, String key, String order, long amount, int since) {
      this.since = since;
      this.tenant = tenant;
      this.key = key;
      this.order = order;
      this.amount = amount;
    }
  }

  private static final class Going {
    private final Wish wish;
    private final Pending client;
    private @Nullable Step next;

    Going(Wish wish, Pending client, Step next) {
      this.wish = wish;
      this.client = client;
      this.next = next;
    }
  }

  private final History history = new History(100_000);
  private final RandomGenerator chance;
  private final Provider provider;
  private final Till till;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Going> going = new ArrayList<>();
  private int visits;
  private int moments;

  Trade(Flaw flaw, long seed) {
    chance = new Dice(seed).stream("trade");
    provider = new Provider(new Dice(seed).stream("provider"));
    till = new Till(flaw, provider, new Dice(seed).stream("till"));
  }

  /// Plays the day and checks its history.
  Verdict close() {
    for (int i = 0; i < WISHES; i++) {
      wish(i);
      for (int step = 0; step < MOMENTS_BETWEEN_WISHES; step++) {
        moment();
      }
    }
    while (!going.isEmpty() || !wishes.isEmpty()) {
      moment();
    }
    crash();
    return check();
  }

  Verdict check() {
    return Checker.check(
        history.recorded(),
        List.of(
            AtMostOnce.of("charge", "provider", provider.book()).believing(till.beliefs()),
            SameReply.of("charge"),
            Agreement.of("provider", provider.book(), "ledger", till.payments()),
            Conserved.of("ledger", till.ledger())));
  }

  /*
   * Most orders have a key of their own. Now and then a client uses the key of an earlier order
   * again: at once and with another amount, which is a mistake that must be refused, or after the
   * key's life, which is its right (91 is a multiple of the seven amounts). The second tenant counts
   * its keys as the first one does. A client stops trying long before its key is forgotten.
   */
  private void wish(int i) {
    String tenant = i % 2 == 0 ? "north" : "south";
    long amount = 100 + 10L * (i / 2 % 7);
    int keyNumber =
        switch (chance.nextInt(20)) {
          case 0 -> Math.max(0, i / 2 - 1);
          case 1, 2 -> i / 2 < 91 ? i / 2 : i / 2 - 91;
          default -> i / 2;
        };
    wishes.add(new Wish(tenant, "key-" + keyNumber, "order-" + i, amount, moments));
  }

  private void moment() {
    till.tick();
    moments++;
    wishes.removeIf(each -> moments - each.since > PATIENCE);
    if (chance.nextDouble() < CRASH) {
      crash();
    }
    if (!wishes.isEmpty() && chance.nextInt(2) == 0) {
      arrive(wishes.get(chance.nextInt(wishes.size())));
    }
    if (!going.isEmpty()) {
      advance(going.get(chance.nextInt(going.size())));
    }
  }

  private void arrive(Wish wish) {
    boolean twiceAtOnce = chance.nextInt(10) == 0;
    if (going.stream().anyMatch(each -> each.wish == wish) && !twiceAtOnce) {
      return;
    }
    wish.attempts++;
    if (wish.attempts == ATTEMPTS_MAX) {
      wishes.remove(wish);
    }
    Pending client = history.invoke(wish.tenant, "charge", wish.order, wish.amount);
    String payment = "pay-" + ++visits;
    Visit visit = new Visit(wish.tenant, wish.key, wish.order, wish.amount, payment, client);
    going.add(new Going(wish, client, till.pay(visit)));
  }

  private void advance(Going one) {
    Step step = one.next;
    one.next = step == null ? null : step.go();
    if (one.next == null) {
      going.remove(one);
      Operation seen = one.client.seen();
      if (seen.isOk() || (seen.isFail() && chance.nextBoolean())) {
        wishes.remove(one.wish);
      }
    }
  }

  private void crash() {
    going.forEach(each -> each.client.unknown("the connection was cut"));
    going.clear();
    till.recover();
  }
}
