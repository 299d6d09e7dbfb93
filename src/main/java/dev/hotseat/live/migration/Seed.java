package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;

/// The customers there are at the beginning: the same ones for the same seed, each a function of
/// its id alone, so that a hundred million need no list. One in twenty-five is dirty, on purpose.
final class Seed {
  private static final int ROWS_A_STATEMENT = 10_000;

  private static final List<String> GIVEN =
      List.of(
          "Ada",
          "Grace",
          "Alan",
          "Barbara",
          "Edsger",
          "Frances",
          "Ken",
          "Radia",
          "Tony",
          "Margaret",
          "Niklaus",
          "Hedy",
          "Donald",
          "Karen",
          "John",
          "Annie");
  private static final List<String> FAMILY =
      List.of(
          "Lovelace",
          "Hopper",
          "Turing",
          "Liskov",
          "Dijkstra",
          "Allen",
          "Thompson",
          "Perlman",
          "Hoare",
          "Hamilton",
          "Wirth",
          "Lamarr",
          "Knuth",
          "Backus",
          "Easley",
          "Codd");
  private static final List<String> FOUR_WORDS =
      List.of(
          "Ana Maria dos Santos",
          "Jan Peter van Dijk",
          "Mary Ann Lee Smith",
          "Ludwig Otto von Berg");
  private static final List<String> COUNTRIES =
      List.of(
          "Germany",
          "DE",
          "France",
          "FR",
          "United Kingdom",
          "GB",
          "Spain",
          "Netherlands",
          "US",
          "United States",
          "Italy",
          "Poland",
          "Japan",
          "Sweden",
          "Kuwait",
          "Brazil");
  private static final List<String> ALIASES =
      List.of("UK", "Deutschland", "Holland", "U.S.A.", " France ", "england");
  private static final List<String> NOWHERE = List.of("Narnia", "n/a", "", "Yugoslavia", "EU");
  private static final double[] TRAPS = {
    0.30000000000000004, 2.675, 1.005, 1.15, 8.325, -0.125, 1019.9949999999999, 4.35
  };

  private Seed() {}

  /// Fills the empty old table with customers 1 to `rows` of version 1, in one statement for every
  /// few thousand. Indexes are better made afterwards.
  static void fill(Connection connection, long seed, int rows) throws SQLException {
    fill(connection, seed, rows, _ -> {});
  }

  /// @param reached is told every few thousand how far it has come
  static void fill(Connection connection, long seed, int rows, IntConsumer reached)
      throws SQLException {
    for (int from = 1; from <= rows; from += ROWS_A_STATEMENT) {
      int to = Math.min(rows, from + ROWS_A_STATEMENT - 1);
      reached.accept(from - 1);
      OldRow[] chunk = new OldRow[to - from + 1];
      for (int i = 0; i < chunk.length; i++) {
        chunk[i] = row(seed, from + i);
      }
      CopySource.insertAll(connection, List.of(chunk));
    }
  }

  /// The customer with this id as the beginning had it.
  static OldRow row(long seed, int id) {
    long draw = mixed(seed, id);
    return new OldRow(id, name(draw), email(seed, id, draw), credit(draw), country(draw), 1);
  }

  private static String name(long draw) {
    int dirt = part(draw, 0, 10_000);
    if (dirt < 5) {
      return " ";
    }
    if (dirt < 100) {
      return of(GIVEN, draw, 12);
    }
    if (dirt < 200) {
      return of(FOUR_WORDS, draw, 12);
    }
    if (dirt < 250) {
      return of(FAMILY, draw, 20) + ", " + of(GIVEN, draw, 12);
    }
    return of(GIVEN, draw, 12) + " " + of(FAMILY, draw, 20);
  }

  private static String country(long draw) {
    int dirt = part(draw, 7, 1_000);
    if (dirt < 3) {
      return of(NOWHERE, draw, 28);
    }
    return of(dirt < 15 ? ALIASES : COUNTRIES, draw, 28);
  }

  private static double credit(long draw) {
    return part(draw, 9, 100) == 0
        ? TRAPS[part(draw, 31, TRAPS.length)]
        : part(draw, 35, 1_000_000) / 100.0;
  }

  /// One in two hundred shares the address of the customer before: a couple, or the same person
  /// twice.
  private static String email(long seed, int id, long draw) {
    boolean shared = id > 1 && part(draw, 3, 200) == 0;
    int whose = shared ? id - 1 : id;
    char initial = of(GIVEN, shared ? mixed(seed, whose) : draw, 12).charAt(0);
    return Character.toLowerCase(initial) + "." + whose + "@example.org";
  }

  private static String of(List<String> words, long draw, int shift) {
    return words.get(part(draw, shift, words.size()));
  }

  /// A number below `bound` from another corner of the draw.
  private static int part(long draw, int shift, int bound) {
    return Math.floorMod((int) Long.rotateRight(draw, shift), bound);
  }

  /// One round of the SplitMix64 finaliser.
  private static long mixed(long seed, int id) {
    long z = seed + id * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
