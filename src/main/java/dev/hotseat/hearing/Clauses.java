package dev.hotseat.hearing;

import java.util.Set;

/// Numbers the clauses of a text: a negation reaches to the end of its own and no further.
final class Clauses {
  private static final Set<String> OPENERS =
      Set.of(
          "but",
          "because",
          "so",
          "since",
          "while",
          "whereas",
          "although",
          "though",
          "which",
          "if",
          "when",
          "unless",
          "until",
          "then",
          "otherwise",
          "yet",
          "hence",
          "therefore",
          "except",
          "nor",
          "where",
          "wherever",
          "whenever");
  private static final Set<String> JOINS = Set.of("and", "or");
  private static final Set<String> SUBJECTS =
      Set.of(
          "i", "we", "you", "it", "they", "he", "she", "then", "this", "that", "instead", "nobody",
          "nothing", "no", "not", "never");
  private static final String MARKS = ",;:()–—[]";

  private Clauses() {}

  static int[] of(Utterance heard) {
    int[] clauses = new int[heard.size()];
    int clause = 0;
    for (int i = 1; i < clauses.length; i++) {
      clause += opens(heard, i) ? 1 : 0;
      clauses[i] = clause;
    }
    return clauses;
  }

  private static boolean opens(Utterance heard, int i) {
    String word = heard.word(i);
    return heard.sentence(i).from() == i
        || isMarked(heard.gapBefore(i))
        || OPENERS.contains(word)
        || (word.equals("instead") && !heard.word(i + 1).equals("of"))
        || (JOINS.contains(word) && SUBJECTS.contains(heard.word(i + 1)));
  }

  static boolean isMarked(String gap) {
    return gap.chars().anyMatch(c -> MARKS.indexOf(c) >= 0) || gap.contains(" - ");
  }
}
