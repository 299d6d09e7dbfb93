package dev.hotseat.live.migration;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The body of `POST /customers` or `PUT /customers/{id}`, or what is wrong with it.
sealed interface CustomerRequest {
  /// A well-formed body.
  record Wanted(Contents contents) implements CustomerRequest {}

  /// Not one.
  record Malformed(Objection objection) implements CustomerRequest {}

  /// Longest body that is read.
  int BODY_LENGTH_MAX = 2_048;

  static CustomerRequest read(String body) {
    if (body.length() > BODY_LENGTH_MAX) {
      return new Malformed(
          new Objection(
              413, "body-malformed", "body", "At most " + BODY_LENGTH_MAX + " characters"));
    }
    try (JsonParser json = Reader.FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return new Reader(json).read();
    } catch (JacksonException e) {
      return Reader.refused("body", "Expected a JSON object of name, email, credit and country");
    }
  }

  /// Walks through one body.
  final class Reader {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).build())
            .build();
    private static final int NAME_LENGTH_MAX = 100;
    private static final int COUNTRY_LENGTH_MAX = 40;
    private static final double CREDIT_MAX = 1e9;

    private final JsonParser json;
    private String name = "";
    private String email = "";
    private double credit = Double.NaN;
    private String country = "";

    private Reader(JsonParser json) {
      this.json = json;
    }

    private CustomerRequest read() {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return refused("body", "Expected an object with name, email, credit and country");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (!take(field)) {
          return refused(field, "No such field, or not of its type");
        }
      }
      return json.nextToken() == null ? checked() : refused("body", "Something follows the object");
    }

    private boolean take(String field) {
      boolean words = json.currentToken() == JsonToken.VALUE_STRING;
      switch (field) {
        case "name" -> name = words ? json.getString().strip() : "";
        case "email" -> email = words ? json.getString().strip().toLowerCase(Locale.ROOT) : "";
        case "country" -> country = words ? json.getString().strip() : "";
        case "credit" -> {
          boolean number =
              json.currentToken() == JsonToken.VALUE_NUMBER_INT
                  || json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
          credit = number ? json.getDoubleValue() : Double.NaN;
          return number;
        }
        default -> {
          return false;
        }
      }
      return words;
    }

    private CustomerRequest checked() {
      return objection()
          .<CustomerRequest>map(Malformed::new)
          .orElseGet(() -> new Wanted(new Contents(name, email, credit, country)));
    }

    private Optional<Objection> objection() {
      if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
        return invalid("name", "Expected 1 to " + NAME_LENGTH_MAX + " characters");
      }
      if (email.indexOf('@') < 1 || email.length() > NAME_LENGTH_MAX) {
        return invalid("email", "Expected an e-mail address of at most " + NAME_LENGTH_MAX);
      }
      if (!(Math.abs(credit) <= CREDIT_MAX)) {
        return invalid("credit", "Expected an amount such as 12.50");
      }
      if (country.isEmpty() || country.length() > COUNTRY_LENGTH_MAX) {
        return invalid("country", "Expected 1 to " + COUNTRY_LENGTH_MAX + " characters");
      }
      return Optional.empty();
    }

    private static Optional<Objection> invalid(String field, String detail) {
      return Optional.of(new Objection(422, field + "-invalid", field, detail));
    }

    private static CustomerRequest refused(String where, String detail) {
      return new Malformed(new Objection(400, "body-malformed", where, detail));
    }
  }
}
