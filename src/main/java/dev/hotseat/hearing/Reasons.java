package dev.hotseat.hearing;

import dev.hotseat.phrase.Quantities;
import dev.hotseat.phrase.Quantity;
import java.util.List;
import java.util.Set;

/// Whether a sentence ties what it names to a reason: a relation (`because`, `so that`, `at the
/// price of`), a consequence, or a measured quantity.
final class Reasons {
  private static final int WORDS_AFTER_MIN = 2;
  private static final List<List<String>> RELATIONS = WordList.phrases("relations");
  private static final List<List<String>> OPENERS = WordList.phrases("openers");
  private static final Set<String> SO_IS_DEGREE =
      Set.of("far", "much", "many", "fast", "long", "big", "small", "on", "called", "slow", "few");

  /// After these, `to avoid` says what is wished and not what for.
  private static final Set<String> WISHES =
      Set.of("want", "wants", "need", "needs", "have", "has", "try", "like", "going", "hope");

  private Reasons() {}

  /// Whether the sentence itself, or the one that follows it, gives a reason.
  static boolean given(Utterance heard, Utterance.Sentence sentence) {
    return isIn(heard, sentence) || isOpenedBy(heard, next(heard, sentence));
  }

  private static Utterance.Sentence next(Utterance heard, Utterance.Sentence sentence) {
    int next = sentence.index() + 1;
    return next < heard.sentences().size()
        ? heard.sentences().get(next)
        : new Utterance.Sentence(next, 0, 0);
  }

  /// A relation within the sentence, with something said after it.
  static boolean isIn(Utterance heard, Utterance.Sentence sentence) {
    for (int i = sentence.from(); i < sentence.to(); i++) {
      if (isRelation(heard, sentence, i)) {
        return true;
      }
    }
    return hasQuantity(heard, sentence);
  }

  private static boolean isRelation(Utterance heard, Utterance.Sentence sentence, int i) {
    int left = sentence.to() - i;
    if (heard.word(i).equals("so")) {
      return left > WORDS_AFTER_MIN && !SO_IS_DEGREE.contains(heard.word(i + 1));
    }
    if (heard.word(i).equals("to") && WISHES.contains(heard.word(i - 1))) {
      return false;
    }
    return RELATIONS.stream()
        .anyMatch(
            relation -> left >= relation.size() + WORDS_AFTER_MIN && heard.standsAt(relation, i));
  }

  private static boolean isOpenedBy(Utterance heard, Utterance.Sentence sentence) {
    return OPENERS.stream()
        .anyMatch(opener ->
            sentence.length() >= opener.size() + WORDS_AFTER_MIN
                && heard.standsAt(opener, sentence.from()));
  }

  private static boolean hasQuantity(Utterance heard, Utterance.Sentence sentence) {
    return sentence.length() > WORDS_AFTER_MIN
        && Quantities.in(heard.quote(sentence.from(), sentence.to() - 1)).stream()
            .anyMatch(Quantity::isTelling);
  }
}
