package dev.hotseat.live.orders;

import dev.hotseat.world.Chance;

/// Durations as networks and programs have them: most near the median, a tail to the right
/// (log-normal).
///
/// @param medianMillis half are shorter
/// @param p99Millis one in a hundred is longer
record Spread(double medianMillis, double p99Millis) {
  /// The 99th percentile of the standard normal distribution.
  private static final double Z99 = 2.326;

  private static final long STEPS = 1L << 53;

  Spread {
    if (!(medianMillis > 0 && p99Millis >= medianMillis)) {
      throw new IllegalArgumentException("not a spread: " + medianMillis + ", " + p99Millis);
    }
  }

  /// The next duration.
  long nanos(Chance chance) {
    double sigma = Math.log(p99Millis / medianMillis) / Z99;
    return (long) (medianMillis * 1e6 * Math.exp(sigma * normal(chance)));
  }

  /// Box and Muller, 1958.
  private static double normal(Chance chance) {
    double radius = Math.sqrt(-2 * Math.log(uniform(chance)));
    return radius * Math.cos(2 * Math.PI * uniform(chance));
  }

  /// In `(0, 1]`.
  private static double uniform(Chance chance) {
    return (chance.below(STEPS) + 1) / (double) STEPS;
  }
}
