package dev.hotseat.scenario;

import java.time.Duration;
import java.util.Locale;

/// Writes numbers the way people say them: 214, 0.42, 12,300.
final class Wording {
  /// What stands for a number that was not measured.
  static final String NOT_MEASURED = "n/a";

  private static final int FIGURES = 3;

  private Wording() {}

  /// `value` with three figures that count: 213.98 is 214, 0.4217 is 0.422, 12,345 is 12,300.
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return NOT_MEASURED;
    }
    if (value == 0) {
      return "0";
    }
    if (value == Math.rint(value) && Math.abs(value) < 10_000) {
      return String.format(Locale.ROOT, "%,d", (long) value);
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
    if (magnitude >= 15 || magnitude < -6) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    double unit = Math.pow(10, magnitude - FIGURES + 1);
    double rounded = Math.rint(value / unit) * unit;
    int decimals = Math.max(0, FIGURES - 1 - magnitude);
    return withoutTrailingZeros(String.format(Locale.ROOT, "%,." + decimals + "f", rounded));
  }

  /// A share of one as percent: 0.0042 is 0.42 %.
  static String share(double value) {
    String percent = number(value * 100);
    return percent.equals(NOT_MEASURED) ? percent : percent + " %";
  }

  static String millis(double value) {
    String number = number(value);
    return number.equals(NOT_MEASURED) ? number : number + " ms";
  }

  /// A time as authors write it.
  static String span(Duration value) {
    long millis = value.toMillis();
    if (millis % 60_000 == 0 && millis > 0) {
      return millis / 60_000 + "m";
    }
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  private static String withoutTrailingZeros(String number) {
    return number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
  }
}
