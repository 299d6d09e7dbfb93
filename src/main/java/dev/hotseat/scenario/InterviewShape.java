package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.may;
import static dev.hotseat.scenario.Shape.must;
import static dev.hotseat.scenario.Shapes.ANY_NUMBER;
import static dev.hotseat.scenario.Shapes.AWARD;
import static dev.hotseat.scenario.Shapes.CONDITION;
import static dev.hotseat.scenario.Shapes.FLAG;
import static dev.hotseat.scenario.Shapes.LINE;
import static dev.hotseat.scenario.Shapes.MINUTES;
import static dev.hotseat.scenario.Shapes.NAME;
import static dev.hotseat.scenario.Shapes.NUMBER;
import static dev.hotseat.scenario.Shapes.PARAGRAPH;
import static dev.hotseat.scenario.Shapes.POINTS;
import static dev.hotseat.scenario.Shapes.SYMBOL;
import static dev.hotseat.scenario.Shapes.WAIT;
import static dev.hotseat.scenario.Shapes.atLeast;
import static dev.hotseat.scenario.Shapes.some;
import static dev.hotseat.scenario.Shapes.word;

import dev.hotseat.scenario.Shape.Form;
import dev.hotseat.scenario.Shape.Num;
import java.util.List;

/// What stands in `interview.yaml`.
final class InterviewShape {
  private static final String TEMPLATE = "; may hold live numbers in {{ … }}";

  static final Form INJECT =
      new Form(
              "inject",
              "A fault that the script starts once the baseline holds.",
              may("group", NAME, "a seeded group of faults"),
              may("fault", NAME, "a fault of the system, instead of a group"),
              may("intensity", ANY_NUMBER, "of the fault, in its unit; its usual one unless given"),
              must("after", WAIT, "since the phase began"),
              may("upTo", WAIT, "the session's seed picks the moment between `after` and this"),
              may("lasting", WAIT, "how long it bites; until the phase ends unless given"),
              may("stays", FLAG, "whether it bites on when the phase ends; false unless given"),
              may(
                  "atLatest",
                  WAIT,
                  "since the phase began; it begins then even if the baseline does not hold"),
              may("when", CONDITION, "only if this holds"))
          .withOneOf(List.of(List.of("group"), List.of("fault")));

  static final Form PHASE =
      new Form(
          "phase",
          "A stretch of the interview.",
          must("id", NAME, "what follow-ups and conditions call it"),
          must("title", LINE, "for a person"),
          must("minutes", MINUTES, "its time box"),
          may("opens", PARAGRAPH, "what the interviewer says on entering" + TEMPLATE),
          may("questions", some(NAME), "ids of its core questions, in order"),
          may("injects", some(INJECT), "faults the script starts in it"));

  static final Form LISTEN =
      new Form(
          "listen",
          "A concept that means something in the answer to this question.",
          must("hear", NAME, "a concept of hearing.yaml"),
          must("signal", word("strong", "weak", "disqualifier"), "what hearing it says"),
          must("dimension", NAME, "a dimension of scenario.yaml"),
          must("points", POINTS, "how much it weighs"),
          must("text", LINE, "what it shows, one sentence for the report"),
          may("says", PARAGRAPH, "what the interviewer replies when it was heard" + TEMPLATE));

  static final Form ASSUMPTION =
      new Form(
          "assumption",
          "Something the candidate may assume.",
          must("name", SYMBOL, "what `assumed` calls it"),
          must("text", LINE, "what it is"),
          may("unit", new Shape.Unit(), "its unit"),
          must("usual", ANY_NUMBER, "the value when none is stated"),
          must("min", ANY_NUMBER, "least value taken"),
          must("max", ANY_NUMBER, "greatest value taken"));

  static final Form ESTIMATE =
      new Form(
          "estimate",
          "What an estimate is checked against.",
          may("unit", new Shape.Unit(), "unit of the expected value"),
          must("expect", NUMBER, "the expected value, from the candidate's own assumptions"),
          must("factor", new Num(1.01, 1_000, false), "right when within this factor of it"),
          may("assumptions", some(ASSUMPTION), "what the candidate may state"),
          must("award", AWARD, "what being right is worth"));

  static final Form OPTION =
      new Form(
          "option",
          "An option of a choice.",
          must("id", NAME, "what an answer names"),
          must("text", LINE, "what the candidate reads"),
          may("award", AWARD, "what picking it is worth"),
          may("says", PARAGRAPH, "what the interviewer replies when it was picked" + TEMPLATE));

  static final Form QUESTION =
      new Form(
          "question",
          "Something the interviewer asks.",
          must("id", NAME, "what phases, follow-ups and conditions call it"),
          must(
              "kind",
              word("open", "estimate", "choice", "do", "explain"),
              "how it is answered: in words, by a number, by an option, by doing it, or in words"
                  + " about a run"),
          must("ask", PARAGRAPH, "the words" + TEMPLATE),
          may("minutes", MINUTES, "how long it stays open; 3 unless given"),
          may("listen", some(LISTEN), "what an answer is heard for"),
          may("hints", some(PARAGRAPH), "the ladder, mildest first" + TEMPLATE),
          may("probe", PARAGRAPH, "asked once when nothing strong was heard" + TEMPLATE),
          may("done", CONDITION, "kind do: when it is done"),
          may("award", AWARD, "kind do: what doing it is worth"),
          may("estimate", ESTIMATE, "kind estimate: what it is checked against"),
          may("options", atLeast(2, OPTION), "kind choice: what can be picked"),
          may("onlyIf", CONDITION, "asked only if this holds when its turn comes"),
          may("explains", NAME, "a group of seeded faults whose pick an answer is to name"));

  static final Form FOLLOW_UP =
      new Form(
          "followUp",
          "A question that live state makes askable.",
          must("ask", NAME, "id of the question"),
          must("when", CONDITION, "what must hold"),
          may("holding", WAIT, "for how long it must hold; 2s unless given"),
          may("phases", atLeast(1, NAME), "phases in which it may be asked; all unless given"),
          may("coolDown", WAIT, "quiet after any follow-up before this one; 20s unless given"),
          may("priority", new Num(-100, 100, true), "higher goes first; 0 unless given"));

  static final Form CHANGE =
      new Form(
          "change",
          "A changed requirement.",
          must("id", NAME, "short name"),
          must("announce", PARAGRAPH, "what the interviewer says" + TEMPLATE),
          must("questions", atLeast(1, NAME), "ids of what is asked about it, in order"));

  static final Form SIGNAL =
      new Form(
          "signal",
          "Evidence read off live state.",
          must("id", NAME, "short name"),
          must("when", CONDITION, "what must hold"),
          may("holding", WAIT, "for how long it must hold; 2s unless given"),
          must("award", AWARD, "what it is worth"));

  static final Form FILE =
      new Form(
          "interview",
          "What the interviewer says, asks and waits for.",
          may(
              "changeAt",
              new Num(0.05, 0.95, false),
              "when the changed requirement comes, as a share of the length; 0.4 unless given"),
          may(
              "predictionPoints",
              new Num(0, 5, false),
              "points in verification for a prediction within tolerance; 1 unless given"),
          must("phases", atLeast(1, PHASE), "in order; their minutes sum up to the scenario's"),
          must("questions", atLeast(1, QUESTION), "all questions, in any order"),
          may("followUps", some(FOLLOW_UP), "questions that live state makes askable"),
          may("changes", some(CHANGE), "changed requirements, of which the seed picks one"),
          may("signals", some(SIGNAL), "evidence read off live state"));

  private InterviewShape() {}
}
