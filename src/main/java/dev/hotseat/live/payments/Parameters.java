package dev.hotseat.live.payments;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a load profile or an action says about itself, checked.
final class Parameters {
  private final String name;
  private final Map<String, String> given;

  /// @throws IllegalArgumentException on a parameter that is not known
  Parameters(String name, Map<String, String> given, Set<String> known) {
    this.name = name;
    this.given = Map.copyOf(given);
    for (String each : given.keySet()) {
      if (!known.contains(each)) {
        throw new IllegalArgumentException(
            name + ": unknown parameter " + each + "; known are " + new TreeSet<>(known));
      }
    }
  }

  int count(String parameter, int usual, int max) {
    String text = given.get(parameter);
    if (text == null) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // refused below, with what would have been accepted
    }
    throw new IllegalArgumentException(
        name + ": " + parameter + ": expected 1.." + max + ", got " + text);
  }
}
