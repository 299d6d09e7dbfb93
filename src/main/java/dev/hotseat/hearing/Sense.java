package dev.hotseat.hearing;

import java.util.Set;

/// Tells word salad from sentences, coarsely: by word pairs English does not have, and by piles of
/// nouns that nothing holds together.
final class Sense {
  private static final int ODD_PAIRS_PER_WORDS = 12;
  private static final int PILE_MIN = 6;
  private static final Set<String> SUBJECT_PRONOUNS = Set.of("i", "we", "they", "he", "she");
  private static final Set<String> FINITE =
      Set.of("is", "are", "was", "were", "am", "has", "does", "did", "do", "had");
  private static final Set<String> MODALS =
      Set.of("will", "would", "can", "could", "shall", "should", "may", "might", "must");
  private static final Set<String> FIRM_PREPOSITIONS =
      Set.of("of", "for", "with", "from", "into", "at", "between", "during", "without", "per");

  private Sense() {}

  /// Whether a sentence makes no sense as one.
  static boolean isMissing(Utterance heard, Utterance.Sentence sentence) {
    int odd = 0;
    int pile = 0;
    int pileMax = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      boolean joined = i > sentence.from() && heard.gapBefore(i).isBlank();
      odd += joined && isOdd(heard.word(i - 1), heard.word(i)) ? 1 : 0;
      boolean named = !Grammar.isGlue(heard.word(i)) && !Grammar.isVerb(heard.word(i));
      pile = named ? (joined ? pile + 1 : 1) : 0;
      pileMax = Math.max(pileMax, pile);
    }
    odd += Grammar.DETERMINERS.contains(heard.word(sentence.to() - 1)) ? 1 : 0;
    return odd * ODD_PAIRS_PER_WORDS >= Math.max(sentence.length(), 1) && odd > 0
        || pileMax >= PILE_MIN;
  }

  private static boolean isOdd(String one, String next) {
    if (one.equals(next)) {
      return !one.equals("that") && !one.equals("had");
    }
    if (Grammar.DETERMINERS.contains(one)) {
      return isNeverAName(next);
    }
    if (FIRM_PREPOSITIONS.contains(one)) {
      return FINITE.contains(next)
          || MODALS.contains(next)
          || SUBJECT_PRONOUNS.contains(next)
          || FIRM_PREPOSITIONS.contains(next) && !next.equals("between")
          || Grammar.CONJUNCTIONS.contains(next);
    }
    if (MODALS.contains(one)) {
      return FINITE.contains(next) && !next.equals("do")
          || MODALS.contains(next)
          || FIRM_PREPOSITIONS.contains(next)
          || isJoin(next);
    }
    if (isJoin(one)) {
      return isJoin(next);
    }
    return SUBJECT_PRONOUNS.contains(one)
        && (Grammar.DETERMINERS.contains(next)
            || SUBJECT_PRONOUNS.contains(next)
            || FIRM_PREPOSITIONS.contains(next));
  }

  private static boolean isJoin(String word) {
    return word.equals("and") || word.equals("or") || word.equals("but");
  }

  private static boolean isNeverAName(String word) {
    return Grammar.DETERMINERS.contains(word)
        || Grammar.AUXILIARIES.contains(word)
        || Grammar.PRONOUNS.contains(word)
        || FIRM_PREPOSITIONS.contains(word)
        || Grammar.CONJUNCTIONS.contains(word);
  }
}
