package dev.hotseat.api.text;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers with their units, short enough for a column.
public final class Figures {
  /// What stands where nothing was measured.
  public static final String NONE = "–";

  private Figures() {}

  /// Milliseconds: `0.42 ms`, `18 ms`, `1.84 s`.
  public static String millis(double millis) {
    if (!Double.isFinite(millis)) {
      return NONE;
    }
    if (Math.abs(millis) >= 1000) {
      return significant(millis / 1000) + " s";
    }
    return significant(millis) + " ms";
  }

  /// A count: `7`, `940`, `12.3 k`, `1.2 M`.
  public static String count(double count) {
    if (!Double.isFinite(count)) {
      return NONE;
    }
    double size = Math.abs(count);
    if (size >= 1e9) {
      return one(count / 1e9) + " G";
    }
    if (size >= 1e6) {
      return one(count / 1e6) + " M";
    }
    if (size >= 10_000) {
      return one(count / 1e3) + " k";
    }
    return count == Math.rint(count)
        ? String.format(Locale.ROOT, "%,d", (long) count)
        : significant(count);
  }

  /// A rate: `1,950/s`, `12.3 k/s`.
  public static String perSecond(double rate) {
    return Double.isFinite(rate)
        ? count(Math.abs(rate) >= 100 ? Math.rint(rate) : rate) + "/s"
        : NONE;
  }

  /// A share of one as percent: `0.3 %`, `42 %`.
  public static String share(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    double percent = share * 100;
    return percent == 0 || Math.abs(percent) >= 10
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : significant(percent) + " %";
  }

  /// A value in a unit that a scenario or a blueprint named.
  public static String of(double value, String unit) {
    return switch (unit) {
      case "ms" -> millis(value);
      case "per second", "/s", "calls/s" -> perSecond(value);
      case "share" -> share(value);
      case "" -> count(value);
      default -> Double.isFinite(value) ? count(value) + " " + unit : NONE;
    };
  }

  /// A value in a unit, or a dash where nothing was measured.
  public static String of(OptionalDouble value, String unit) {
    return value.isPresent() ? of(value.getAsDouble(), unit) : NONE;
  }

  /// A clock: `17:42`, `1:02:03`.
  public static String clock(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(Math.max(0, seconds)));
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  /// Three significant digits, without an exponent.
  private static String significant(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.995 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return decimals == 0 ? text : text.replaceFirst("\\.?0+$", "");
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
