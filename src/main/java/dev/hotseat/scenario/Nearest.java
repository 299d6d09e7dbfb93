package dev.hotseat.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds the word that was probably meant.
final class Nearest {
  private static final int LENGTH_MAX = 64;

  private Nearest() {}

  /// The valid word nearest to `word`; empty when none is near enough to be a slip of the hand.
  static String to(String word, Collection<String> valid) {
    if (word.isEmpty() || word.length() > LENGTH_MAX) {
      return "";
    }
    return valid.stream()
        .filter(each -> distance(word, each) <= tolerance(word, each))
        .min(
            Comparator.<String>comparingInt(each -> distance(word, each))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  /// Two slips in five letters; one in a very short word.
  private static int tolerance(String word, String valid) {
    int length = Math.max(word.length(), valid.length());
    return length < 5 ? 1 : length * 2 / 5;
  }

  /// The few valid words to show to somebody who wrote `word`: the nearest, in alphabetical order.
  static List<String> few(String word, Collection<String> valid, int max) {
    return valid.stream()
        .sorted(Comparator.comparingInt(each -> distance(word, each)))
        .limit(max)
        .sorted()
        .toList();
  }

  /// Letters to insert, drop, replace or swap with their neighbour; case and the choice of
  /// separator count nothing.
  static int distance(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    if (Math.max(a.length(), b.length()) > LENGTH_MAX) {
      return LENGTH_MAX;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
