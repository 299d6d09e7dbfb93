package dev.hotseat.load;

import dev.hotseat.exchange.Refusal;
import java.time.Duration;
import java.util.List;

/// A stretch of an open loop during which the rate changes evenly, or not at all.
///
/// @param duration how long
/// @param fromPerSecond arrivals per second at its start
/// @param toPerSecond arrivals per second at its end
public record Stage(Duration duration, double fromPerSecond, double toPerSecond) {

  public Stage {
    if (!duration.isPositive()) {
      throw new Refusal("duration", "more than zero", duration.toString());
    }
    checked(fromPerSecond);
    checked(toPerSecond);
  }

  /// One rate all along.
  public static Stage hold(double ratePerSecond, Duration duration) {
    return new Stage(duration, ratePerSecond, ratePerSecond);
  }

  /// A rate that grows or falls evenly.
  public static Stage ramp(double fromPerSecond, double toPerSecond, Duration duration) {
    return new Stage(duration, fromPerSecond, toPerSecond);
  }

  /// A calm stretch, a sudden peak for the middle fifth, and calm again.
  public static List<Stage> spike(double calmPerSecond, double peakPerSecond, Duration whole) {
    Stage calm = hold(calmPerSecond, whole.multipliedBy(2).dividedBy(5));
    return List.of(calm, hold(peakPerSecond, whole.dividedBy(5)), calm);
  }

  /// The highest rate in it.
  public double peakPerSecond() {
    return Math.max(fromPerSecond, toPerSecond);
  }

  /// Arrivals expected in the whole of it.
  double arrivals() {
    return (fromPerSecond + toPerSecond) / 2 * duration.toNanos() / 1e9;
  }

  /// The same rates in `factor` times the time.
  Stage times(double factor) {
    Duration scaled = Duration.ofNanos(Math.round(duration.toNanos() * factor));
    return new Stage(scaled, fromPerSecond, toPerSecond);
  }

  private static void checked(double ratePerSecond) {
    if (!(ratePerSecond >= 0 && ratePerSecond < Double.POSITIVE_INFINITY)) {
      throw new Refusal("ratePerSecond", "0 or more", Double.toString(ratePerSecond));
    }
  }
}
