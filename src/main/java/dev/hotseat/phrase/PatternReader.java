package dev.hotseat.phrase;

import dev.hotseat.phrase.ConceptPattern.Part;
import dev.hotseat.phrase.ConceptPattern.UnreadablePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads one pattern from left to right, once.
///
/// ```
/// pattern  = together [ "~" number ]
/// together = item { item }
/// item     = word | '"' word { word } '"' | "(" together { "|" together } ")"
/// word     = letters and digits, with - ' . / _ + % # & between or after them, perhaps a final "*"
/// ```
final class PatternReader {
  private static final int NESTING_MAX = 3;
  private static final int PREFIX_MIN = 2;
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
  private static final String INNER = "-'’./_+%#&:";

  private final String source;
  private int at;

  PatternReader(String source) {
    this.source = source;
  }

  ConceptPattern pattern() {
    if (source.length() > ConceptPattern.LENGTH_MAX) {
      throw wrong(
          ConceptPattern.LENGTH_MAX,
          "the pattern is longer than " + ConceptPattern.LENGTH_MAX + " characters",
          "a shorter pattern; write each way of saying it on a line of its own");
    }
    Part root = together(0);
    int window = peek() == '~' ? window() : ConceptPattern.WINDOW_USUAL;
    skipSpace();
    switch (peek()) {
      case END -> {}
      case ')' -> throw wrong(at, "this parenthesis closes nothing", "a ( before it, or nothing");
      case '|' ->
          throw wrong(
              at,
              "alternatives stand in parentheses",
              "(a | b), or each alternative on a line of its own");
      default -> throw wrong(at, "nothing may follow ~" + window, "the end of the pattern");
    }
    return new ConceptPattern(source, root, window);
  }

  private Part together(int depth) {
    List<Part> parts = new ArrayList<>();
    int from = at;
    for (skipSpace(); startsItem(); skipSpace()) {
      parts.add(item(depth));
    }
    boolean alternative = depth > 0 && parts.size() == 1;
    if (!alternative) {
      parts.removeIf(PatternReader::isArticle);
    }
    if (parts.isEmpty()) {
      throw nothingSaid(from);
    }
    return parts.size() == 1 ? parts.getFirst() : new Part.Together(parts);
  }

  private UnreadablePattern nothingSaid(int from) {
    String read = source.substring(from, at).strip();
    return read.isEmpty()
        ? wrong(at, at >= source.length() ? "a word is missing" : "no word before this", "a word")
        : wrong(from, "'" + read + "' says nothing by itself", "a word besides a, an, the");
  }

  private static boolean isArticle(Part part) {
    return part instanceof Part.Word(String text, boolean open)
        && !open
        && ARTICLES.contains(text.toLowerCase(Locale.ROOT));
  }

  private boolean startsItem() {
    char next = peek();
    if (next == END || next == ')' || next == '|' || next == '~') {
      return false;
    }
    if (next == '"' || next == '(' || Character.isLetterOrDigit(next)) {
      return true;
    }
    throw next == '*'
        ? wrong(at, "* stands at the end of a word", "a word before it, such as rout*")
        : wrong(at, "'" + next + "' cannot begin a word", "a letter, a digit, \" or (");
  }

  private Part item(int depth) {
    return switch (peek()) {
      case '"' -> quoted();
      case '(' -> anyOf(depth);
      default -> word();
    };
  }

  private Part quoted() {
    int open = at++;
    List<Part.Word> words = new ArrayList<>();
    for (skipSpace(); peek() != '"'; skipSpace()) {
      if (peek() == END) {
        throw wrong(open, "this quotation mark is never closed", "a second \"");
      }
      if (!Character.isLetterOrDigit(peek())) {
        throw wrong(at, "'" + peek() + "' cannot stand between quotation marks", "plain words");
      }
      words.add(word());
    }
    at++;
    words.removeIf(PatternReader::isArticle);
    if (words.isEmpty()) {
      throw wrong(open, "nothing is quoted here", "words between the quotation marks");
    }
    return words.size() == 1 ? words.getFirst() : new Part.Quoted(words);
  }

  private Part anyOf(int depth) {
    int open = at;
    if (depth == NESTING_MAX) {
      throw wrong(at, "parentheses are nested too deep", "at most " + NESTING_MAX + " levels");
    }
    List<Part> choices = new ArrayList<>();
    do {
      at++;
      choices.add(together(depth + 1));
    } while (peek() == '|');
    if (peek() == '~') {
      throw wrong(at, "a window is given once, for the whole pattern", "~ at the very end");
    }
    if (peek() != ')') {
      throw wrong(open, "this parenthesis is never closed", "a )");
    }
    at++;
    return choices.size() == 1 ? choices.getFirst() : new Part.AnyOf(choices);
  }

  private Part.Word word() {
    int from = at;
    while (Character.isLetterOrDigit(peek()) || INNER.indexOf(peek()) >= 0) {
      at++;
    }
    String text = source.substring(from, at);
    if (OPERATORS.contains(text)) {
      throw wrong(from, text + " is not an operator here", hintFor(text));
    }
    boolean open = peek() == '*';
    if (open && text.length() < PREFIX_MIN) {
      throw wrong(
          from,
          "'" + text + "*' would hear far too much",
          PREFIX_MIN + " letters or more before *");
    }
    at += open ? 1 : 0;
    if (peek() == '*' || (open && Character.isLetterOrDigit(peek()))) {
      throw wrong(at, "* stands at the end of a word, once", "a space");
    }
    return new Part.Word(text, open);
  }

  private static String hintFor(String operator) {
    return switch (operator) {
      case "AND" -> "the words side by side: all of them are wanted anyway";
      case "OR" -> "(a | b)";
      default -> "a line under unless:";
    };
  }

  private int window() {
    int tilde = at++;
    int from = at;
    while (Character.isDigit(peek())) {
      at++;
    }
    String digits = source.substring(from, at);
    int window = digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
    if (window < 2 || window > ConceptPattern.WINDOW_MAX) {
      throw wrong(
          tilde,
          "~ gives the number of words a match may span",
          "~2 to ~" + ConceptPattern.WINDOW_MAX);
    }
    return window;
  }

  private static final char END = '\0';

  private char peek() {
    return at < source.length() ? source.charAt(at) : END;
  }

  private void skipSpace() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  private static UnreadablePattern wrong(int index, String message, String expected) {
    return new UnreadablePattern(new PatternError(index + 1, message, expected));
  }
}
