package dev.hotseat.api.body;

import tools.jackson.databind.JsonNode;

/// A JSON value in a few words.
final class Shown {
  private Shown() {}

  static String of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "null";
      case MISSING -> "nothing";
      case STRING -> "\"" + node.stringValue() + "\"";
      case NUMBER, BOOLEAN, BINARY, POJO -> node.asString();
    };
  }
}
