package dev.hotseat.scenario;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Expressions outside any file.
final class Spoken {
  static final Language LANGUAGE = new Language();
  static final Names NAMES =
      new Names(
          Optional.of(TeaShop.DESIGN),
          new EnumMap<>(
              Map.of(
                  Topic.QUESTION, Set.of("guests"),
                  Topic.PHASE, Set.of("scope", "break"),
                  Topic.CONCEPT, Set.of("more-cups"),
                  Topic.PROFILE, Set.of("afternoon"),
                  Topic.CLARIFICATION, Set.of("guests"),
                  Topic.ASSUMPTION, Set.of("hours", "cupsPerGuest"),
                  Topic.FACT, Set.of("guestsPerHour"))),
          Map.of());

  private Spoken() {}

  static Node.Scalar scalar(String text) {
    Origin origin = new Origin("x.yaml", text, 0, text.codePointCount(0, text.length()));
    return new Node.Scalar(new Place("x.yaml", 1, 1), text, ScalarStyle.PLAIN, origin);
  }

  static Condition condition(String source) {
    Notes notes = new Notes();
    return LANGUAGE
        .condition(scalar(source), NAMES, notes)
        .orElseThrow(() -> new AssertionError(notes.problems()));
  }

  static Expression number(String source) {
    Notes notes = new Notes();
    return LANGUAGE
        .number(scalar(source), NAMES, notes)
        .orElseThrow(() -> new AssertionError(notes.problems()));
  }

  static Template template(String source) {
    Notes notes = new Notes();
    return CompiledTemplate.of(scalar(source), LANGUAGE, NAMES, notes)
        .orElseThrow(() -> new AssertionError(notes.problems()));
  }
}
