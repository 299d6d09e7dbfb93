package dev.hotseat.api.body;

import java.util.Collection;
import java.util.Optional;

/// The word somebody probably meant.
final class Nearest {
  private Nearest() {}

  /// The closest of `words` to `word`, when it is close enough to be a slip.
  static Optional<String> to(String word, Collection<String> words) {
    int best = Math.max(1, word.length() / 3) + 1;
    String found = "";
    for (String each : words) {
      int distance =
          distance(
              word.toLowerCase(java.util.Locale.ROOT), each.toLowerCase(java.util.Locale.ROOT));
      if (distance < best) {
        best = distance;
        found = each;
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /// Edits that turn one word into the other (Levenshtein, two rows).
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] here = new int[to.length() + 1];
      here[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int swap = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(above[column - 1] + swap, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[to.length()];
  }
}
