package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.may;
import static dev.hotseat.scenario.Shape.must;
import static dev.hotseat.scenario.Shapes.LINE;
import static dev.hotseat.scenario.Shapes.NAME;
import static dev.hotseat.scenario.Shapes.PARAGRAPH;
import static dev.hotseat.scenario.Shapes.POINTS;
import static dev.hotseat.scenario.Shapes.atLeast;
import static dev.hotseat.scenario.Shapes.some;

import dev.hotseat.scenario.Shape.Form;

/// What stands in `hearing.yaml`.
final class HearingShape {
  private static final Shape.Phrase PATTERN = new Shape.Phrase();

  static final Form CONCEPT =
      new Form(
          "concept",
          "A concept that answers are heard for.",
          must("id", NAME, "what questions listen for"),
          must("title", LINE, "what reports call it"),
          must("hear", atLeast(1, PATTERN), "patterns of words, any of which is a mention"),
          may("unless", some(PATTERN), "patterns that take a mention back in the same sentence"),
          may("because", some(PATTERN), "patterns that count as a reason for it"));

  static final Form CLARIFICATION =
      new Form(
          "clarification",
          "An entry of the fact sheet.",
          must("id", NAME, "what conditions call it"),
          must("asks", atLeast(1, PATTERN), "patterns of the candidate's question"),
          must(
              "answer",
              PARAGRAPH,
              "what the interviewer answers; may hold live numbers in {{ … }}"),
          may("dimension", NAME, "whom asking it helps; framing unless given"),
          may("points", POINTS, "for asking; 1 unless given"));

  static final Form FILE =
      new Form(
          "hearing",
          "What answers and questions of the candidate are heard for.",
          must("concepts", some(CONCEPT), "what answers are heard for"),
          may("clarifications", some(CLARIFICATION), "the fact sheet"));

  private HearingShape() {}
}
