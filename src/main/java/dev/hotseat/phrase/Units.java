package dev.hotseat.phrase;

import dev.hotseat.phrase.Quantity.Dimension;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The units people write, each with its dimension and its size in the base unit.
final class Units {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = 365 * DAY;
  private static final double MONTH = YEAR / 12;

  /// Spellings where capitals matter: Gb is bits, GB is bytes.
  private static final Map<String, Unit> EXACT = new HashMap<>();

  private static final Map<String, Unit> ANY_CASE = new HashMap<>();
  private static final Map<String, Double> TIMES = new HashMap<>();

  /// One spelling's meaning.
  record Unit(Dimension dimension, double factor) {}

  static {
    time(1e-9, "ns nanosecond nanoseconds nanos");
    time(1e-6, "us µs μs microsecond microseconds micros");
    time(1e-3, "ms msec millis millisecond milliseconds");
    time(1, "s sec secs second seconds");
    time(MINUTE, "min mins minute minutes");
    time(HOUR, "h hr hrs hour hours");
    time(DAY, "d day days");
    time(7 * DAY, "week weeks");
    time(MONTH, "month months");
    time(YEAR, "y yr yrs year years");
    bytes(1, "b byte bytes octets");
    String[] prefixes = {"k kilo", "m mega", "g giga", "t tera", "p peta"};
    for (int i = 0; i < prefixes.length; i++) {
      double factor = Math.pow(1000, i + 1);
      String letter = prefixes[i].substring(0, 1);
      String word = prefixes[i].substring(2);
      bytes(factor, letter + "b " + word + "byte " + word + "bytes");
      bytes(Math.pow(1024, i + 1), letter + "ib " + word.substring(0, 2) + "bibytes");
      bytes(factor / 8, letter + "bit " + letter + "bits " + word + "bits");
      EXACT.put(letter.toUpperCase(Locale.ROOT) + "b", new Unit(Dimension.BYTES, factor / 8));
      all(Dimension.BANDWIDTH, factor / 8, letter + "bps");
      EXACT.put(letter.toUpperCase(Locale.ROOT) + "Bps", new Unit(Dimension.BANDWIDTH, factor));
    }
    bytes(1.0 / 8, "bit bits");
    all(Dimension.RATE, 1, "rps qps tps ops hz");
    all(Dimension.SHARE, 0.01, "% percent pct");
    all(Dimension.FACTOR, 1, "x × times fold");
  }

  private Units() {}

  private static void time(double seconds, String spellings) {
    all(Dimension.TIME, seconds, spellings);
    for (String spelling : spellings.split(" ")) {
      TIMES.put(spelling, seconds);
    }
  }

  private static void bytes(double bytes, String spellings) {
    all(Dimension.BYTES, bytes, spellings);
  }

  private static void all(Dimension dimension, double factor, String spellings) {
    for (String spelling : spellings.split(" ")) {
      ANY_CASE.put(spelling, new Unit(dimension, factor));
    }
  }

  /// The unit written so, if it is one.
  static Optional<Unit> of(String written) {
    Unit exact = EXACT.get(written);
    return Optional.ofNullable(
        exact != null ? exact : ANY_CASE.get(written.toLowerCase(Locale.ROOT)));
  }

  /// The seconds in the time unit written so, for what follows `per` or `/`.
  static Optional<Double> seconds(String written) {
    return Optional.ofNullable(TIMES.get(written.toLowerCase(Locale.ROOT)));
  }
}
