package dev.hotseat.scenario;

import java.util.OptionalDouble;

/// What conditions may ask about a session. Each method is a function (or a family of functions) of
/// the expression language; `docs/FACTS.md` lists them for authors.
public interface Facts {
  /// A reading of the last five seconds by key, such as `p99/redirect`.
  OptionalDouble now(String key);

  /// The same reading as it was when the baseline last held, before any fault or run.
  OptionalDouble baseline(String key);

  /// A figure of the last finished load run, by the same keys, and `offered`, `served`, `failed`.
  OptionalDouble lastRun(String key);

  /// A figure of the finished run before the last one.
  OptionalDouble runBefore(String key);

  /// The value of a lever; empty text when there is none of that name.
  String lever(String name);

  /// Whether a lever was changed by anybody since the start.
  boolean leverChanged(String name);

  /// How many different levers were changed by anybody since the start.
  int leversChanged();

  /// A number of the fact sheet as this session's seed picked it; absent for an unknown name.
  ///
  /// The pick for `values` under `name` is `values.get(dice.pick("fact-" + name, values.size()))`.
  OptionalDouble fact(String name);

  /// Whether a fault is in force.
  boolean faultActive(String name);

  /// Whether a fault was ever in force; any fault for the empty name.
  boolean faultSeen(String name);

  /// Whether a question was answered or done.
  boolean answered(String question);

  /// Whether a concept was heard affirmed in any answer.
  boolean heard(String concept);

  /// The fault that the seed picks of a group; empty text where there is none.
  String drawn(String group);

  /// Whether the fault that the seed picked of a group was named in an answer to a question that
  /// asks for it, after an instrument that shows it was read.
  boolean explained(String group);

  /// How many other faults of a group were named in such answers.
  int misnamed(String group);

  /// Whether a changed requirement was told.
  boolean changed(String change);

  /// Finished runs of a profile; of all profiles for the empty name.
  int runs(String profile);

  /// Whether a run is going on.
  boolean running();

  /// Times the candidate read an instrument; of all instruments for the empty name, of the system's
  /// own for `sheet`, and of one of these for `sheet locks`.
  int looked(String instrument);

  /// When an action that takes time was last begun; absent before the first.
  OptionalDouble actingSince();

  /// Looks at instruments since then; absent before the first.
  OptionalDouble lookedSinceActing();

  /// Different instruments read since trouble began.
  int instrumentsRead();

  /// Times an action was taken.
  int acted(String action);

  /// When an action was first decided upon, in seconds on the session's clock; absent before.
  OptionalDouble actedAt(String action);

  /// When it last was.
  OptionalDouble actedLast(String action);

  /// When the script first broke something, in seconds on the session's clock; absent before.
  OptionalDouble injectedAt();

  /// Clarifying questions asked; of one fact-sheet entry, or of all for the empty name.
  int clarified(String clarification);

  /// Share of predictions so far that were within their tolerance, absent before the first.
  OptionalDouble predictionAccuracy();

  /// The candidate's own stated assumption by name, absent when never stated.
  OptionalDouble assumed(String name);

  /// Seconds on the session's clock.
  double elapsedSeconds();

  /// Seconds on the session's clock since the phase began.
  double phaseSeconds();

  /// Id of the phase.
  String phase();
}
