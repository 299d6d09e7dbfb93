package dev.hotseat.hearing;

import java.util.Set;

/// The small closed classes of English words that the rules lean on.
final class Grammar {
  static final Set<String> SPEAKERS = Set.of("i", "we", "you");
  static final Set<String> PRONOUNS = Set.of("i", "we", "you", "they", "he", "she", "it");
  static final Set<String> DETERMINERS =
      Set.of("a", "an", "the", "my", "our", "your", "their", "its");
  static final Set<String> AUXILIARIES =
      Set.of(
          "is", "are", "was", "were", "am", "be", "been", "has", "have", "had", "do", "does", "did",
          "will", "would", "can", "could", "shall", "should", "may", "might", "must");
  static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "for", "with", "from", "by", "into", "at", "in", "on", "between", "during",
          "without", "under", "per", "via", "to", "about", "against", "through", "within");
  static final Set<String> CONJUNCTIONS =
      Set.of("and", "or", "but", "because", "if", "while", "although", "whereas", "unless");
  static final Set<String> OTHER_GLUE =
      Set.of(
          "not",
          "no",
          "so",
          "that",
          "this",
          "these",
          "those",
          "which",
          "who",
          "what",
          "when",
          "where",
          "how",
          "why",
          "then",
          "than",
          "as",
          "also",
          "only",
          "just",
          "each",
          "every",
          "all",
          "any",
          "some",
          "more",
          "less",
          "most",
          "there",
          "here",
          "them",
          "us",
          "me",
          "him",
          "her",
          "since",
          "until",
          "before",
          "after",
          "over",
          "up",
          "out",
          "off",
          "too",
          "very",
          "both",
          "either",
          "neither",
          "nor",
          "one",
          "two",
          "instead",
          "otherwise",
          "once",
          "about");

  private static final Set<String> VERBS = WordList.words("verbs");

  private Grammar() {}

  /// Whether `word` holds a sentence together rather than naming a thing.
  static boolean isGlue(String word) {
    return PRONOUNS.contains(word)
        || DETERMINERS.contains(word)
        || AUXILIARIES.contains(word)
        || PREPOSITIONS.contains(word)
        || CONJUNCTIONS.contains(word)
        || OTHER_GLUE.contains(word);
  }

  static boolean isVerb(String word) {
    return VERBS.contains(word);
  }

  static boolean hasVerb(Utterance heard, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean noun = i > from && DETERMINERS.contains(heard.word(i - 1));
      if (!noun && isVerb(heard.word(i))) {
        return true;
      }
    }
    return false;
  }
}
