package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.may;
import static dev.hotseat.scenario.Shape.must;
import static dev.hotseat.scenario.Shapes.ANY_NUMBER;
import static dev.hotseat.scenario.Shapes.FLAG;
import static dev.hotseat.scenario.Shapes.INSTRUMENT;
import static dev.hotseat.scenario.Shapes.LINE;
import static dev.hotseat.scenario.Shapes.NAME;
import static dev.hotseat.scenario.Shapes.PAGE;
import static dev.hotseat.scenario.Shapes.PARAGRAPH;
import static dev.hotseat.scenario.Shapes.VALUE;
import static dev.hotseat.scenario.Shapes.WAIT;
import static dev.hotseat.scenario.Shapes.some;
import static dev.hotseat.scenario.Shapes.table;
import static dev.hotseat.scenario.Shapes.word;

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
  private static final Formed GAUGE =
      new Formed(Pattern.compile("[A-Za-z][A-Za-z0-9]*"), "a gauge, such as loadsInFlight");
  private static final Num SECONDS = new Num(0.5, 600, false);

  static final Form SAID_ESTIMATE =
      new Form(
              "saidEstimate",
              "An estimate as the scripted candidate states it.",
              may("value", ANY_NUMBER, "the number"),
              may("times", ANY_NUMBER, "instead: so many times what the question expects"),
              may("unit", new Shape.Unit(), "its unit; the question's own unless given"),
              may("assumptions", table("assumption", ANY_NUMBER), "what it rests on"))
          .withOneOf(List.of(List.of("value"), List.of("times")));

  static final Form RUN =
      new Form(
          "run",
          "A load run, to its end.",
          must("profile", NAME, "a profile of load.yaml"),
          may("seconds", SECONDS, "how long, shortened; 3 unless given"),
          may("predictions", table("reading", ANY_NUMBER), "what is predicted, by reading"));

  static final Form KEEP =
      new Form(
          "keep",
          "Something found in a table; it is waited for if it is not there yet.",
          must("as", NAME, "what $name stands for in later steps of the rehearsal"),
          must("column", LINE, "the column whose value is remembered"),
          may("where", table("column", VALUE), "what the row must contain"),
          may("most", LINE, "the row with the greatest number in this column; else the first"));

  static final Form LOOK =
      new Form(
          "look",
          "Reads an instrument.",
          must(
              "instrument",
              INSTRUMENT,
              "metrics, traces, trace, logs, sql, runs, compare, or a sheet such as 'sheet locks'"),
          may(
              "what",
              PARAGRAPH,
              "what is looked for, the statement for sql, or parameters of a sheet"),
          may("keep", KEEP, "what to find in its table and remember"));

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
              may("await", NAME, "waits until this objective is measured"),
              may("calm", GAUGE, "waits until this gauge is 0 and nothing is under way any more"),
              may("play", NAME, "the steps that the variant has or uses under this name"),
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
                  List.of("await"),
                  List.of("calm"),
                  List.of("play"),
                  List.of("hint")));

  static final Form VARIANT =
      new Form(
          "variant",
          "One of several plays of a rehearsal that differ in a few steps.",
          must("name", NAME, "added to the rehearsal's name"),
          may("draws", table("group", NAME), "what its seed must pick, by group of faults"),
          may("change", NAME, "the changed requirement that its seed must pick"),
          may("completes", some(NAME), "further questions that it must complete by doing"),
          may("plays", table("name", some(STEP)), "steps for `play`"),
          may("uses", table("name", NAME), "for `play`, the name of shared steps"),
          may("disqualified", FLAG, "whether a disqualifier must be reported; as the file says"));

  static final Form REHEARSAL =
      new Form(
          "rehearsal",
          "A scripted candidate, played through the public API in the tests.",
          must("name", NAME, "the file's name"),
          must("about", LINE, "one line"),
          may("seed", new Num(0, 9_007_199_254_740_992.0, true), "the session's; 1 unless given"),
          may(
              "draws",
              table("group", NAME),
              "the first seed from there on that picks these faults"),
          may("change", NAME, "likewise the changed requirement that it picks"),
          may("clockSpeed", new Num(1, 1_000, false), "how much faster it plays; 1 unless given"),
          may(
              "extraTime",
              new Num(1, 3, false),
              "what its time boxes are multiplied by; 1 unless given"),
          may("opening", some(STEP), "before any question is answered"),
          must("answers", table("question", some(STEP)), "what it does when a question is open"),
          may("otherwise", PAGE, "said at any other question; silent unless given"),
          may("shared", table("name", some(STEP)), "steps that variants use by name"),
          may("variants", some(VARIANT), "played one by one, each a rehearsal of its own"),
          must("expect", table("dimension", new Shape.Level()), "what the report must say"),
          may("completes", some(NAME), "questions that it must complete by doing"),
          may("disqualified", FLAG, "whether a disqualifier must be reported; false unless given"));

  static final Form DEED =
      new Form(
          "deed",
          "An action that one of the two sides takes while it plays.",
          must("action", NAME, "an action of the system"),
          may("with", table("argument", VALUE), "its arguments"),
          must("after", WAIT, "since the load began"));

  static final Form SIDE =
      new Form(
          "side",
          "One of the two designs that are shown side by side.",
          must("title", LINE, "the design in a few words"),
          must("levers", table("lever", VALUE), "values that differ from the scenario's start"),
          may("acts", some(DEED), "what is done on this side while the load runs"));

  static final Form MISHAP =
      new Form(
          "mishap",
          "A fault that hits both designs.",
          must("fault", NAME, "a fault of the system"),
          may("intensity", ANY_NUMBER, "in the fault's unit; its usual one unless given"),
          must("after", WAIT, "since the load began"));

  static final Form CONTRAST =
      new Form(
          "contrast",
          "How far apart the two designs must be; a test plays every demonstration and looks.",
          must("more", word("without", "with"), "which of the two shows more of the reading"),
          must("times", new Num(1.2, 1e6, false), "how many times as much, at least"),
          may("atLeast", ANY_NUMBER, "what the greater value must reach; anything unless given"));

  static final Form WATCH =
      new Form(
          "watch",
          "A reading that is shown for both designs.",
          must(
              "reading",
              READING,
              "such as p99/redirect; what a load run measures holds for the whole of it"),
          must("title", LINE, "what it is, in a few words"),
          may(
              "take",
              word("highest", "lowest", "last"),
              "which value of a gauge, an oracle or a hop counts; the last of an oracle and the"
                  + " highest of others unless given"),
          may("expect", CONTRAST, "how far apart the two must be; shown only, unless given"));

  static final Form CHOICE =
      new Form(
          "choice",
          "What the room can vote for.",
          must("id", NAME, "short name"),
          must("text", LINE, "what the room reads"));

  static final Form ASK =
      new Form(
          "ask",
          "The question to the room, before the end is seen.",
          must("question", PARAGRAPH, "what to ask"),
          must("choices", new Many(CHOICE, 2, 5), "what can be voted for"),
          must("right", NAME, "id of the right one"));

  static final Form DEMONSTRATION =
      new Form(
          "demonstration",
          "One failure beside its fix: two live systems of one seed, with the same arrivals.",
          must("name", NAME, "the file's name"),
          must("title", LINE, "one line"),
          must("teaches", LINE, "what one leaves with; does not give the answer away"),
          must("setting", PARAGRAPH, "what is about to be seen"),
          must("without", SIDE, "the failing design"),
          must("with", SIDE, "the fixed one"),
          may("first", new Many(ACT, 0, 5), "actions taken in both before the load begins"),
          must("profile", NAME, "a profile of load.yaml that both get"),
          must("seconds", new Num(1, 60, false), "how long"),
          may(
              "inTurn",
              FLAG,
              "whether one plays after the other, because together they would slow each other;"
                  + " together unless given"),
          may("faults", new Many(MISHAP, 0, 5), "what is broken on the way"),
          must("watch", new Many(WATCH, 1, 8), "readings to show, at least one with a contrast"),
          must("ask", ASK, "the question to the room"),
          must("explanation", PARAGRAPH, "what to take away, told in the end"));

  private PlayShape() {}
}
