package dev.hotseat.ui;

import dev.hotseat.session.Answer;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.SessionRefusal.Kind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads an answer from the fields of a plain form.
final class FormAnswer {
  private static final String ASSUMPTION = "assumption.";
  private static final int CHARS_MAX = 8_000;

  private FormAnswer() {}

  static Answer of(Map<String, String> form) {
    String text = form.getOrDefault("text", "").strip();
    String choice = form.getOrDefault("choice", "").strip();
    String value = form.getOrDefault("value", "").strip();
    if (text.isEmpty() && choice.isEmpty() && value.isEmpty()) {
      throw invalid("text", "some words, a number or a choice", "nothing");
    }
    if (text.length() > CHARS_MAX) {
      throw invalid("text", "at most " + CHARS_MAX + " characters", text.length() + " characters");
    }
    Map<String, Double> assumptions = assumptions(form);
    return new Answer(
        orNull(text),
        value.isEmpty() ? null : number("value", value),
        orNull(form.getOrDefault("unit", "").strip()),
        assumptions.isEmpty() ? null : assumptions,
        orNull(choice));
  }

  private static Map<String, Double> assumptions(Map<String, String> form) {
    Map<String, Double> assumptions = new HashMap<>();
    form.forEach((name, text) -> {
      if (name.startsWith(ASSUMPTION) && !text.isBlank()) {
        assumptions.put(name.substring(ASSUMPTION.length()), number(name, text.strip()));
      }
    });
    return assumptions;
  }

  private static double number(String field, String text) {
    try {
      double number = Double.parseDouble(text.replace(",", "").replace(" ", ""));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the refusal
    }
    throw invalid(field, "a number, such as 1500 or 2e9", text);
  }

  private static SessionRefusal invalid(String field, String expected, String got) {
    return new SessionRefusal(Kind.INVALID, field + ": expected " + expected, field, expected, got);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
