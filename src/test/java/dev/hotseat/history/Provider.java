package dev.hotseat.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A payment provider with a book of its own, which now and then does not answer: sometimes before
/// it has charged, sometimes after.
final class Provider {
  private static final double TIMES_OUT = 0.15;
  private final RandomGenerator chance;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> charged = new HashSet<>();
  private final List<Effect> book = new ArrayList<>();

  Provider(RandomGenerator chance) {
    this.chance = chance;
  }

  /// @param key the caller's idempotency key; empty where it sends none
  /// @return whether it answered; it may have charged either way
  boolean charge(String order, String payment, String key, long amount) {
    boolean silent = chance.nextDouble() < TIMES_OUT;
    if (silent && chance.nextBoolean()) {
      return false;
    }
    if (key.isEmpty() || keys.add(key)) {
      int number = book.size() + 1;
      charged.add(payment);
      book.add(new Effect("ch-" + number, order, payment, "charge", "EUR", amount, number, ""));
    }
    return !silent;
  }

  boolean hasCharged(String payment) {
    return charged.contains(payment);
  }

  List<Effect> book() {
    return List.copyOf(book);
  }
}
