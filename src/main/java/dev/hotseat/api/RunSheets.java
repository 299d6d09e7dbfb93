package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.api.text.Strokes;
import dev.hotseat.session.ComparisonView;
import dev.hotseat.session.RunView;
import dev.hotseat.session.RunView.OperationView;
import dev.hotseat.session.RunView.PredictionView;
import dev.hotseat.session.RunView.SecondView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Load runs on a terminal.
final class RunSheets {
  private static final int BAR = 40;
  private static final int SPARK = 60;

  private RunSheets() {}

  static Sheet run(RunView run, Commands commands) {
    Sheet sheet =
        new Sheet()
            .head("load run " + run.run() + " · " + run.profile(), run.state())
            .paragraph(run.plan());
    if (!run.note().isEmpty()) {
      sheet.paragraph(run.note());
    }
    boolean running = run.state().equals("running");
    if (running) {
      sheet.paragraph(
          Strokes.bar(run.progress(), BAR)
              + "  "
              + Figures.share(run.progress())
              + ", "
              + Figures.clock(run.remainingSeconds())
              + " left, "
              + Figures.perSecond(run.ratePerSecond()));
    }
    counts(sheet, run);
    operations(sheet, run.operations());
    predictions(sheet, run.predictions());
    series(sheet, run.series());
    return sheet.next(commands.block(next(run, running, commands)));
  }

  static Sheet runs(List<RunView> runs, String profile, Commands commands) {
    Grid grid = new Grid(">run", "profile", "state", ">offered", ">served", ">failed", "plan");
    for (RunView each : runs) {
      grid.row(
          Integer.toString(each.run()),
          each.profile(),
          each.state(),
          Figures.count(each.offered()),
          Figures.count(each.served()),
          Figures.count(total(each.failed())),
          each.plan());
    }
    Sheet sheet = new Sheet().head("load runs", runs.size() + " in all");
    if (runs.isEmpty()) {
      return sheet.paragraph("None yet.").next(commands.block(commands.send("load", profile)));
    }
    return sheet.grid(grid).next(commands.block(next(runs.getLast(), false, commands)));
  }

  static Sheet comparison(ComparisonView comparison) {
    String names = "run " + comparison.a() + " and run " + comparison.b();
    Sheet sheet =
        new Sheet()
            .head(
                names, comparison.differences().isEmpty() ? "same arrivals" : "not like for like");
    sheet.points(comparison.differences());
    if (!comparison.levers().isEmpty()) {
      Grid levers = new Grid("lever", "run " + comparison.a(), "run " + comparison.b());
      comparison.levers().forEach(each -> levers.row(each.lever(), each.a(), each.b()));
      sheet.title("what changed in the design").grid(levers);
    }
    Grid grid =
        new Grid("figure", ">run " + comparison.a(), ">run " + comparison.b(), ">ratio", "");
    for (ComparisonView.Row row : comparison.rows()) {
      grid.row(
          row.key(),
          MetricSheets.figure(row.key(), row.a()),
          MetricSheets.figure(row.key(), row.b()),
          ratio(row),
          row.moved().equals("same") ? "" : row.moved());
    }
    return sheet.title("figures").grid(grid);
  }

  private static String ratio(ComparisonView.Row row) {
    Double ratio = row.ratio();
    return ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static void counts(Sheet sheet, RunView run) {
    Grid grid = new Grid(">offered", ">served", ">failed", "why");
    grid.row(
        Figures.count(run.offered()),
        Figures.count(run.served()),
        Figures.count(total(run.failed())),
        reasons(run.failed()));
    sheet.blank().grid(grid);
    if (!run.refused().isEmpty()) {
      sheet.paragraph("  told no: " + reasons(run.refused()));
    }
  }

  private static void operations(Sheet sheet, List<OperationView> operations) {
    if (operations.isEmpty()) {
      return;
    }
    Grid grid = new Grid("operation", ">count", ">failed", ">p50", ">p99", ">p99.9", ">max");
    for (OperationView each : operations) {
      grid.row(
          each.name(),
          Figures.count(each.count()),
          Figures.count(each.failed()),
          Figures.millis(each.p50Millis()),
          Figures.millis(each.p99Millis()),
          Figures.millis(each.p999Millis()),
          Figures.millis(each.maxMillis()));
    }
    sheet.blank().grid(grid);
  }

  private static void predictions(Sheet sheet, List<PredictionView> predictions) {
    if (predictions.isEmpty()) {
      return;
    }
    Grid grid = new Grid("prediction", ">predicted", ">measured", ">measured / predicted");
    for (PredictionView each : predictions) {
      Double measured = each.measured();
      grid.row(
          each.metric(),
          Figures.of(each.predicted(), each.unit()),
          measured == null ? Figures.NONE : Figures.of(measured, each.unit()),
          measured == null || each.predicted() == 0
              ? ""
              : String.format(Locale.ROOT, "%.2f", measured / each.predicted()));
    }
    sheet.blank().grid(grid);
  }

  private static void series(Sheet sheet, List<SecondView> series) {
    if (series.size() < 2) {
      return;
    }
    Grid grid = new Grid("second by second", "", ">last");
    spark(grid, "rate", series, SecondView::ratePerSecond, "per second");
    spark(grid, "errors", series, SecondView::errorsPerSecond, "per second");
    spark(grid, "p99", series, SecondView::p99Millis, "ms");
    sheet.blank().grid(grid);
  }

  private static void spark(
      Grid grid,
      String name,
      List<SecondView> series,
      ToDoubleFunction<SecondView> of,
      String unit) {
    List<SecondView> shown = series.subList(Math.max(0, series.size() - SPARK), series.size());
    grid.row(
        name,
        Strokes.spark(shown.stream().map(each -> of.applyAsDouble(each)).toList()),
        Figures.of(of.applyAsDouble(series.getLast()), unit));
  }

  private static List<String> next(RunView run, boolean running, Commands commands) {
    if (running) {
      return List.of(commands.get("load"), commands.with("DELETE", "load", ""));
    }
    return run.run() < 2
        ? List.of(commands.get("runs"))
        : List.of(commands.get("runs/" + (run.run() - 1) + "/compare/" + run.run()));
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String reasons(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(each -> each.getKey() + " " + Figures.count(each.getValue()))
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }
}
