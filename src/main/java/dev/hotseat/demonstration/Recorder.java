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
  private final Map<String, Double> taken = new LinkedHashMap<>();
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
  ///
  /// @param calling whether calls were still becoming due; what the levels do after that is no part
  ///   of the show, while a truth about the past may still change
  void add(Readings beat, RunResult run, boolean calling) {
    Map<String, Double> figures = run.figures();
    Map<String, Measured> now = new LinkedHashMap<>();
    for (Watch watch : watches) {
      String key = watch.reading();
      OptionalDouble level =
          calling || key.startsWith("oracle/") ? beat.number(key) : OptionalDouble.empty();
      List<Double> series = points.computeIfAbsent(key, _ -> new ArrayList<>());
      if (level.isPresent() && series.size() < POINTS_MAX) {
        series.add(level.getAsDouble());
      }
      now.put(key, new Measured(value(watch, level, figures, run), List.copyOf(series)));
    }
    measured = now;
  }

  Measured of(String key) {
    return measured.getOrDefault(key, Measured.NOTHING);
  }

  /*
   * A load run knows its own figures over its whole length, which no sum of beats gives: a p99 of
   * p99s is none.
   */
  private @Nullable Double value(
      Watch watch, OptionalDouble level, Map<String, Double> figures, RunResult run) {
    String key = watch.reading();
    return switch (key) {
      case "offered" -> Double.valueOf(run.offered());
      case "served" -> Double.valueOf(run.served());
      case "failed" -> Double.valueOf(run.failures());
      default -> figures.containsKey(key) ? figures.get(key) : taken(watch, level);
    };
  }

  private @Nullable Double taken(Watch watch, OptionalDouble level) {
    String key = watch.reading();
    if (level.isPresent()) {
      taken.merge(
          key,
          level.getAsDouble(),
          switch (watch.take()) {
            case HIGHEST -> Math::max;
            case LOWEST -> Math::min;
            case LAST -> (_, last) -> last;
          });
    }
    boolean countsNothing = key.startsWith("failed/") || key.startsWith("why/");
    return countsNothing ? Double.valueOf(0) : taken.get(key);
  }
}
