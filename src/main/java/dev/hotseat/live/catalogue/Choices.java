package dev.hotseat.live.catalogue;

import dev.hotseat.live.LeverValues;

/// The lever values in force, typed. One call reads one set from beginning to end.
record Choices(
    boolean wholePrefix,
    Match match,
    boolean join,
    int chunkRows,
    long copyRate,
    boolean inStep,
    int newShare,
    int poolSize,
    int rows) {

  /// Lever `email-match`.
  enum Match {
    LOWER,
    EXACT,
    PREFIX,
    CONTAINS
  }

  static Choices of(LeverValues levers) {
    return new Choices(
        levers.text("order-by").equals("whole-prefix"),
        match(levers.text("email-match")),
        levers.text("detail").equals("join"),
        (int) levers.number("chunk-rows"),
        levers.number("copy-rate"),
        levers.on("in-step"),
        (int) levers.number("reads-from-new"),
        (int) levers.number("pool-size"),
        (int) levers.number("rows"));
  }

  private static Match match(String text) {
    return switch (text) {
      case "exact" -> Match.EXACT;
      case "prefix" -> Match.PREFIX;
      case "contains" -> Match.CONTAINS;
      default -> Match.LOWER;
    };
  }
}
