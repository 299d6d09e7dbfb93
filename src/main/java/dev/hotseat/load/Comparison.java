package dev.hotseat.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// Two runs side by side. It says what moved, not whether that is good.
///
/// @param differences what makes the two not comparable like for like, one sentence each; empty
///   when the same arrivals were sent in both
/// @param rows figures of the run as a whole, then of each operation, then each failure reason
public record Comparison(List<String> differences, List<Row> rows) {

  private static final List<String> MEASURES =
      List.of("rate", "errorShare", "p50", "p99", "p999", "max");

  public Comparison {
    differences = List.copyOf(differences);
    rows = List.copyOf(rows);
  }

  /// One figure in both runs.
  ///
  /// @param key `measure/subject`, as in [RunResult#figures]
  /// @param before in the first run, 0 where it was not measured
  /// @param after in the second run
  /// @param moved in which direction
  public record Row(String key, double before, double after, Moved moved) {
    /// `after / before`, where there was something before.
    public OptionalDouble ratio() {
      return before == 0 ? OptionalDouble.empty() : OptionalDouble.of(after / before);
    }
  }

  /// How a figure of the second run stands to that of the first.
  public enum Moved {
    /// Within five per cent: less than two runs of the same thing differ by.
    SAME,
    HIGHER,
    LOWER,
    /// It was zero before.
    APPEARED,
    /// It is zero now.
    GONE;

    private static final double MARGIN = 0.05;

    static Moved between(double before, double after) {
      if (before == after || Math.abs(after - before) <= MARGIN * Math.abs(before)) {
        return SAME;
      }
      if (before == 0) {
        return APPEARED;
      }
      if (after == 0) {
        return GONE;
      }
      return after > before ? HIGHER : LOWER;
    }
  }

  /// Compares the second run with the first.
  public static Comparison of(RunResult before, RunResult after) {
    return new Comparison(differences(before, after), rows(before.figures(), after.figures()));
  }

  /// The rows of two runs of which only the figures were kept.
  public static List<Row> rows(Map<String, Double> before, Map<String, Double> after) {
    List<Row> rows = new ArrayList<>();
    for (String subject : subjects(before, after, "p99/")) {
      MEASURES.forEach(measure -> rows.add(row(measure + "/" + subject, before, after)));
    }
    for (String reason : subjects(before, after, "failed/")) {
      rows.add(row("failed/" + reason, before, after));
    }
    return rows;
  }

  private static Row row(String key, Map<String, Double> before, Map<String, Double> after) {
    double was = before.getOrDefault(key, 0.0);
    double is = after.getOrDefault(key, 0.0);
    return new Row(key, was, is, Moved.between(was, is));
  }

  private static List<String> subjects(
      Map<String, Double> before, Map<String, Double> after, String measure) {
    var found = new TreeSet<String>();
    for (Map<String, Double> figures : List.of(before, after)) {
      figures.keySet().stream()
          .filter(key -> key.startsWith(measure))
          .forEach(key -> found.add(key.substring(measure.length())));
    }
    List<String> ordered = new ArrayList<>(found);
    if (ordered.remove("run")) {
      ordered.addFirst("run");
    }
    return ordered;
  }

  private static List<String> differences(RunResult before, RunResult after) {
    List<String> found = new ArrayList<>();
    named(found, "seeds", before.seed(), after.seed());
    named(found, "profiles", before.profile().name(), after.profile().name());
    note(found, "times of arrival", before.profile().loop(), after.profile().loop());
    note(found, "mixes of traffic", before.profile().mix(), after.profile().mix());
    note(found, "clients' patience", before.profile().patience(), after.profile().patience());
    note(found, "clients' retries", before.profile().retry(), after.profile().retry());
    for (var run : List.of(before, after)) {
      if (run.state() != RunState.DONE) {
        String which = run == before ? "first" : "second";
        found.add("the " + which + " run is " + run.state().name().toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private static void named(List<String> found, String what, Object before, Object after) {
    if (!before.equals(after)) {
      found.add("the " + what + " differ: " + before + " and " + after);
    }
  }

  private static void note(List<String> found, String what, Object before, Object after) {
    if (!before.equals(after)) {
      found.add("the " + what + " differ");
    }
  }
}
