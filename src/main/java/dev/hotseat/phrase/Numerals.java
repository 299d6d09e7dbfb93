package dev.hotseat.phrase;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as people write them, in digits or in words.
final class Numerals {
  private static final Map<String, Double> WORDS =
      Map.ofEntries(
          Map.entry("a", 1.0),
          Map.entry("an", 1.0),
          Map.entry("one", 1.0),
          Map.entry("two", 2.0),
          Map.entry("three", 3.0),
          Map.entry("four", 4.0),
          Map.entry("five", 5.0),
          Map.entry("six", 6.0),
          Map.entry("seven", 7.0),
          Map.entry("eight", 8.0),
          Map.entry("nine", 9.0),
          Map.entry("ten", 10.0),
          Map.entry("eleven", 11.0),
          Map.entry("twelve", 12.0),
          Map.entry("fifteen", 15.0),
          Map.entry("twenty", 20.0),
          Map.entry("thirty", 30.0),
          Map.entry("forty", 40.0),
          Map.entry("fifty", 50.0),
          Map.entry("sixty", 60.0),
          Map.entry("eighty", 80.0),
          Map.entry("ninety", 90.0),
          Map.entry("half a", 0.5),
          Map.entry("a quarter of a", 0.25),
          Map.entry("a few", 3.0));
  private static final Map<String, Double> MAGNITUDES =
      Map.ofEntries(
          Map.entry("k", 1e3),
          Map.entry("K", 1e3),
          Map.entry("M", 1e6),
          Map.entry("mn", 1e6),
          Map.entry("mio", 1e6),
          Map.entry("bn", 1e9),
          Map.entry("G", 1e9),
          Map.entry("T", 1e12),
          Map.entry("dozen", 12.0),
          Map.entry("hundred", 1e2),
          Map.entry("thousand", 1e3),
          Map.entry("million", 1e6),
          Map.entry("billion", 1e9),
          Map.entry("trillion", 1e12));

  private static final String LARGE =
      "(?:dozen|hundred|thousand|million|billion|trillion)s?(?:"
          + " (?:thousand|million|billion|trillion))?";
  private static final String SPELT =
      "(?:half a|a quarter of a|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
          + "|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|ninety)";
  private static final String COUNTED =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
          + "|forty|fifty|sixty|eighty|ninety|half a)";
  private static final String DIGITS =
      "(?<digits>\\d{1,3}(?:[,_'\\u00a0\\u202f]\\d{3})++(?:\\.\\d++)?"
          + "|\\d{1,3}(?: 000)++|\\d++(?:\\.\\d++)?)"
          + "(?:[eE](?<exponent>[+-]?\\d{1,2})(?![\\w])|\\s?[x×*]\\s?10\\^(?<power>\\d{1,2})"
          + "|\\^(?<raised>\\d{1,2}))?";

  /// A number, with its magnitude where that is glued on or one space away.
  static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.,^-])(?:"
              + DIGITS
              + "(?:\\s?(?<magnitude>k|K|M|G|T|mn|mio|bn)(?![\\w])|\\s(?<large>"
              + LARGE
              + ")\\b)?"
              + "|(?i:(?<spelt>"
              + SPELT
              + ") (?<speltlarge>"
              + LARGE
              + ")\\b|(?<counted>"
              + COUNTED
              + ")(?= (?:ns|us|ms|s|nanos|micros|millis|sec|min|hour|day|week|month|year|byte|kilo"
              + "|mega|giga|tera|percent|times|[kmgtp]b\\b)\\w*)))");

  private Numerals() {}

  /// The value of what [#NUMBER] has just found.
  static double value(Matcher number) {
    String digits = number.group("digits");
    if (digits != null) {
      return powers(number, Double.parseDouble(digits.replaceAll("[^\\d.]", "")))
          * magnitude(number.group("magnitude"))
          * magnitudes(number.group("large"));
    }
    String counted = number.group("counted");
    return counted != null
        ? spelt(counted)
        : spelt(number.group("spelt")) * magnitudes(number.group("speltlarge"));
  }

  private static double powers(Matcher number, double value) {
    if (number.group("raised") != null) {
      return Math.pow(value, Integer.parseInt(number.group("raised")));
    }
    String exponent =
        number.group("exponent") != null ? number.group("exponent") : number.group("power");
    return exponent == null ? value : value * Math.pow(10, Integer.parseInt(exponent));
  }

  private static double spelt(String words) {
    return WORDS.getOrDefault(words.toLowerCase(Locale.ROOT), 1.0);
  }

  private static double magnitude(@Nullable String letter) {
    return letter == null ? 1 : MAGNITUDES.getOrDefault(letter, 1.0);
  }

  private static double magnitudes(@Nullable String words) {
    double product = 1;
    for (String word : words == null ? new String[0] : words.split(" ")) {
      String singular = word.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
      product *= MAGNITUDES.getOrDefault(singular, 1.0);
    }
    return product;
  }
}
