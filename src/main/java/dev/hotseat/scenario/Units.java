package dev.hotseat.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Units in which candidates estimate, and how one turns into another.
public final class Units {
  /*
   * Amounts of data are in powers of ten, as disks and links are sold; `Ki` and the like are there
   * for those who mean powers of two. A lone `b` is a bit in a rate (`Gbps`) and behind a capital
   * (`Gb`), a byte otherwise: people who write `tb` mean terabytes.
   */
  private static final Pattern DATA =
      Pattern.compile(
          "([kKMGTPE]i?|[mgtpe]|kilo|mega|giga|tera|peta)?\\s?(bytes?|bits?|B|b)(\\s?/\\s?s|ps| per"
              + " second)?");
  private static final Pattern COUNT =
      Pattern.compile("(k|thousand|m|millions?|bn|billions?|tn|trillions?)?\\b\\s*(.*)");
  private static final Map<String, Double> SIZES =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("k", 1e3),
          Map.entry("thousand", 1e3),
          Map.entry("m", 1e6),
          Map.entry("million", 1e6),
          Map.entry("kilo", 1e3),
          Map.entry("mega", 1e6),
          Map.entry("giga", 1e9),
          Map.entry("tera", 1e12),
          Map.entry("peta", 1e15),
          Map.entry("g", 1e9),
          Map.entry("bn", 1e9),
          Map.entry("billion", 1e9),
          Map.entry("t", 1e12),
          Map.entry("tn", 1e12),
          Map.entry("trillion", 1e12),
          Map.entry("p", 1e15),
          Map.entry("e", 1e18),
          Map.entry("ki", 0x1p10),
          Map.entry("mi", 0x1p20),
          Map.entry("gi", 0x1p30),
          Map.entry("ti", 0x1p40),
          Map.entry("pi", 0x1p50),
          Map.entry("ei", 0x1p60));
  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("us", 1e-6),
          Map.entry("ms", 1e-3),
          Map.entry("s", 1.0),
          Map.entry("second", 1.0),
          Map.entry("min", 60.0),
          Map.entry("minute", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("hour", 3600.0),
          Map.entry("day", 86400.0),
          Map.entry("year", 31536000.0));

  private Units() {}

  /// A value in another unit; empty when the two do not measure the same thing. An empty `from` is
  /// taken for the unit asked for.
  public static OptionalDouble convert(double value, String from, String to) {
    if (from.isBlank()) {
      return OptionalDouble.of(value);
    }
    Measure source = Measure.of(from.strip());
    Measure target = Measure.of(to.strip());
    return source.likens(target)
        ? OptionalDouble.of(value * source.size() / target.size())
        : OptionalDouble.empty();
  }

  /// @param kind `data`, `data/s`, `time` or `count`
  /// @param what is counted, empty when it goes without saying
  private record Measure(String kind, String what, double size) {
    static Measure of(String unit) {
      Matcher data = DATA.matcher(unit);
      if (data.matches()) {
        return ofData(data);
      }
      String lower = unit.toLowerCase(Locale.ROOT);
      Double seconds = SECONDS.get(lower.length() > 3 ? singular(lower) : lower);
      return seconds == null ? ofCount(lower) : new Measure("time", "", seconds);
    }

    boolean likens(Measure other) {
      return kind.equals(other.kind)
          && (what.equals(other.what) || what.isEmpty() || other.what.isEmpty());
    }

    private static Measure ofData(Matcher data) {
      String prefix = data.group(1) == null ? "" : data.group(1);
      boolean rate = data.group(3) != null;
      boolean capital = !prefix.isEmpty() && Character.isUpperCase(prefix.charAt(0));
      boolean bits =
          data.group(2).startsWith("bit") || (data.group(2).equals("b") && (rate || capital));
      double size = SIZES.getOrDefault(prefix.toLowerCase(Locale.ROOT), 1.0);
      return new Measure(rate ? "data/s" : "data", "", bits ? size / 8 : size);
    }

    private static Measure ofCount(String unit) {
      Matcher count = COUNT.matcher(unit);
      if (!count.matches()) {
        return new Measure("count", unit, 1);
      }
      String many = count.group(1) == null ? "" : count.group(1);
      double size = SIZES.getOrDefault(many.length() > 2 ? singular(many) : many, 1.0);
      return new Measure("count", singular(count.group(2)), size);
    }

    private static String singular(String word) {
      return word.endsWith("s") && word.length() > 1 ? word.substring(0, word.length() - 1) : word;
    }
  }
}
