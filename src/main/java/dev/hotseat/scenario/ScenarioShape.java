package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.may;
import static dev.hotseat.scenario.Shape.must;
import static dev.hotseat.scenario.Shapes.ANY_NUMBER;
import static dev.hotseat.scenario.Shapes.CONDITION;
import static dev.hotseat.scenario.Shapes.FLAG;
import static dev.hotseat.scenario.Shapes.INSTRUMENT;
import static dev.hotseat.scenario.Shapes.LINE;
import static dev.hotseat.scenario.Shapes.NAME;
import static dev.hotseat.scenario.Shapes.NUMBER;
import static dev.hotseat.scenario.Shapes.PAGE;
import static dev.hotseat.scenario.Shapes.PARAGRAPH;
import static dev.hotseat.scenario.Shapes.VALUE;
import static dev.hotseat.scenario.Shapes.atLeast;
import static dev.hotseat.scenario.Shapes.some;
import static dev.hotseat.scenario.Shapes.table;

import dev.hotseat.scenario.Shape.Form;
import dev.hotseat.scenario.Shape.Many;
import dev.hotseat.scenario.Shape.Num;
import dev.hotseat.scenario.Shape.Prose;

/// What stands in `scenario.yaml`.
final class ScenarioShape {
  static final Form OBJECTIVE =
      new Form(
          "objective",
          "Something the live system must meet.",
          must("name", NAME, "short name, shown in lists"),
          must("text", LINE, "one line for a person"),
          may("unit", new Shape.Unit(), "unit of the measured value"),
          must("measured", NUMBER, "what is shown as the measured value"),
          must("target", new Prose(60), "the target for a person, such as \"< 20\""),
          must("met", CONDITION, "when it is met"));

  static final Form ANCHORS =
      new Form(
          "anchors",
          "What levels 1, 3 and 5 look like.",
          must("1", PARAGRAPH, "what level 1 looks like"),
          must("3", PARAGRAPH, "what level 3 looks like"),
          must("5", PARAGRAPH, "what level 5 looks like"));

  static final Form DIMENSION =
      new Form(
          "dimension",
          "A dimension of the rubric, scored 1 to 5.",
          must("name", NAME, "what awards call it"),
          must("title", LINE, "what people call it"),
          must("anchors", ANCHORS, "what levels 1, 3 and 5 look like; shown beforehand"),
          must(
              "points",
              new Many(new Num(0.5, 1_000, false), 4, 4),
              "points needed for levels 2, 3, 4 and 5, rising; less than the first is level 1"),
          may(
              "receipts",
              new Num(1, 20, true),
              "with fewer receipts than this it is \"not assessed\"; 1 unless given"));

  static final Form FIDELITY =
      new Form(
          "fidelity",
          "What the numbers are made of.",
          must("measured", some(LINE), "what is measured on requests that really ran"),
          must("realEngine", some(LINE), "what is done by a real engine"),
          must("modelled", some(LINE), "what is injected as waiting because one machine lacks it"));

  static final Form SEEDED_FAULT =
      new Form(
          "seededFault",
          "A fault that the session's seed may pick.",
          must("fault", NAME, "a fault of the system"),
          may("intensity", ANY_NUMBER, "in the fault's unit; its usual one unless given"),
          may("named", NAME, "the concept that names it, for questions with `explains`"),
          may("shown", some(INSTRUMENT), "instruments, any of which shows it"),
          may("path", PARAGRAPH, "how it is found and what ends it, told by the report"));

  static final Form MILESTONE =
      new Form(
          "milestone",
          "A moment that the report gives the time of.",
          must("name", NAME, "short name"),
          must("title", LINE, "what the report calls it"),
          must("when", CONDITION, "what holds from that moment on"));

  static final Form REVIEW_PART =
      new Form(
          "reviewPart",
          "A part of the report in the candidate's own words.",
          must("title", LINE, "its heading"),
          must("from", atLeast(1, NAME), "questions whose answers it is made of"));

  static final Form FAULT_RULES =
      new Form(
          "faults",
          "Who may start which faults.",
          may("candidate", some(NAME), "faults that the candidate may start"),
          may(
              "seeded",
              table("group", atLeast(1, SEEDED_FAULT)),
              "groups of faults, of which the session's seed picks one"),
          may(
              "intensities",
              table("group", atLeast(1, ANY_NUMBER)),
              "how heavily what is picked of a group comes: the session's seed draws one, whatever it"
                  + " picked; each fault's own unless given"),
          may(
              "felt",
              table("group", LINE),
              "the reading on which a group is felt, such as p99/checkout: the report says what it was"
                  + " before and what it became"),
          may(
              "concealed",
              FLAG,
              "whether what the script breaks is told to nobody who might be looking for it before the"
                  + " end, not even to the host of a practice session; false unless given"));

  static final Form FILE =
      new Form(
          "scenario",
          "The task, its rubric and what the live system starts with.",
          must("name", NAME, "the folder's name"),
          must("title", LINE, "one line"),
          must("system", NAME, "the live system behind it"),
          must("minutes", new Num(5, 240, true), "length before any extra time"),
          must("teaches", atLeast(1, LINE), "what one leaves with, short phrases"),
          must("brief", PAGE, "the task as the candidate reads it, Markdown"),
          must("objectives", some(OBJECTIVE), "what the live system must meet"),
          must("dimensions", atLeast(1, DIMENSION), "the rubric"),
          must("fidelity", FIDELITY, "what is measured, real engine, modelled"),
          must("strong", atLeast(1, PARAGRAPH), "what a strong answer does, for the report"),
          must("likelihood", PARAGRAPH, "how likely this is in production, for the report"),
          may(
              "traffic",
              NAME,
              "a profile that customers send all the time, from the opening to the end; it is then none"
                  + " that can be run"),
          may("levers", table("lever", VALUE), "start values that differ from the system's own"),
          may("faults", FAULT_RULES, "who may start which faults; nobody any, unless given"),
          may(
              "facts",
              table("fact", atLeast(1, ANY_NUMBER)),
              "numbers of the fact sheet; the session's seed picks one of each list"),
          may("milestones", some(MILESTONE), "moments that the report gives the time of"),
          may("review", some(REVIEW_PART), "parts of the report in the candidate's own words"));

  private ScenarioShape() {}
}
