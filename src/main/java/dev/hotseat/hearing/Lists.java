package dev.hotseat.hearing;

import java.util.BitSet;
import java.util.List;

/// Finds enumerations: names in a row, without a verb or a relation that says what for.
/* "Redis, Kafka, sharding, CDN" is a list whoever says it. With a verb in front ("I would use …") it
 * takes more items before it is one, because two or three things named together may be a design.
 */
final class Lists {
  private static final int ITEM_WORDS_MAX = 4;
  private static final int ITEMS_MIN = 3;
  private static final int ITEMS_AFTER_A_VERB_MIN = 5;

  private Lists() {}

  /// The words that stand in a list.
  static BitSet in(Utterance heard) {
    BitSet listed = new BitSet();
    List<Utterance.Sentence> sentences = heard.sentences();
    for (int i = 0; i < sentences.size(); ) {
      int next = i;
      int items = 0;
      while (next < sentences.size() && isFragment(heard, sentences.get(next))) {
        items += items(heard, sentences.get(next).from(), sentences.get(next).to());
        next++;
      }
      if (items >= ITEMS_MIN) {
        listed.set(sentences.get(i).from(), sentences.get(next - 1).to());
      }
      if (next == i) {
        markAfterAVerb(heard, sentences.get(i), listed);
        next++;
      }
      i = next;
    }
    return listed;
  }

  private static boolean isFragment(Utterance heard, Utterance.Sentence sentence) {
    int items = items(heard, sentence.from(), sentence.to());
    return (sentence.length() <= ITEM_WORDS_MAX || items >= ITEMS_MIN)
        && !Grammar.hasVerb(heard, sentence.from(), sentence.to())
        && !Reasons.isIn(heard, sentence);
  }

  private static int items(Utterance heard, int from, int to) {
    int items = 0;
    for (int i = from; i < to; ) {
      int end = endOfItem(heard, i, to);
      items += end - i <= ITEM_WORDS_MAX ? 1 : 0;
      i = end;
    }
    return items;
  }

  private static void markAfterAVerb(Utterance heard, Utterance.Sentence sentence, BitSet listed) {
    if (Reasons.given(heard, sentence)) {
      return;
    }
    int items = 0;
    int runFrom = sentence.from();
    for (int i = sentence.from(); i < sentence.to(); ) {
      int end = endOfItem(heard, i, sentence.to());
      boolean first = i == sentence.from();
      boolean item = first || isBareItem(heard, i, end);
      items = item ? items + 1 : 0;
      runFrom = item ? runFrom : end;
      if (items >= ITEMS_AFTER_A_VERB_MIN) {
        listed.set(runFrom, end);
      }
      i = end;
    }
  }

  private static boolean isBareItem(Utterance heard, int from, int to) {
    return to - from <= ITEM_WORDS_MAX + 1 && !Grammar.hasVerb(heard, from, to);
  }

  private static int endOfItem(Utterance heard, int from, int to) {
    int end = from + 1;
    while (end < to && !separates(heard, end)) {
      end++;
    }
    return end;
  }

  private static boolean separates(Utterance heard, int i) {
    String gap = heard.gapBefore(i);
    return Clauses.isMarked(gap)
        || gap.chars().anyMatch(c -> c == '+' || c == '/' || c == '&' || c == '|' || c == '\n')
        || heard.word(i).equals("and")
        || heard.word(i).equals("or");
  }
}
