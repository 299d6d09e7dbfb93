package dev.hotseat.live.orders;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// What somebody wants to buy.
///
/// @param customer who
/// @param lines what, at least one
record Basket(long customer, List<Line> lines) {
  /// Longest basket that is taken.
  static final int LINES_MAX = 2_000;

  private static final int CHARS_MAX = 120_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
          .build();

  Basket {
    lines = List.copyOf(lines);
  }

  /// So many pieces of a product.
  record Line(long product, int quantity) {}

  /// Reads the body of a checkout.
  ///
  /// @throws Objection when it is no basket
  static Basket read(String body) {
    if (body.length() > CHARS_MAX) {
      throw malformed("At most " + CHARS_MAX + " characters");
    }
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return basket(json);
    } catch (JacksonException _) {
      throw malformed("The body is not JSON as expected");
    }
  }

  private static Basket basket(JsonParser json) {
    expect(json.nextToken() == JsonToken.START_OBJECT);
    long customer = -1;
    List<Line> lines = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "customer" -> customer = number(json, Integer.MAX_VALUE);
        case "items" -> lines(json, lines);
        default -> throw malformed("Unknown field " + field);
      }
    }
    expect(customer >= 0 && !lines.isEmpty());
    return new Basket(customer, lines);
  }

  private static void lines(JsonParser json, List<Line> into) {
    expect(json.currentToken() == JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      if (into.size() == LINES_MAX) {
        throw malformed("At most " + LINES_MAX + " items");
      }
      into.add(line(json));
    }
  }

  private static Line line(JsonParser json) {
    long product = -1;
    int quantity = 1;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "product" -> product = number(json, Integer.MAX_VALUE);
        case "quantity" -> quantity = (int) number(json, 999);
        default -> throw malformed("Unknown field " + field);
      }
    }
    expect(product >= 0 && quantity > 0);
    return new Line(product, quantity);
  }

  private static long number(JsonParser json, long max) {
    expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT);
    long value = json.getLongValue();
    expect(value >= 0 && value <= max);
    return value;
  }

  private static void expect(boolean fits) {
    if (!fits) {
      throw malformed("Expected {\"customer\":17,\"items\":[{\"product\":5,\"quantity\":2}]}");
    }
  }

  private static Objection malformed(String detail) {
    return new Objection(400, "body-malformed", "body", detail);
  }
}
