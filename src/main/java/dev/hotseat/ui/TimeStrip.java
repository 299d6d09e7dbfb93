package dev.hotseat.ui;

import dev.hotseat.scoring.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The timeline of a report as a picture: one lane per kind of mark, from start to end.
///
/// @param lanes from top to bottom
/// @param width of the picture
/// @param height of the picture
public record TimeStrip(List<Lane> lanes, int width, int height) {
  private static final int WIDTH = 960;
  private static final int LABEL = 130;
  private static final int LANE = 22;
  private static final List<String> KINDS =
      List.of("phase", "question", "follow-up", "answer", "lever", "fault", "run", "signal");

  /// Marks of one kind.
  ///
  /// @param y of its middle line
  public record Lane(String kind, int y, List<Dot> dots) {}

  /// A mark.
  ///
  /// @param x its place, as SVG writes it
  /// @param title what happened, with its time
  public record Dot(String x, String title) {}

  static TimeStrip of(Report report) {
    double whole = Math.max(1, report.elapsedSeconds());
    List<Lane> lanes = new ArrayList<>();
    for (String kind : KINDS) {
      List<Dot> dots =
          report.timeline().stream()
              .filter(mark -> mark.kind().equals(kind))
              .map(mark -> dot(mark, whole))
              .toList();
      if (!dots.isEmpty()) {
        lanes.add(new Lane(kind, LANE * lanes.size() + LANE / 2, dots));
      }
    }
    return new TimeStrip(lanes, WIDTH, LANE * Math.max(1, lanes.size()));
  }

  private static Dot dot(Report.Mark mark, double whole) {
    double share = Math.clamp(mark.elapsedSeconds() / whole, 0, 1);
    double x = LABEL + share * (WIDTH - LABEL - 10);
    return new Dot(
        String.format(Locale.ROOT, "%.1f", x),
        Shown.clock(mark.elapsedSeconds()) + " " + mark.text());
  }
}
