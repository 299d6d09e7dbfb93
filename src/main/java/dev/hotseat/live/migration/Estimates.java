package dev.hotseat.live.migration;

import java.time.Duration;

/// How long a copy takes and what it needs, from the size of the table and the rate it is held to.
///
/// @param rows to be copied
/// @param bytesARow in the old table
/// @param rowsPerSecond of the throttle, or of the copy as it goes where there is none; 0 where
///   nobody knows
record Estimates(long rows, double bytesARow, double rowsPerSecond) {
  private static final double MB = 1_000_000;

  Duration copying() {
    return rowsPerSecond <= 0
        ? Duration.ZERO
        : Duration.ofMillis(Math.round(1_000 * rows / rowsPerSecond));
  }

  /// What the new table takes beside the old one until that is dropped.
  double extraMb() {
    return rows * bytesARow / MB;
  }

  String sentence() {
    String time =
        rowsPerSecond <= 0
            ? "nobody knows how long without a rate"
            : "%s at %,.0f rows/s".formatted(spoken(copying()), rowsPerSecond);
    return ("%,d customers: %s; about %,.0f MB beside the old table until that is dropped;"
            + " every step can be undone until the old table is no longer written.")
        .formatted(rows, time, extraMb());
  }

  static String spoken(Duration time) {
    if (time.compareTo(Duration.ofMinutes(3)) > 0) {
      return "%d min".formatted(Math.round(time.toSeconds() / 60.0));
    }
    return "%d s".formatted(Math.round(time.toMillis() / 1_000.0));
  }
}
