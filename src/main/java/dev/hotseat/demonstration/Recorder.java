package dev.hotseat.demonstration;

import dev.hotseat.load.RunResult;
import dev.hotseat.scenario.Demonstration.Watch;
import dev.hotseat.telemetry.Readings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The watched readings of one side, as they come.
///
/// Written by the side's own thread, read by anybody: what is shown is a list that never changes,
/// replaced once a beat.
final class Recorder {
  private static final int POINTS_MAX = 300;

  private final List<Watch> watches;
  private final Map<String, List<Double>> points = new LinkedHashMap<>();
  private final Map<String, Double> highest = new LinkedHashMap<>();
  private volatile Map<String, Measured> measured = Map.of();

  /// What one reading has come to.
  ///
  /// @param value of the whole play so far; absent where nothing was measured
  record Measured(@Nullable Double value, List<Double> series) {
    static final Measured NOTHING = new Measured(null, List.of());
  }

  Recorder(List<Watch> watches) {
    this.watches = List.copyOf(watches);
  }

  /// Takes in one beat.
  void add(Readings beat, RunResult run) {
    Map<String, Double> figures = run.figures();
    Map<String, Measured> now = new LinkedHashMap<>();
    for (Watch watch : watches) {
      String key = watch.reading();
      OptionalDouble level = beat.number(key);
      List<Double> series = points.computeIfAbsent(key, _ -> new ArrayList<>());
      if (level.isPresent() && series.size() < POINTS_MAX) {
        series.add(level.getAsDouble());
      }
      now.put(key, new Measured(value(key, level, figures, run), List.copyOf(series)));
    }
    measured = now;
  }

  Measured of(String key) {
    return measured.getOrDefault(key, Measured.NOTHING);
  }

  /*
   * A load run knows its own figures over its whole length, which no sum of beats gives (a p99 of
   * p99s is none). A truth about the past is worth what it says last. Of a level, what matters is
   * how high it went.
   */
  private @Nullable Double value(
      String key, OptionalDouble level, Map<String, Double> figures, RunResult run) {
    switch (key) {
      case "offered" -> {
        return (double) run.offered();
      }
      case "served" -> {
        return (double) run.served();
      }
      case "failed" -> {
        return (double) run.failures();
      }
      default -> {
        if (figures.containsKey(key)) {
          return figures.get(key);
        }
      }
    }
    if (level.isPresent()) {
      highest.merge(
          key,
          level.getAsDouble(),
          key.startsWith("oracle/") ? (_, last) -> last : (one, other) -> Math.max(one, other));
    }
    return key.startsWith("failed/") || key.startsWith("why/")
        ? Double.valueOf(0)
        : highest.get(key);
  }
}
