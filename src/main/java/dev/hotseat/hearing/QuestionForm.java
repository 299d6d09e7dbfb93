package dev.hotseat.hearing;

import java.util.List;
import java.util.Set;

/// Recognises a question by its mark or, since people at a terminal leave marks out, by its form.
final class QuestionForm {
  private static final Set<String> WH =
      Set.of("what", "how", "which", "who", "when", "where", "why", "whose");
  private static final Set<String> MEASURES =
      Set.of(
          "many", "much", "long", "often", "big", "large", "fast", "far", "soon", "exact", "old");
  private static final List<String> REQUESTS =
      List.of(
          "tell me",
          "could you",
          "can you",
          "would you",
          "please clarify",
          "please tell",
          "i would like to know",
          "i want to know",
          "i wonder",
          "let me ask",
          "do we know",
          "what about",
          "how about",
          "may i assume",
          "can i assume",
          "should i assume",
          "is it fair to assume",
          "clarify",
          "i need to know",
          "my question is",
          "any limit on",
          "any limits on",
          "are we talking",
          "is it safe to assume",
          "can we assume");
  private static final List<List<String>> PHRASES =
      REQUESTS.stream().map(phrase -> List.of(phrase.split(" "))).toList();

  private static final Set<String> STATES = Set.of("is", "are", "was", "were", "has");
  private static final Set<String> SAYS =
      Set.of(
          "is", "are", "was", "were", "has", "will", "would", "can", "could", "should", "may",
          "might", "must");
  private static final Set<String> POSSESSIVES = Set.of("have", "has");
  private static final Set<String> COMMANDS = Set.of("be", "been", "had");

  private QuestionForm() {}

  static boolean has(Utterance heard, Utterance.Sentence sentence) {
    boolean marked = heard.gapBefore(sentence.to()).indexOf('?') >= 0;
    boolean asking = isAsking(heard, sentence.from()) && !tellsOfWhatIs(heard, sentence);
    return (marked || asking) && !answersItself(heard, sentence);
  }

  private static boolean isAsking(Utterance heard, int opening) {
    int from = opening;
    while (Set.of("and", "ok", "so", "also", "well", "first", "then", "hm")
            .contains(heard.word(from))
        && from + 1 < heard.sentence(opening).to()) {
      from++;
    }
    int start = from;
    String first = heard.word(start);
    String second = heard.word(start + 1);
    if (PHRASES.stream().anyMatch(phrase -> heard.standsAt(phrase, start))) {
      return true;
    }
    if (WH.contains(first)) {
      // "What does not match goes into a queue" tells; who asks so puts a mark behind it
      boolean denied = heard.word(start + 2).equals("not");
      return Grammar.AUXILIARIES.contains(second) && !first.equals("when") && !denied
          || first.equals("how") && MEASURES.contains(second)
          || first.equals("when") && second.equals("do");
    }
    boolean possessive = POSSESSIVES.contains(first);
    boolean named = Grammar.PRONOUNS.contains(second) || second.equals("there");
    return Grammar.AUXILIARIES.contains(first)
        && !COMMANDS.contains(first)
        && (named || !possessive)
        && !second.equals("not")
        && !Grammar.isVerb(second)
        && heard.sentence(opening).to() - start > 2;
  }

  /// "What is in the buffer is lost." has a second thing to say about what is there, and a full
  /// stop behind it, which people who leave marks out leave out as well.
  private static boolean tellsOfWhatIs(Utterance heard, Utterance.Sentence sentence) {
    int from = sentence.from();
    if (!heard.word(from).equals("what")
        || !STATES.contains(heard.word(from + 1))
        || heard.gapBefore(sentence.to()).indexOf('.') < 0) {
      return false;
    }
    for (int i = from + 2; i < sentence.to() && !opensAClause(heard.word(i)); i++) {
      if (SAYS.contains(heard.word(i)) && !Grammar.PRONOUNS.contains(heard.word(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean opensAClause(String word) {
    return WH.contains(word) || word.equals("that") || Grammar.CONJUNCTIONS.contains(word);
  }

  /// "Why a counter? Because …" is a figure of speech, not a question to anyone.
  private static boolean answersItself(Utterance heard, Utterance.Sentence sentence) {
    int next = sentence.index() + 1;
    return heard.word(sentence.from()).equals("why")
        && next < heard.sentences().size()
        && heard.word(heard.sentences().get(next).from()).equals("because");
  }
}
