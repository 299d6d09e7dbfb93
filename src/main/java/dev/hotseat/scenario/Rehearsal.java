package dev.hotseat.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A scripted candidate, played through the public API in the tests.
///
/// @param name such as `strong`
/// @param about one line
/// @param seed the session's seed
/// @param clockSpeed how much faster the session's clock runs while it plays
/// @param extraTime what every time box is multiplied by, so that a slow machine is in nobody's way
/// @param opening said and done before any question is answered
/// @param answers what to say and do when a question is open, by question id
/// @param otherwise said when an unforeseen question is open; empty for silence
/// @param expect level bounds per dimension
/// @param completes ids of `do` questions whose award the report must show
/// @param disqualified whether a disqualifier must be reported
public record Rehearsal(
    String name,
    String about,
    long seed,
    double clockSpeed,
    double extraTime,
    List<Step> opening,
    Map<String, List<Step>> answers,
    String otherwise,
    List<Expectation> expect,
    List<String> completes,
    boolean disqualified) {

  /// One thing a scripted candidate does.
  public sealed interface Step {
    /// Says something.
    record Say(String text) implements Step {}

    /// Answers an estimate.
    record Estimate(double value, String unit, Map<String, Double> assumptions) implements Step {}

    /// Answers an estimate with so many times what the question expects.
    record Reckon(double times, Map<String, Double> assumptions) implements Step {}

    /// Picks an option.
    record Choose(String option) implements Step {}

    /// Changes the design.
    record Levers(Map<String, String> values, String reason) implements Step {}

    /// Runs a profile to its end, shortened, with predictions by metric key.
    record Run(String profile, double seconds, Map<String, Double> predictions) implements Step {}

    /// Reads an instrument: `metrics`, `traces`, `logs`, `sql` (with a statement in `what`), `sheet
    /// locks` (with parameters in `what`).
    ///
    /// @param keep what to find there and remember, absent for nothing
    record Look(String instrument, String what, @Nullable Keep keep) implements Step {}

    /// Waits until an objective is measured.
    record Await(String objective) implements Step {}

    /// Waits until a gauge reads 0 and nothing has been under way in the live system for a while.
    record Calm(String gauge) implements Step {}

    /// Takes an action.
    record Act(String action, Map<String, String> arguments) implements Step {}

    /// Asks for a hint.
    record Hint() implements Step {}
  }

  /// Something found in a table and remembered, so that a later step can name it.
  ///
  /// @param as what `$as` stands for in later steps
  /// @param column whose value is remembered
  /// @param where what the row must contain, by column
  /// @param most column by whose number the greatest such row is taken; empty for the first row
  public record Keep(String as, String column, Map<String, String> where, String most) {}

  /// What the report must say of a dimension. An upper bound alone is also kept by "not assessed":
  /// who shows nothing is not scored above it.
  ///
  /// @param dimension name
  /// @param notAssessed whether it must be "not assessed"; then the bounds do not count
  /// @param atLeast lowest level allowed
  /// @param atMost highest level allowed
  public record Expectation(String dimension, boolean notAssessed, int atLeast, int atMost) {}
}
