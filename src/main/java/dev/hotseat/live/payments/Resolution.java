package dev.hotseat.live.payments;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Who closed an exception, and why.
record Resolution(String who, String why) {
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final int WHO_LENGTH_MAX = 40;
  private static final int WHY_LENGTH_MAX = 200;

  /// Reads a body; empty where it is not one.
  static Optional<Resolution> read(String body) {
    String who = "";
    String why = "";
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        String value = json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        switch (field) {
          case "who" -> who = value.strip();
          case "why" -> why = value.strip();
          default -> json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    boolean sound =
        !who.isEmpty()
            && who.length() <= WHO_LENGTH_MAX
            && !why.isEmpty()
            && why.length() <= WHY_LENGTH_MAX;
    return sound ? Optional.of(new Resolution(who, why)) : Optional.empty();
  }
}
