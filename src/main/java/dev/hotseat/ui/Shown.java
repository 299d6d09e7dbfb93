package dev.hotseat.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values as a page shows them.
public final class Shown {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Shown() {}

  /// Minutes and seconds: `17:42`.
  public static String clock(double seconds) {
    long whole = Math.round(Math.max(0, seconds));
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /// A date and a time; empty where there is none.
  public static String day(@Nullable Instant at) {
    return at == null ? "" : DAY.format(at);
  }

  /// A number with its unit; `not measured` where there is none.
  public static String amount(@Nullable Double value, String unit) {
    if (value == null || !Double.isFinite(value)) {
      return "not measured";
    }
    double size = Math.abs(value);
    String number =
        value == Math.rint(value) && size < 1e12
            ? String.format(Locale.ROOT, "%,d", value.longValue())
            : String.format(
                Locale.ROOT, size >= 100 ? "%,.0f" : size >= 1 ? "%.1f" : "%.3f", value);
    return unit.isEmpty() ? number : number + " " + unit;
  }

  /// Settings: `cache = local, single-flight = on`.
  public static String settings(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + " = " + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /// Points with their sign.
  public static String points(double points) {
    return String.format(Locale.ROOT, points == Math.rint(points) ? "%+.0f" : "%+.2f", points);
  }
}
