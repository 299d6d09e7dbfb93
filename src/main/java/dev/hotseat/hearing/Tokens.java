package dev.hotseat.hearing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Takes a text apart into words, in the same way for answers and for patterns.
///
/// Contractions become two words (`isn't` is `is not`, `I'd` is `I would`), with or without their
/// apostrophe, so that every later rule knows one spelling of each.
final class Tokens {
  private static final Map<String, String> ENDINGS =
      Map.of("'re", "are", "'ve", "have", "'m", "am", "'ll", "will", "'d", "would");
  private static final Set<String> BEFORE_IS =
      Set.of("it", "that", "there", "what", "here", "how", "where", "who", "he", "she", "this");
  private static final Set<String> IS_WITHOUT_APOSTROPHE =
      Set.of("whats", "thats", "wheres", "whos", "hows", "theres");
  private static final Map<String, String> IRREGULAR_NOT =
      Map.of("cannot", "can", "cant", "can", "can't", "can", "wont", "will", "won't", "will");
  private static final Set<String> WITHOUT_APOSTROPHE =
      Set.of(
          "dont",
          "doesnt",
          "didnt",
          "isnt",
          "arent",
          "wasnt",
          "werent",
          "wouldnt",
          "shouldnt",
          "couldnt",
          "havent",
          "hasnt",
          "hadnt",
          "neednt",
          "mustnt");

  private final List<Token> tokens = new ArrayList<>();
  private final EnglishStemmer stemmer = new EnglishStemmer();

  private Tokens() {}

  static List<Token> of(String text) {
    Tokens reading = new Tokens();
    try (StandardTokenizer words = new StandardTokenizer()) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
      words.setReader(new StringReader(text));
      words.reset();
      while (words.incrementToken()) {
        reading.word(word.toString(), offset.startOffset(), offset.endOffset());
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
    return List.copyOf(reading.tokens);
  }

  private void word(String raw, int start, int end) {
    String word = raw.toLowerCase(Locale.ROOT).replace('’', '\'');
    String denied = denied(word);
    if (!denied.isEmpty()) {
      int split = end - (word.endsWith("not") ? 3 : word.endsWith("'t") ? 3 : 2);
      add(denied, start, split);
      add("not", split, end);
      return;
    }
    if (IS_WITHOUT_APOSTROPHE.contains(word)) {
      add(word.substring(0, word.length() - 1), start, end - 1);
      add("is", end - 1, end);
      return;
    }
    int apostrophe = word.lastIndexOf('\'');
    if (apostrophe <= 0) {
      add(word, start, end);
      return;
    }
    String head = word.substring(0, apostrophe);
    String ending = word.substring(apostrophe);
    add(head, start, start + apostrophe);
    if (ENDINGS.containsKey(ending)) {
      add(ENDINGS.getOrDefault(ending, ending), start + apostrophe, end);
    } else if (ending.equals("'s") && BEFORE_IS.contains(head)) {
      add("is", start + apostrophe, end);
    }
  }

  /// The verb that `word` denies, or nothing: `is` for isn't, `can` for cannot.
  private static String denied(String word) {
    if (IRREGULAR_NOT.containsKey(word)) {
      return IRREGULAR_NOT.getOrDefault(word, "");
    }
    if (word.endsWith("n't")) {
      return word.substring(0, word.length() - 3);
    }
    return WITHOUT_APOSTROPHE.contains(word) ? word.substring(0, word.length() - 2) : "";
  }

  private void add(String word, int start, int end) {
    if (!word.isEmpty()) {
      tokens.add(new Token(word, stem(word), start, end));
    }
  }

  private String stem(String word) {
    if (word.chars().anyMatch(Character::isDigit)) {
      return word;
    }
    stemmer.setCurrent(american(word));
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /// One spelling for -ise and -ize, so that British and American candidates are heard alike.
  private static String american(String word) {
    int at = word.lastIndexOf("is");
    boolean verb =
        at >= 4
            && (word.endsWith("ise")
                || word.endsWith("ised")
                || word.endsWith("ises")
                || word.endsWith("ising")
                || word.endsWith("isation"));
    return verb ? word.substring(0, at) + "iz" + word.substring(at + 2) : word;
  }
}
