package dev.hotseat.ui;

import dev.hotseat.scoring.Report;
import dev.hotseat.scoring.Report.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/// The timeline of a report as a picture: one lane per kind of mark, from start to end, each kind
/// with a shape of its own.
///
/// @param lanes from top to bottom
/// @param ticks of the time axis
/// @param height of the picture
public record TimeStrip(List<Lane> lanes, List<Tick> ticks, int height) {
  /// Width of the picture.
  public static final int WIDTH = 960;

  /// Where the lanes begin, behind their names.
  public static final int LEFT = 130;

  private static final int RIGHT = WIDTH - 12;
  private static final int LANE = 26;
  private static final int AXIS = 22;
  private static final List<String> KINDS =
      List.of(
          "phase",
          "question",
          "follow-up",
          "changed-requirement",
          "answer",
          "hint",
          "lever",
          "fault",
          "action",
          "run",
          "signal");
  private static final double[] STEPS = {1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600};
  private static final int TICKS_MAX = 10;

  /* Outlines around a point, in SVG's path language. The same kinds have the same shapes in the charts. */
  private static final String DISC = "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0";
  private static final String DIAMOND = "m0 -7l7 7l-7 7l-7 -7z";
  private static final String TRIANGLE = "m0 -7l7 12h-14z";
  private static final String BAR = "m-8 -4h16v8h-16z";
  private static final String STROKE = "m-1.5 -9h3v18h-3z";
  private static final Map<String, String> OUTLINES =
      Map.of("lever", DIAMOND, "fault", TRIANGLE, "run", BAR, "phase", STROKE, "action", STROKE);

  /// Marks of one kind.
  ///
  /// @param y of its middle line
  public record Lane(String kind, int y, List<Dot> dots) {}

  /// A mark.
  ///
  /// @param ref of the journal
  /// @param outline as SVG writes it
  /// @param title what happened, with its time
  public record Dot(String ref, String outline, String title) {}

  /// A moment on the axis.
  public record Tick(String x, String text) {}

  /// How wide the picture is.
  public int width() {
    return WIDTH;
  }

  static TimeStrip of(Report report) {
    double whole = Math.max(1, report.elapsedSeconds());
    List<Lane> lanes = new ArrayList<>();
    for (String kind : KINDS) {
      int y = LANE * lanes.size() + LANE / 2;
      List<Dot> dots =
          report.timeline().stream()
              .filter(mark -> mark.kind().equals(kind))
              .map(mark -> dot(mark, y, whole))
              .toList();
      if (!dots.isEmpty()) {
        lanes.add(new Lane(kind, y, dots));
      }
    }
    return new TimeStrip(lanes, ticks(whole), LANE * Math.max(1, lanes.size()) + AXIS);
  }

  private static Dot dot(Mark mark, int y, double whole) {
    String outline = OUTLINES.getOrDefault(mark.kind(), DISC);
    return new Dot(
        mark.ref(),
        "M" + x(mark.elapsedSeconds(), whole) + " " + y + outline,
        Shown.clock(mark.elapsedSeconds()) + " " + mark.text());
  }

  private static List<Tick> ticks(double whole) {
    double step =
        DoubleStream.of(STEPS)
            .filter(each -> whole / each <= TICKS_MAX)
            .findFirst()
            .orElse(STEPS[STEPS.length - 1]);
    return DoubleStream.iterate(0, at -> at <= whole, at -> at + step)
        .mapToObj(at -> new Tick(x(at, whole), Shown.clock(at)))
        .toList();
  }

  private static String x(double seconds, double whole) {
    double share = Math.clamp(seconds / whole, 0, 1);
    return String.format(Locale.ROOT, "%.1f", LEFT + 10 + share * (RIGHT - LEFT - 10));
  }
}
