package dev.hotseat.live.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The body of a write: one JSON object of plain values, read as texts by name.
final class OrderBody {
  private static final int LENGTH_MAX = 4_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
          .build();

  private final Map<String, String> values;

  private OrderBody(Map<String, String> values) {
    this.values = values;
  }

  /// Reads a body; empty where it is none.
  static Optional<OrderBody> read(String body) {
    if (body.isBlank() || body.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (!value.isScalarValue()) {
          return Optional.empty();
        }
        values.put(name, json.getString());
      }
      return json.currentToken() == JsonToken.END_OBJECT
          ? Optional.of(new OrderBody(values))
          : Optional.empty();
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /// A whole number within a range; empty where there is none.
  Optional<Long> number(String name, long min, long max) {
    try {
      long value = Long.parseLong(values.getOrDefault(name, ""));
      return value >= min && value <= max ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }
}
