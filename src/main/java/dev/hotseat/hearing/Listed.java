package dev.hotseat.hearing;

import java.util.Set;

/// Tells apart the things that one sentence asks for: "Which currencies, how many a second and what
/// does it promise?" asks for three.
final class Listed {
  private static final Set<String> JOINTS = Set.of("and", "or");
  private static final Set<String> OPENERS =
      Set.of("what", "how", "which", "who", "when", "where", "why", "whose");

  private Listed() {}

  /// The part of its sentence that word `token` belongs to, counted through the whole text.
  static int part(Utterance heard, int token) {
    int part = 0;
    for (int i = 1; i <= token; i++) {
      if (begins(heard, i)) {
        part++;
      }
    }
    return part;
  }

  private static boolean begins(Utterance heard, int i) {
    String gap = heard.gapBefore(i);
    return gap.indexOf(',') >= 0
        || gap.indexOf(';') >= 0
        || gap.indexOf('\n') >= 0
        || heard.sentence(i).from() == i
        || JOINTS.contains(heard.word(i)) && opens(heard, i + 1);
  }

  private static boolean opens(Utterance heard, int i) {
    return OPENERS.contains(heard.word(i)) || Grammar.AUXILIARIES.contains(heard.word(i));
  }
}
