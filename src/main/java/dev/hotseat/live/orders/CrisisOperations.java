package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What is said, not done: to customers, to the team, to whoever takes over. It stands in the
/// audit.
final class CrisisOperations {
  private static final String TEXT = "text";
  private static final int CHARS_MAX = 2_000;
  private static final List<String> AUDIENCES = List.of("customers", "team", "management");

  private CrisisOperations() {}

  static List<Action> actions() {
    return List.of(
        new Action("acknowledge", "Say that you are on it", Duration.ZERO),
        new Action(
            "declare-severity",
            "Say how bad it is: 1 is the worst",
            Duration.ZERO,
            List.of(Parameter.number("level", "how bad", 1, 4, ""))),
        new Action(
            "post-update",
            "Tell people what is known, what is done, and when they hear more",
            Duration.ZERO,
            List.of(
                Parameter.choice("audience", "who reads it", AUDIENCES),
                Parameter.text(TEXT, "what they read", CHARS_MAX))),
        new Action(
            "hand-over",
            "Give the incident to somebody else, with what they need to know",
            Duration.ZERO,
            List.of(
                Parameter.text("to", "who takes it", 80),
                Parameter.text(TEXT, "what they need to know", CHARS_MAX))));
  }

  static Map<String, Act> acts() {
    return Map.of(
        "acknowledge", _ -> "Acknowledged.",
        "declare-severity", with -> "Severity " + text(with, "level") + ".",
        "post-update", with -> "Told " + text(with, "audience") + ": " + text(with, TEXT),
        "hand-over", with -> "Handed over to " + text(with, "to") + ": " + text(with, TEXT));
  }

  /// Whether an action only says something.
  static boolean onlySays(String action) {
    return acts().containsKey(action);
  }
}
