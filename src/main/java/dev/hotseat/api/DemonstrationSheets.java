package dev.hotseat.api;

import dev.hotseat.api.DemonstrationsController.Catalogue;
import dev.hotseat.api.DemonstrationsController.Played;
import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.api.text.Strokes;
import dev.hotseat.demonstration.Line;
import dev.hotseat.demonstration.PlayView;
import dev.hotseat.demonstration.PlayView.ChoiceView;
import dev.hotseat.demonstration.PlayView.SideView;
import dev.hotseat.demonstration.PlayView.WatchView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Demonstrations on a terminal, the two sides beside each other.
final class DemonstrationSheets {
  private static final int BAR = 40;
  private static final int SPARK = 20;

  private DemonstrationSheets() {}

  static Sheet list(Catalogue catalogue, Commands commands) {
    List<Line> all = catalogue.demonstrations();
    Sheet sheet = new Sheet().head("demonstrations", all.size() + " in all");
    if (all.isEmpty()) {
      return sheet.paragraph("No scenario has one.");
    }
    Grid grid = new Grid("name", "scenario", ">takes", "what it teaches");
    for (Line each : all) {
      grid.row(each.name(), each.scenario(), Figures.count(each.seconds()) + " s", each.teaches());
    }
    sheet.grid(grid);
    Grid plays = new Grid("played lately", "demonstration", "state");
    for (Played each : catalogue.plays()) {
      plays.row(each.id(), each.demonstration(), each.state());
    }
    if (!plays.isEmpty()) {
      sheet.blank().grid(plays);
    }
    return sheet.next(commands.block(commands.send("", all.getFirst().name())));
  }

  static Sheet play(PlayView play, Commands commands) {
    Sheet sheet =
        new Sheet()
            .head(play.demonstration() + " · " + play.scenario(), play.state())
            .paragraph(play.title())
            .blank()
            .paragraph(play.setting());
    if (!play.note().isEmpty()) {
      sheet.blank().paragraph(play.note());
    }
    if (!play.isOver()) {
      sheet
          .blank()
          .paragraph(
              Strokes.bar(play.progress(), BAR)
                  + "  "
                  + Figures.clock(play.remainingSeconds())
                  + " left");
    }
    sides(sheet, play);
    watched(sheet, play);
    ask(sheet, play);
    if (play.isOver()) {
      String explanation = play.explanation();
      sheet.title("what happened").paragraph(explanation == null ? "" : explanation);
    }
    return sheet.next(commands.block(next(play, commands)));
  }

  private static void sides(Sheet sheet, PlayView play) {
    Grid grid = new Grid("", "without", "with");
    SideView without = play.without();
    SideView with = play.with();
    grid.row("design", without.title(), with.title());
    grid.row("levers", levers(without, with), levers(with, without));
    grid.row("calls", calls(without), calls(with));
    sheet.blank().grid(grid);
    if (!play.faults().isEmpty()) {
      sheet.paragraph("  broken in both: " + String.join(", ", play.faults()));
    }
  }

  /// Levers that the other side has otherwise.
  private static String levers(SideView side, SideView other) {
    Map<String, String> theirs = other.levers();
    return side.levers().entrySet().stream()
        .filter(each -> !each.getValue().equals(theirs.get(each.getKey())))
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String calls(SideView side) {
    return Figures.count(side.offered())
        + " due, "
        + Figures.count(side.served())
        + " served, "
        + Figures.count(side.failed())
        + " failed";
  }

  private static void watched(Sheet sheet, PlayView play) {
    Grid grid = new Grid("measured", ">without", "", ">with", "", "apart");
    for (WatchView each : play.watch()) {
      grid.row(
          each.title(),
          figure(each.without(), each.unit()),
          spark(each.withoutSeries(), each),
          figure(each.with(), each.unit()),
          spark(each.withSeries(), each),
          apart(each, play.isOver()));
    }
    sheet.blank().grid(grid);
  }

  private static String figure(@Nullable Double value, String unit) {
    return value == null ? Figures.NONE : Figures.of(value, unit);
  }

  /*
   * Both lines share one scale, or a flat line of 2 would look like one of 2,000: the largest value of the
   * pair is put behind each and cut off again.
   */
  private static String spark(List<Double> series, WatchView pair) {
    if (series.isEmpty()) {
      return "";
    }
    List<Double> shown = series.subList(Math.max(0, series.size() - SPARK), series.size());
    List<Double> scaled = new ArrayList<>(shown);
    scaled.add(0.0);
    scaled.add(Math.max(greatest(pair.withoutSeries()), greatest(pair.withSeries())));
    String line = Strokes.spark(scaled);
    return line.substring(0, shown.size());
  }

  private static double greatest(List<Double> series) {
    return series.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private static String apart(WatchView each, boolean over) {
    Double without = each.without();
    Double with = each.with();
    if (!over || without == null || with == null || each.expected().isEmpty()) {
      return "";
    }
    double greater = Math.max(without, with);
    double less = Math.min(without, with);
    if (greater == 0) {
      return "";
    }
    return less == 0 ? "one side only" : String.format(Locale.ROOT, "%.3gx", greater / less);
  }

  private static void ask(Sheet sheet, PlayView play) {
    sheet.title("ask the room").paragraph(play.ask().question());
    String right = play.ask().right();
    for (ChoiceView each : play.ask().choices()) {
      String mark = each.id().equals(right) ? "  ✓" : "  -";
      sheet.said(mark, 4, each.text());
    }
  }

  private static List<String> next(PlayView play, Commands commands) {
    return play.isOver()
        ? List.of(commands.get(""))
        : List.of(commands.get(""), commands.with("DELETE", "", ""));
  }
}
