package dev.hotseat.live.orders;

import dev.hotseat.telemetry.Readings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Figures as the sheets write them.
final class Figures {
  private static final double MEGABYTE = 1 << 20;

  private Figures() {}

  /// A time of day, to the second.
  static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }

  static String perSecond(double count) {
    return String.format(Locale.ROOT, "%.1f", count);
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }

  /// A reading of the last five seconds; a dash where there is none.
  static String millis(Readings readings, String key) {
    return Optional.ofNullable(readings.recent().get(key)).map(Figures::millis).orElse("–");
  }

  static String perSecond(Readings readings, String key) {
    return perSecond(readings.recent().getOrDefault(key, 0.0));
  }

  static String percent(Readings readings, String key) {
    return Optional.ofNullable(readings.recent().get(key)).map(Figures::percent).orElse("–");
  }
}
