package dev.hotseat.api.problem;

import io.micronaut.serde.annotation.Serdeable;

/// One thing wrong with what a client sent.
///
/// @param field the field as named in what was sent, such as `predictions[0].value`; `?name` for a
///   query parameter, empty for the body as a whole
/// @param expected what would have been accepted
/// @param got what came, shortened
@Serdeable
public record FieldError(String field, String expected, String got) {
  private static final int SHOWN_MAX = 80;

  public FieldError {
    got = shown(got);
  }

  String asText() {
    return (field.isEmpty() ? "body" : field) + ": expected " + expected + ", got " + got;
  }

  /// What a client sent, short and without what a terminal would obey.
  static String shown(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    if (clean.length() <= SHOWN_MAX) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(SHOWN_MAX - 1)) ? SHOWN_MAX - 1 : SHOWN_MAX;
    return clean.substring(0, end) + "…";
  }
}
