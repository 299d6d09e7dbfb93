package dev.hotseat.event;

import io.micronaut.serde.annotation.Serdeable;

/// What the candidate expects of a run before it starts.
///
/// @param metric key as in readings, such as `p99/redirect`
/// @param value the expected value
/// @param unit `ms`, `per second`, `share` or `calls`
@Serdeable
public record Prediction(String metric, double value, String unit) {
  /// How far from the measured value a prediction may be, as a share of the measured value.
  public static final double TOLERANCE = 0.3;

  private static final double SHARE_TOLERANCE = 0.01;

  /*
   * A share near zero would never be met by a relative tolerance: somebody who expects 0.5 % errors
   * and sees none has understood the system. One percentage point is always near enough.
   */
  /// Whether the prediction came true.
  public boolean holdsFor(double measured) {
    double off = Math.abs(value - measured);
    return off <= TOLERANCE * Math.abs(measured)
        || (unit.equals("share") && off <= SHARE_TOLERANCE);
  }
}
