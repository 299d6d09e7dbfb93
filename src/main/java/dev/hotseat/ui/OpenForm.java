package dev.hotseat.ui;

import dev.hotseat.session.OpenRequest;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.ui.CatalogueView.Draft;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the form that opens a session. A field left empty is as usual.
final class OpenForm {
  private OpenForm() {}

  static OpenRequest read(Map<String, String> form) {
    String seed = field(form, "seed");
    String multiplier = field(form, "timeMultiplier");
    return new OpenRequest(
        field(form, "scenario"),
        orNull(field(form, "mode")),
        seed.isEmpty() ? null : seed(seed),
        multiplier.isEmpty() ? null : multiplier(multiplier),
        orNull(field(form, "candidate")),
        null);
  }

  /// The form once more, with what was typed and what was wrong with it.
  static Draft again(Map<String, String> form, SessionRefusal refusal) {
    return new Draft(
        field(form, "scenario"),
        field(form, "candidate"),
        field(form, "seed"),
        field(form, "mode"),
        field(form, "timeMultiplier"),
        String.valueOf(refusal.getMessage()));
  }

  private static String field(Map<String, String> form, String name) {
    return form.getOrDefault(name, "").strip();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw SessionRefusal.invalid("seed", "a whole number", text);
    }
  }

  private static double multiplier(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw SessionRefusal.invalid("timeMultiplier", "a number such as 1.25", text);
    }
  }
}
