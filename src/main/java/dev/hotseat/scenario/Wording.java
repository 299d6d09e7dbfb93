package dev.hotseat.scenario;

import java.time.Duration;
import java.util.Locale;

/// Writes numbers the way people say them: 214, 0.42, 12,300.
final class Wording {
  /// What stands for a number that was not measured.
  static final String NOT_MEASURED = "n/a";

  private static final int FIGURES = 3;
  private static final double WHOLE_MAX = 10_000;
  private static final int MAGNITUDE_MAX = 14;
  private static final int MAGNITUDE_MIN = -6;

  private Wording() {}

  /// `value` with three figures that count: 213.98 is 214, 0.4217 is 0.422, 12,345 is 12,300.
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return NOT_MEASURED;
    }
    if (value < 0) {
      return "-" + number(-value);
    }
    if (value == Math.rint(value) && value < WHOLE_MAX) {
      return grouped((long) value);
    }
    int magnitude = (int) Math.floor(Math.log10(value));
    if (magnitude > MAGNITUDE_MAX || magnitude < MAGNITUDE_MIN) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    return rounded(value, FIGURES - 1 - magnitude);
  }

  /// `value` with so many decimals, trailing zeros left away; with fewer than none, so many zeros.
  private static String rounded(double value, int decimals) {
    if (decimals <= 0) {
      double unit = Math.pow(10, -decimals);
      return grouped(Math.round(value / unit) * (long) unit);
    }
    long scaled = Math.round(value * Math.pow(10, decimals));
    int left = decimals;
    while (left > 0 && scaled % 10 == 0) {
      scaled /= 10;
      left--;
    }
    long unit = (long) Math.pow(10, left);
    String fraction = Long.toString(unit + scaled % unit).substring(1);
    return grouped(scaled / unit) + (left == 0 ? "" : "." + fraction);
  }

  private static String grouped(long whole) {
    StringBuilder digits = new StringBuilder(Long.toString(whole));
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
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
}
