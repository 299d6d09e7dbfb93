package dev.hotseat.api.body;

import dev.hotseat.api.problem.FieldError;
import dev.hotseat.api.problem.ProblemKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns bytes into a JSON tree, or says where they stop being JSON.
final class Bodies {
  private static final int DEPTH_MAX = 20;
  private static final int NUMBER_LENGTH_MAX = 40;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(NUMBER_LENGTH_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Bodies() {}

  static JsonNode tree(byte[] body) {
    String text = text(body);
    if (text.isBlank()) {
      throw ProblemKind.MALFORMED_JSON.because("The body is empty; a JSON object is expected.");
    }
    JsonNode tree = parsed(text);
    if (!tree.isObject()) {
      throw ProblemKind.INVALID_FIELDS.because(
          "The body is JSON, but not an object.",
          List.of(new FieldError("", "a JSON object", Shown.of(tree))));
    }
    return tree;
  }

  /// The body as text.
  static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notText) {
      throw ProblemKind.BAD_REQUEST.because("The body is not UTF-8 text.");
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException malformed) {
      throw ProblemKind.MALFORMED_JSON.because(sentence(malformed));
    }
  }

  /*
   * The parser's own words can name its classes and options ("(use StreamReadConstraints…)"), so only
   * its place and a short reading of them are passed on.
   */
  private static String sentence(JacksonException malformed) {
    TokenStreamLocation at = malformed.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "It stops being JSON" + place + ": " + reason(malformed.getOriginalMessage()) + ".";
  }

  private static String reason(String words) {
    String lower = words.toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("duplicate")) {
      return "a field is there twice";
    }
    if (lower.contains("nesting depth")) {
      return "it is nested deeper than " + DEPTH_MAX;
    }
    if (lower.contains("number") && lower.contains("length")) {
      return "a number is longer than " + NUMBER_LENGTH_MAX + " digits";
    }
    if (lower.contains("end-of-input") || lower.contains("end of input")) {
      return "it ends too early";
    }
    if (lower.contains("trailing token")) {
      return "something follows the object";
    }
    return "an unexpected character, or a quote, comma or brace is missing";
  }
}
