package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.api.text.Strokes;
import dev.hotseat.live.Design;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Measure;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Part;
import dev.hotseat.session.Series;
import dev.hotseat.telemetry.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Readings on a terminal.
final class MetricSheets {
  private static final int SPARK = 40;
  private static final List<String> MEASURES = List.of("rate", "errors", "p50", "p99", "p999");

  private MetricSheets() {}

  /// The keys whose series a terminal shows: rate and p99 of what is being asked for.
  static List<String> keys(Design design, Readings readings) {
    List<String> keys = new ArrayList<>();
    for (Operation each : design.operations()) {
      if (measured(readings, each.name())) {
        keys.add("rate/" + each.name());
        keys.add("p99/" + each.name());
      }
    }
    return keys;
  }

  /// The figures of the last five seconds in short, for the session's own page.
  static void current(Sheet sheet, Design design, @Nullable Readings readings) {
    if (readings == null) {
      return;
    }
    Grid grid = operations(design, readings);
    if (!grid.isEmpty()) {
      sheet.title("now (last five seconds)").grid(grid);
    }
  }

  static Sheet metrics(Design design, Readings readings, Series series, Commands commands) {
    Sheet sheet = new Sheet().head("metrics · " + design.name(), "second " + readings.second());
    Grid operations = operations(design, readings);
    if (operations.isEmpty()) {
      sheet.paragraph("Nobody has called the system in the last five seconds.");
    } else {
      sheet.grid(operations);
    }
    hops(sheet, design, readings);
    pools(sheet, design, readings);
    whys(sheet, readings);
    declared(sheet, "gauge", design.gauges(), readings);
    declared(sheet, "oracle", design.oracles(), readings);
    series(sheet, series);
    return sheet.next(
        commands.block(commands.get("traces?order=slowest"), commands.get("logs?level=WARN")));
  }

  /// A figure of a key with the unit that its measure has.
  static String figure(String key, double value) {
    return switch (key.substring(0, Math.max(0, key.indexOf('/')))) {
      case "p50", "p99", "p999", "max", "service", "lag" -> Figures.millis(value);
      case "rate", "errors", "why", "goodput", "throughput", "achieved" -> Figures.perSecond(value);
      case "errorShare" -> Figures.share(value);
      default -> Figures.count(value);
    };
  }

  private static Grid operations(Design design, Readings readings) {
    Grid grid = new Grid("operation", ">rate", ">errors", ">p50", ">p99", ">p99.9");
    for (Operation each : design.operations()) {
      row(grid, readings, each.name());
      for (String region : design.regions()) {
        row(grid, readings, each.name() + "@" + region);
      }
    }
    return grid;
  }

  private static void hops(Sheet sheet, Design design, Readings readings) {
    Grid grid = new Grid("hop", ">rate", ">errors", ">p50", ">p99", ">p99.9");
    for (HopPlan each : design.hops()) {
      row(grid, readings, each.name());
    }
    if (!grid.isEmpty()) {
      sheet.blank().grid(grid);
    }
  }

  private static void row(Grid grid, Readings readings, String subject) {
    if (!measured(readings, subject)) {
      return;
    }
    List<String> cells = new ArrayList<>();
    cells.add(subject);
    for (String measure : MEASURES) {
      OptionalDouble value = recent(readings, measure + "/" + subject);
      cells.add(value.isPresent() ? figure(measure + "/", value.getAsDouble()) : Figures.NONE);
    }
    grid.row(cells.toArray(String[]::new));
  }

  private static boolean measured(Readings readings, String subject) {
    return recent(readings, "rate/" + subject).orElse(0) > 0;
  }

  private static void pools(Sheet sheet, Design design, Readings readings) {
    Grid grid = new Grid("pool", ">in use", ">of", ">waiting", "");
    for (Part each : design.parts()) {
      OptionalDouble size = readings.number("size/" + each.name());
      OptionalDouble inUse = readings.number("inUse/" + each.name());
      if (size.isPresent() && inUse.isPresent() && size.getAsDouble() > 0) {
        grid.row(
            each.name(),
            Figures.count(inUse.getAsDouble()),
            Figures.count(size.getAsDouble()),
            Figures.of(readings.number("waiting/" + each.name()), ""),
            Strokes.bar(inUse.getAsDouble() / size.getAsDouble(), 20));
      }
    }
    if (!grid.isEmpty()) {
      sheet.blank().grid(grid);
    }
  }

  private static void whys(Sheet sheet, Readings readings) {
    Grid grid = new Grid("refused or failed because", ">rate");
    readings.recent().entrySet().stream()
        .filter(each -> each.getKey().startsWith("why/") && each.getValue() > 0)
        .sorted(java.util.Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(each -> grid.row(each.getKey().substring(4), Figures.perSecond(each.getValue())));
    if (!grid.isEmpty()) {
      sheet.blank().grid(grid);
    }
  }

  private static void declared(
      Sheet sheet, String kind, List<Measure> measures, Readings readings) {
    Grid grid = new Grid(kind, ">value", "meaning");
    for (Measure each : measures) {
      OptionalDouble value = readings.number(kind + "/" + each.name());
      if (value.isPresent()) {
        grid.row(each.name(), Figures.of(value, each.unit()), each.meaning());
      }
    }
    if (!grid.isEmpty()) {
      sheet.blank().grid(grid);
    }
  }

  private static void series(Sheet sheet, Series series) {
    Grid grid = new Grid("last minute", "", ">now");
    series
        .values()
        .forEach((key, values) -> {
          List<Double> shown =
              values.subList(Math.max(0, values.size() - SPARK), values.size()).stream()
                  .map(each -> Objects.requireNonNullElse(each, Double.NaN))
                  .toList();
          if (shown.stream().anyMatch(Double::isFinite)) {
            grid.row(key, Strokes.spark(shown), figure(key, shown.getLast()));
          }
        });
    if (!grid.isEmpty()) {
      sheet.blank().grid(grid);
    }
  }

  private static OptionalDouble recent(Readings readings, String key) {
    Double found = readings.recent().get(key);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
