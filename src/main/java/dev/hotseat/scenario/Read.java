package dev.hotseat.scenario;

import dev.hotseat.scenario.FactFunction.Kind;
import java.util.function.Function;

/// One question to the facts inside an expression, such as `p99("redirect")`.
///
/// @param source how the author wrote it
/// @param unit how its value is shown
/// @param answer finds it, or throws [FactFunctions.NotMeasured]
record Read(String source, Kind kind, Unit unit, Function<Facts, Object> answer) {
  /// How a number is shown.
  enum Unit {
    NONE(""),
    MILLIS("ms"),
    SHARE("%");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    /// What stands behind the number; empty for nothing.
    String word() {
      return word;
    }
  }

  /// `value` for a person.
  String shown(Object value) {
    return switch (value) {
      case Double number when unit == Unit.MILLIS -> Wording.millis(number);
      case Double number when unit == Unit.SHARE -> Wording.share(number);
      case Double number -> Wording.number(number);
      case Boolean flag -> flag ? "yes" : "no";
      default -> value.toString();
    };
  }
}
