package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.may;
import static dev.hotseat.scenario.Shape.must;
import static dev.hotseat.scenario.Shapes.ANY_NUMBER;
import static dev.hotseat.scenario.Shapes.FLAG;
import static dev.hotseat.scenario.Shapes.LINE;
import static dev.hotseat.scenario.Shapes.NAME;
import static dev.hotseat.scenario.Shapes.PAGE;
import static dev.hotseat.scenario.Shapes.PARAGRAPH;
import static dev.hotseat.scenario.Shapes.VALUE;
import static dev.hotseat.scenario.Shapes.some;
import static dev.hotseat.scenario.Shapes.table;

import dev.hotseat.scenario.Shape.Form;
import dev.hotseat.scenario.Shape.Formed;
import dev.hotseat.scenario.Shape.Many;
import dev.hotseat.scenario.Shape.Num;
import java.util.List;
import java.util.regex.Pattern;

/// What stands in files under `rehearsals/` and `demonstrations/`.
final class PlayShape {
  static final Formed READING =
      new Formed(
          Pattern.compile("[A-Za-z0-9]+(/[^/\\s]+)?"),
          "a reading such as p99/redirect or gauge/loadsInFlight");
  private static final Num SECONDS = new Num(0.5, 600, false);

  static final Form SAID_ESTIMATE =
      new Form(
          "saidEstimate",
          "An estimate as the scripted candidate states it.",
          must("value", ANY_NUMBER, "the number"),
          may("unit", new Shape.Unit(), "its unit; the question's own unless given"),
          may("assumptions", table("assumption", ANY_NUMBER), "what it rests on"));

  static final Form RUN =
      new Form(
          "run",
          "A load run, to its end.",
          must("profile", NAME, "a profile of load.yaml"),
          may("seconds", SECONDS, "how long, shortened; 3 unless given"),
          may("predictions", table("reading", ANY_NUMBER), "what is predicted, by reading"));

  static final Form LOOK =
      new Form(
          "look",
          "Reads an instrument.",
          must("instrument", NAME, "metrics, traces, trace, logs, sql, runs or compare"),
          may("what", PARAGRAPH, "what is looked for, or the statement for sql"));

  static final Form ACT =
      new Form(
          "act",
          "Takes an action.",
          must("action", NAME, "an action of the system"),
          may("with", table("argument", VALUE), "its arguments"));

  static final Form STEP =
      new Form(
              "step",
              "One thing a scripted candidate does.",
              may("say", PAGE, "says something"),
              may("estimate", SAID_ESTIMATE, "answers an estimate"),
              may("choose", NAME, "picks an option"),
              may("levers", table("lever", VALUE), "changes the design"),
              may("reason", PARAGRAPH, "why, beside levers"),
              may("run", RUN, "runs a load profile"),
              may("look", LOOK, "reads an instrument"),
              may("act", ACT, "takes an action"),
              may("hint", FLAG, "asks for a hint"))
          .withOneOf(
              List.of(
                  List.of("say"),
                  List.of("estimate"),
                  List.of("choose"),
                  List.of("levers"),
                  List.of("run"),
                  List.of("look"),
                  List.of("act"),
                  List.of("hint")));

  static final Form REHEARSAL =
      new Form(
          "rehearsal",
          "A scripted candidate, played through the public API in the tests.",
          must("name", NAME, "the file's name"),
          must("about", LINE, "one line"),
          may("seed", new Num(0, 9_007_199_254_740_992.0, true), "the session's; 1 unless given"),
          may("clockSpeed", new Num(1, 1_000, false), "how much faster it plays; 1 unless given"),
          may("opening", some(STEP), "before any question is answered"),
          must("answers", table("question", some(STEP)), "what it does when a question is open"),
          may("otherwise", PAGE, "said at any other question; silent unless given"),
          must("expect", table("dimension", new Shape.Level()), "what the report must say"),
          may("disqualified", FLAG, "whether a disqualifier must be reported; false unless given"));

  static final Form DEMONSTRATION =
      new Form(
          "demonstration",
          "One failure beside its fix.",
          must("name", NAME, "the file's name"),
          must("title", LINE, "one line"),
          must("lesson", PARAGRAPH, "what to take away"),
          must("without", table("lever", VALUE), "levers of the failing design"),
          must("with", table("lever", VALUE), "levers of the fixed one"),
          must("profile", NAME, "a profile of load.yaml that both get"),
          must("seconds", SECONDS, "how long"),
          may("fault", NAME, "a fault started at half time"),
          must("watch", new Many(READING, 1, 2), "readings to show"));

  private PlayShape() {}
}
