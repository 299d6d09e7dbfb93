package dev.hotseat.session;

import dev.hotseat.telemetry.Readings;
import java.util.HashMap;
import java.util.Map;

/// Readings to four digits. More is noise, and would be half of the journal.
final class Rounded {
  private static final int DIGITS = 4;

  private Rounded() {}

  static Readings of(Readings readings) {
    return new Readings(readings.second(), of(readings.numbers()), of(readings.recent()));
  }

  private static Map<String, Double> of(Map<String, Double> numbers) {
    Map<String, Double> rounded = HashMap.newHashMap(numbers.size());
    numbers.forEach((key, value) -> {
      if (Double.isFinite(value)) {
        rounded.put(key, of(value));
      }
    });
    return rounded;
  }

  static double of(double value) {
    if (value == 0) {
      return 0;
    }
    int digits = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
    if (digits <= 0) {
      return Math.rint(value); // counts stay exact
    }
    double scale = Math.pow(10, Math.min(digits, 12));
    return Math.rint(value * scale) / scale;
  }
}
