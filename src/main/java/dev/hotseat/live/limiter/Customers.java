package dev.hotseat.live.limiter;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.List;

/// The 20,000 who have bought something: one in a hundred has paid, one of those is noisy.
final class Customers {
  /// How many there are.
  static final int SIZE = 20_000;

  private static final int PAID = SIZE / 100;
  private final List<String> keys;
  private final String noisy;

  Customers(Dice dice) {
    List<String> all = new ArrayList<>(SIZE);
    for (int number = 0; number < SIZE; number++) {
      all.add(number % 100 == 0 ? paid(number / 100) : free(number));
    }
    this.keys = List.copyOf(all);
    this.noisy = paid(dice.pick("noisy-tenant", PAID));
  }

  /// Key of the customer with this number.
  String key(int number) {
    return keys.get(number);
  }

  /// Key of the tenant that makes most of the traffic.
  String noisy() {
    return noisy;
  }

  static String free(int number) {
    return "free_" + padded(number, 100_000);
  }

  static String paid(int number) {
    return "paid_" + padded(number, 1_000);
  }

  private static String padded(int number, int power) {
    return Integer.toString(power + number % power).substring(1);
  }
}
