package dev.hotseat.live.shortener;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a load profile says about one kind of traffic, checked.
final class Parameters {
  private final String traffic;
  private final Map<String, String> given;

  /// @throws IllegalArgumentException on a name that this traffic does not know
  Parameters(String traffic, Map<String, String> given, Set<String> known) {
    this.traffic = traffic;
    this.given = Map.copyOf(given);
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            traffic + ": unknown parameter " + name + "; known are " + new TreeSet<>(known));
      }
    }
  }

  double number(String name, double usual, double min, double max) {
    String text = given.get(name);
    if (text == null) {
      return usual;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException _) {
      // refused below, with what would have been accepted
    }
    throw refused(name, "a number from " + min + " to " + max, text);
  }

  int count(String name, int usual, int max) {
    return (int) number(name, usual, 1, max);
  }

  /// Regions to draw from.
  Regions regions(String usual) {
    String text = given.getOrDefault("region", usual);
    if (text.equals("mix")) {
      return Regions.mix();
    }
    if (!ShortenerDesign.REGIONS.contains(text)) {
      throw refused("region", "eu, us, ap or mix", text);
    }
    return new Regions(List.of(text));
  }

  private IllegalArgumentException refused(String name, String expected, String got) {
    return new IllegalArgumentException(
        traffic + ": " + name + ": expected " + expected + ", got " + got);
  }
}
