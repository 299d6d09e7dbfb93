package dev.hotseat.live.shortener;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// The body of `POST /links`, or what is wrong with it.
sealed interface CreationRequest {
  /// A well-formed wish.
  ///
  /// @param url target, not yet judged
  /// @param alias code the client wants, empty for a generated one
  /// @param ttlSeconds how long the link shall live
  record Wish(String url, String alias, long ttlSeconds) implements CreationRequest {}

  /// Not one.
  record Malformed(Objection objection) implements CreationRequest {}

  /// Five years, which is what a link gets unless asked otherwise, and the most it can get.
  long TTL_SECONDS_MAX = 5L * 365 * 24 * 3600;

  /// Longest body that is read.
  int BODY_LENGTH_MAX = 16_384;

  /// Codes that would hide a path of ours.
  Set<String> RESERVED = Set.of("links");

  /// Reads a body.
  static CreationRequest read(String body) {
    if (body.isBlank()) {
      return new Malformed(new Objection(400, "bad-json", "body", "Expected JSON, got nothing"));
    }
    if (body.length() > BODY_LENGTH_MAX) {
      return new Malformed(
          new Objection(
              413, "body-too-long", "body", "At most " + BODY_LENGTH_MAX + " characters"));
    }
    try (JsonParser json = Reader.FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return new Reader(json).read();
    } catch (JacksonException e) {
      return new Malformed(new Objection(400, "bad-json", "body", "Not JSON" + place(e)));
    }
  }

  /// Where it stops being JSON. The parser's own words name its classes and options.
  private static String place(JacksonException malformed) {
    TokenStreamLocation at = malformed.getLocation();
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /// Walks through one body.
  final class Reader {
    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
            .build();

    private final JsonParser json;
    private String url = "";
    private String alias = "";
    private long ttlSeconds = TTL_SECONDS_MAX;

    private Reader(JsonParser json) {
      this.json = json;
    }

    private CreationRequest read() {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return malformed("body", "bad-body", "Expected an object with url, alias?, ttl?");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        boolean fits =
            switch (field) {
              case "url" -> takeUrl(value);
              case "alias" -> value == JsonToken.VALUE_NULL || takeAlias(value);
              case "ttl" -> value == JsonToken.VALUE_NULL || takeTtl(value);
              default -> false;
            };
        if (!fits) {
          return misfit(field);
        }
      }
      if (json.nextToken() != null) {
        return malformed("body", "bad-body", "Something follows the object");
      }
      return url.isEmpty() ? misfit("url") : new Wish(url, alias, ttlSeconds);
    }

    private boolean takeUrl(JsonToken value) {
      if (value != JsonToken.VALUE_STRING) {
        return false;
      }
      url = json.getString();
      return true;
    }

    private boolean takeAlias(JsonToken value) {
      if (value != JsonToken.VALUE_STRING) {
        return false;
      }
      alias = json.getString();
      return alias.length() >= 3 && Codes.wellFormed(alias) && !RESERVED.contains(alias);
    }

    private boolean takeTtl(JsonToken value) {
      if (value != JsonToken.VALUE_NUMBER_INT
          || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        return false;
      }
      ttlSeconds = json.getLongValue();
      return ttlSeconds >= 1 && ttlSeconds <= TTL_SECONDS_MAX;
    }

    private static CreationRequest misfit(String field) {
      return switch (field) {
        case "url" -> malformed(field, "bad-url", "Expected the target as text");
        case "alias" ->
            malformed(
                field,
                "bad-alias",
                "Expected 3 to 32 letters, digits, - or _, and no word of ours");
        case "ttl" ->
            malformed(field, "bad-ttl", "Expected whole seconds from 1 to " + TTL_SECONDS_MAX);
        default ->
            malformed(
                field.length() > 40 ? "body" : field, "unknown-field", "Known are url, alias, ttl");
      };
    }

    private static CreationRequest malformed(String field, String reason, String detail) {
      return new Malformed(Objection.to(field, reason, detail));
    }
  }
}
