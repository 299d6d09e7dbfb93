package dev.hotseat.telemetry;

import java.util.List;

/// One figure over time.
///
/// @param key as in [Readings]
/// @param points oldest first
public record Series(String key, List<Point> points) {
  public Series {
    points = List.copyOf(points);
  }

  /// The figure of one second.
  public record Point(long second, double value) {}
}
