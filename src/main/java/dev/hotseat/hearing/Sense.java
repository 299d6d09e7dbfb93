package dev.hotseat.hearing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Tells word salad from sentences, coarsely: by neighbours that English does not have, and by
/// piles of names that nothing holds together.
/* It must never take a hurried or foreign candidate for a machine gone mad, so it forgives one odd
 * pair in twenty words and any word typed twice, knows nothing of word order beyond neighbours, and
 * judges each sentence by itself. What slips through still needs the words of a pattern, near each
 * other, to earn anything.
 */
final class Sense {
  private static final int WORDS_PER_ODD_PAIR = 20;
  private static final int PILE_MIN = 6;
  private static final Set<String> NEVER_LAST =
      Set.of(
          "the", "a", "an", "our", "of", "and", "or", "but", "because", "which", "from", "would");
  private static final Set<String> MODALS =
      Set.of("would", "could", "can", "will", "should", "must", "may", "might");
  private static final Map<String, Set<String>> ODD_AFTER = pairs();

  private Sense() {}

  private static Map<String, Set<String>> pairs() {
    Map<String, Set<String>> pairs = new HashMap<>();
    for (String line : WordList.lines("odd-pairs")) {
      String[] sides = line.split(" : ", 2);
      for (String left : sides[0].split(" ")) {
        pairs.put(left, Set.of(sides[1].split(" ")));
      }
    }
    return pairs;
  }

  /// Whether a sentence makes no sense as one.
  static boolean isMissing(Utterance heard, Utterance.Sentence sentence) {
    int odd = NEVER_LAST.contains(heard.word(sentence.to() - 1)) ? 1 : 0;
    int pile = 0;
    for (int i = sentence.from(); i < sentence.to(); i++) {
      boolean joined = i > sentence.from() && heard.gapBefore(i).isBlank();
      odd += joined && isOdd(heard, sentence, i) ? 1 : 0;
      boolean number = Character.isDigit(heard.word(i).charAt(0));
      pile = number ? pile : !isName(heard.word(i)) ? 0 : joined ? pile + 1 : 1;
      if (pile >= PILE_MIN) {
        return true;
      }
    }
    return odd > 0 && odd * WORDS_PER_ODD_PAIR >= sentence.length();
  }

  private static boolean isName(String word) {
    return !Grammar.isGlue(word) && !Grammar.isVerb(word);
  }

  private static boolean isOdd(Utterance heard, Utterance.Sentence sentence, int i) {
    String one = heard.word(i - 1);
    String next = heard.word(i);
    boolean compound = heard.gapBefore(i + 1).startsWith("-");
    boolean inverted =
        MODALS.contains(one)
            && (i - sentence.from() <= 4 || Clauses.isMarked(heard.gapBefore(i - 1)));
    return !compound
        && !inverted
        && !one.equals(next)
        && ODD_AFTER.getOrDefault(one, Set.of()).contains(next);
  }
}
