package dev.hotseat.scenario;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/// A function of the expression language.
///
/// @param name as authors write it
/// @param argument what its argument names, empty for none
/// @param optional whether the argument may be left out, or be empty, for "any" or "all"
/// @param kind what it gives
/// @param reading prefix of the key under which the instruments show it; empty where it is none
/// @param meaning one sentence for the reference
/// @param answer how to find it
record FactFunction(
    String name,
    Optional<Topic> argument,
    boolean optional,
    Kind kind,
    Optional<String> reading,
    String meaning,
    BiFunction<Facts, String, Object> answer) {

  /// What an expression gives.
  enum Kind {
    NUMBER("a number"),
    TEXT("text"),
    FLAG("true or false");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// Whose readings: of this moment, of the baseline, of a run.
  enum Moment {
    NOW("", "the last five seconds"),
    BASELINE("baseline", "when the baseline last held, before any fault or run"),
    LAST_RUN("lastRun", "the last finished load run"),
    RUN_BEFORE("runBefore", "the finished run before the last one");

    private final String word;
    private final String meaning;

    Moment(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /// What stands before the dot; empty for this moment.
    String word() {
      return word;
    }

    String meaning() {
      return meaning;
    }

    boolean isRun() {
      return this == LAST_RUN || this == RUN_BEFORE;
    }

    OptionalDouble read(Facts facts, String key) {
      return switch (this) {
        case NOW -> facts.now(key);
        case BASELINE -> facts.baseline(key);
        case LAST_RUN -> facts.lastRun(key);
        case RUN_BEFORE -> facts.runBefore(key);
      };
    }
  }

  /// How many arguments it is given.
  int arguments() {
    boolean two = name.equals(FactFunctions.ASSUMED) || name.equals(FactFunctions.ACTED_FIRST);
    return two ? 2 : argument.isPresent() ? 1 : 0;
  }

  boolean isReading() {
    return reading.isPresent();
  }

  /// How it is called, for messages and the reference.
  String signature() {
    String words = argument.map(Topic::words).orElse("");
    if (name.equals(FactFunctions.ASSUMED)) {
      return name + "(" + words + ", usual number)";
    }
    if (name.equals(FactFunctions.ACTED_FIRST)) {
      return name + "(" + words + ", other " + words + ")";
    }
    return name + "(" + (optional && !words.isEmpty() ? "[" + words + "]" : words) + ")";
  }
}
