package dev.hotseat.hearing;

import java.util.ArrayList;
import java.util.List;

/// A text as it will be judged: words, sentences and clauses, with the way back to its characters.
final class Utterance {
  private final String text;
  private final List<Token> tokens;
  private final List<Sentence> sentences;
  private final int[] sentenceOf;
  private final int[] clauseOf;

  /// Words `from` (inclusive) to `to` (exclusive) of an utterance.
  record Sentence(int index, int from, int to) {
    int length() {
      return to - from;
    }
  }

  private Utterance(String text) {
    this.text = text;
    this.tokens = Tokens.of(text);
    this.sentenceOf = new int[tokens.size()];
    this.sentences = split();
    this.clauseOf = Clauses.of(this);
  }

  static Utterance of(String text) {
    return new Utterance(text);
  }

  private List<Sentence> split() {
    List<Sentence> found = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || SentenceBreaks.before(this, i)) {
        found.add(new Sentence(found.size(), from, i));
        from = i;
      }
      if (i < tokens.size()) {
        sentenceOf[i] = found.size();
      }
    }
    return List.copyOf(found);
  }

  String text() {
    return text;
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  /// The word at `i`, or nothing outside the text.
  String word(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).word() : "";
  }

  List<Sentence> sentences() {
    return sentences;
  }

  Sentence sentence(int token) {
    return sentences.get(sentenceOf[token]);
  }

  /// Clauses are numbered through the whole text; two words with one number share a clause.
  int clause(int token) {
    return clauseOf[token];
  }

  /// The characters between the word before `i` and the word `i`.
  String gapBefore(int i) {
    int from = i == 0 ? 0 : tokens.get(i - 1).end();
    int to = i < tokens.size() ? tokens.get(i).start() : text.length();
    return text.substring(from, Math.max(from, to));
  }

  String quote(int firstToken, int lastToken) {
    return text.substring(tokens.get(firstToken).start(), tokens.get(lastToken).end());
  }

  /// Whether the words of `phrase` stand at `i`, in one sentence.
  boolean standsAt(List<String> phrase, int i) {
    if (i + phrase.size() > sentence(i).to()) {
      return false;
    }
    for (int k = 0; k < phrase.size(); k++) {
      if (!phrase.get(k).equals(word(i + k))) {
        return false;
      }
    }
    return true;
  }
}
