package dev.hotseat.session;

import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.load.Comparison;
import dev.hotseat.load.Latency;
import dev.hotseat.load.Progress;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.RunState;
import dev.hotseat.session.ComparisonView.LeverChange;
import dev.hotseat.session.ComparisonView.Row;
import dev.hotseat.session.RunView.OperationView;
import dev.hotseat.session.RunView.PredictionView;
import dev.hotseat.session.RunView.SecondView;
import dev.hotseat.session.Story.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Load runs as records: going on, over, and side by side.
final class RunViews {
  private RunViews() {}

  /// A run whose end is not on record yet. It goes on, whatever its generator says: whoever is told
  /// that it is over may ask what came of it.
  static RunView going(Attempt attempt, Progress progress) {
    RunStarted started = attempt.started();
    return new RunView(
        started.run(),
        word(RunState.RUNNING),
        "",
        started.profile(),
        started.plan(),
        started.by(),
        attempt.at(),
        tenth(progress.elapsedSeconds()),
        tenth(progress.remainingSeconds()),
        Math.round(progress.fraction() * 1e3) / 1e3,
        Rounded.of(progress.ratePerSecond()),
        progress.offered(),
        progress.served(),
        progress.failed() == 0 ? Map.of() : Map.of("all", progress.failed()),
        Map.of(),
        List.of(),
        predictions(started.predictions(), Map.of()),
        Map.of(),
        List.of());
  }

  /// A run of which nothing is known but that it began: the server went down under it.
  static RunView lost(RunStarted started, Instant at) {
    return new RunView(
        started.run(),
        "failed",
        "the server stopped while it was going on",
        started.profile(),
        started.plan(),
        started.by(),
        at,
        0,
        0,
        0,
        0,
        0,
        0,
        Map.of(),
        Map.of(),
        List.of(),
        predictions(started.predictions(), Map.of()),
        Map.of(),
        List.of());
  }

  static RunView over(RunStarted started, Instant at, RunResult result) {
    Map<String, Double> figures = figures(result);
    return new RunView(
        started.run(),
        // One that is asked before it is over was stopped by the end of the session.
        result.state().over() ? word(result.state()) : "stopped",
        result.note(),
        started.profile(),
        started.plan(),
        started.by(),
        at,
        tenth(result.seconds()),
        0,
        1,
        Rounded.of(result.seconds() > 0 ? result.offered() / result.seconds() : 0),
        result.offered(),
        result.served(),
        new TreeMap<>(result.failed()),
        new TreeMap<>(result.refused()),
        result.operations().stream().map(RunViews::operation).toList(),
        predictions(started.predictions(), figures),
        figures,
        result.series().stream()
            .map(each ->
                new SecondView(
                    each.second(),
                    Rounded.of(each.ratePerSecond()),
                    Rounded.of(each.errorsPerSecond()),
                    Rounded.of(each.p99Millis())))
            .toList());
  }

  static RunFinished finished(RunView run, EventCodec codec) {
    Map<String, Double> figures = new TreeMap<>(run.figures());
    figures.put("offered", (double) run.offered());
    figures.put("served", (double) run.served());
    figures.put("failed", (double) run.failed().values().stream().mapToLong(Long::longValue).sum());
    return new RunFinished(run.run(), run.state(), figures, codec.write(run, RunView.class));
  }

  static RunView withoutSeries(RunView run) {
    return new RunView(
        run.run(),
        run.state(),
        run.note(),
        run.profile(),
        run.plan(),
        run.by(),
        run.startedAt(),
        run.elapsedSeconds(),
        run.remainingSeconds(),
        run.progress(),
        run.ratePerSecond(),
        run.offered(),
        run.served(),
        run.failed(),
        run.refused(),
        run.operations(),
        run.predictions(),
        run.figures(),
        List.of());
  }

  static ComparisonView compared(Attempt first, RunView a, Attempt second, RunView b) {
    List<String> differences = new ArrayList<>();
    note(differences, "profiles", a.profile(), b.profile());
    note(differences, "plans", a.plan(), b.plan());
    for (RunView each : List.of(a, b)) {
      if (!each.state().equals("done")) {
        differences.add("run " + each.run() + " is " + each.state());
      }
    }
    return new ComparisonView(
        a.run(),
        b.run(),
        differences,
        levers(first.levers(), second.levers()),
        Comparison.rows(a.figures(), b.figures()).stream()
            .map(row ->
                new Row(
                    row.key(),
                    row.before(),
                    row.after(),
                    ratio(row),
                    row.moved().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private static @Nullable Double ratio(Comparison.Row row) {
    return row.ratio().isPresent() ? Rounded.of(row.ratio().getAsDouble()) : null;
  }

  private static void note(List<String> differences, String what, String a, String b) {
    if (!a.equals(b)) {
      differences.add("the " + what + " differ: " + a + " and " + b);
    }
  }

  private static List<LeverChange> levers(Map<String, String> a, Map<String, String> b) {
    return a.keySet().stream()
        .filter(each -> !a.getOrDefault(each, "").equals(b.getOrDefault(each, "")))
        .sorted()
        .map(each -> new LeverChange(each, a.getOrDefault(each, ""), b.getOrDefault(each, "")))
        .toList();
  }

  private static OperationView operation(RunResult.Operation operation) {
    Latency latency = operation.latency();
    return new OperationView(
        operation.name(),
        operation.served() + operation.failed(),
        operation.failed(),
        Rounded.of(latency.p50Millis()),
        Rounded.of(latency.p99Millis()),
        Rounded.of(latency.p999Millis()),
        Rounded.of(latency.maxMillis()));
  }

  private static Map<String, Double> figures(RunResult result) {
    Map<String, Double> figures = new TreeMap<>();
    result
        .figures()
        .forEach((key, value) -> {
          if (Double.isFinite(value)) {
            figures.put(key, Rounded.of(value));
          }
        });
    return figures;
  }

  private static List<PredictionView> predictions(
      List<Prediction> predictions, Map<String, Double> figures) {
    return predictions.stream()
        .map(each ->
            new PredictionView(
                each.metric(), each.value(), each.unit(), figures.get(each.metric())))
        .toList();
  }

  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static double tenth(double seconds) {
    return Math.round(seconds * 10) / 10.0;
  }
}
