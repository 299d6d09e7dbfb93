package dev.hotseat.scenario;

import dev.hotseat.scenario.Problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What was noticed while one folder was read.
final class Notes {
  /// A hopeless file must not fill the memory with complaints about it.
  private static final int PROBLEMS_MAX = 200;

  private static final int WORDS_SHOWN = 12;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> keysRead = new TreeSet<>();

  void error(Place place, String message, String expected) {
    add(Severity.ERROR, place, message, expected, "");
  }

  void error(Place place, String message, String expected, String nearest) {
    add(Severity.ERROR, place, message, expected, nearest);
  }

  void warning(Place place, String message, String expected) {
    add(Severity.WARNING, place, message, expected, "");
  }

  /// Complains about a word that nothing is called by.
  void unknown(Place place, String what, String word, Collection<String> valid) {
    error(
        place,
        "no " + what + " is called '" + shortened(word) + "'",
        valid.isEmpty() ? "nothing: there is no " + what : oneOf(word, valid),
        Nearest.to(word, valid));
  }

  void read(String form, String key) {
    keysRead.add(form + "." + key);
  }

  Set<String> keysRead() {
    return keysRead;
  }

  int count() {
    return problems.size();
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /// All problems, in the order of files and lines.
  List<Problem> problems() {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(each -> new Place(each.file(), each.line(), each.column())));
    return List.copyOf(sorted);
  }

  /// The valid words for somebody who wrote `word`, or the nearest where they are many.
  static String oneOf(String word, Collection<String> valid) {
    List<String> shown = Nearest.few(word, valid, WORDS_SHOWN);
    int more = valid.size() - shown.size();
    String list = String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    return valid.size() == 1 ? list : "one of " + list;
  }

  static String shortened(String word) {
    String line = word.strip().replaceAll("\\s+", " ");
    return line.length() <= 40 ? line : line.substring(0, 37) + "…";
  }

  private void add(Severity severity, Place at, String message, String expected, String nearest) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(
          new Problem(at.file(), at.line(), at.column(), severity, message, expected, nearest));
    }
  }
}
