package dev.hotseat.api.text;

import java.util.List;

/// Numbers as strokes: sparklines for series, bars for shares.
public final class Strokes {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private Strokes() {}

  /// A series from left (oldest) to right; a gap where nothing was measured. A flat series is low,
  /// whatever its value.
  public static String spark(List<Double> series) {
    double min =
        series.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).min().orElse(0);
    double max =
        series.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (double each : series) {
      line.append(Double.isFinite(each) ? level(each, min, max) : ' ');
    }
    return line.toString();
  }

  private static char level(double value, double min, double max) {
    if (max <= min) {
      return LEVELS.charAt(0);
    }
    int top = LEVELS.length() - 1;
    return LEVELS.charAt((int) Math.round((value - min) / (max - min) * top));
  }

  /// A share from 0 to 1 as a bar of `columns`.
  public static String bar(double share, int columns) {
    double filled = Math.clamp(Double.isFinite(share) ? share : 0, 0, 1) * columns;
    int whole = (int) filled;
    StringBuilder bar = new StringBuilder("█".repeat(whole));
    int eighths = (int) ((filled - whole) * 8);
    if (eighths > 0) {
      bar.append(EIGHTHS.charAt(eighths));
    }
    return bar + "·".repeat(columns - Words.width(bar.toString()));
  }
}
