package dev.hotseat.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a load profile tells a kind of traffic, or an operator an action: texts by name, checked as
/// they are read.
public final class Parameters {
  private final String subject;
  private final Map<String, String> given;

  /// @param subject whose they are, for messages
  /// @throws IllegalArgumentException on a name that is not known; the message names those that are
  public Parameters(String subject, Map<String, String> given, Set<String> known) {
    this.subject = subject;
    this.given = Map.copyOf(given);
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            subject + ": unknown parameter " + name + "; known are " + new TreeSet<>(known));
      }
    }
  }

  /// A number within a range.
  ///
  /// @throws IllegalArgumentException when it is none, or outside
  public double number(String name, double usual, double min, double max) {
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

  /// A whole number from 1.
  public int count(String name, int usual, int max) {
    return (int) number(name, usual, 1, max);
  }

  /// A text, empty where none was given and none is usual.
  public String text(String name, String usual) {
    return given.getOrDefault(name, usual);
  }

  /// One of a few words.
  ///
  /// @throws IllegalArgumentException when it is another
  public String oneOf(String name, String usual, List<String> allowed) {
    String text = text(name, usual);
    if (!allowed.contains(text)) {
      throw refused(name, "one of " + String.join(", ", allowed), text);
    }
    return text;
  }

  private IllegalArgumentException refused(String name, String expected, String got) {
    return new IllegalArgumentException(
        subject + ": " + name + ": expected " + expected + ", got " + got);
  }
}
