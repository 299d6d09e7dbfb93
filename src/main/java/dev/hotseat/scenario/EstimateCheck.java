package dev.hotseat.scenario;

import dev.hotseat.scenario.Script.Estimate;
import java.util.OptionalDouble;

/// How far an estimate is from what the candidate's own assumptions give.
public final class EstimateCheck {
  private EstimateCheck() {}

  /// The factor between the two, 1 or more; empty where they cannot be compared.
  ///
  /// @param unit of the value; empty for the unit asked for
  public static OptionalDouble factorOff(
      Estimate estimate, double value, String unit, Facts facts) {
    OptionalDouble expected = estimate.expect().over(facts);
    OptionalDouble given = Units.convert(value, unit, estimate.unit());
    if (expected.isEmpty() || given.isEmpty()) {
      return OptionalDouble.empty();
    }
    return ratio(given.getAsDouble(), expected.getAsDouble());
  }

  private static OptionalDouble ratio(double given, double expected) {
    if (!(given > 0 && expected > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Math.max(given / expected, expected / given));
  }
}
