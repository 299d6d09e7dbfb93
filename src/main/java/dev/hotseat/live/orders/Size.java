package dev.hotseat.live.orders;

import java.time.Duration;

/// How heavily something goes wrong.
///
/// @param intensity how many times as heavily as usual
/// @param healthyMillis what a slow checkout takes while nothing is wrong
record Size(double intensity, double healthyMillis) {
  private static final double USUAL_TIMES = 10;

  /*
   * A checkout that is delayed is hardly ever one that would have been slow anyway.
   */
  private static final double WITHOUT_IT = 0.85;

  /// How much longer some checkouts have to take, so that p99 is as many times what it was as this
  /// intensity means: ten times for one.
  double lateMillis() {
    return (USUAL_TIMES * intensity - WITHOUT_IT) * healthyMillis;
  }

  /// The same.
  Duration late() {
    return Duration.ofNanos((long) (lateMillis() * 1_000_000));
  }
}
