package dev.hotseat.scenario;

import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Change;
import dev.hotseat.scenario.Script.FollowUp;
import dev.hotseat.scenario.Script.Inject;
import dev.hotseat.scenario.Script.Phase;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.StateSignal;
import dev.hotseat.scenario.Script.Strength;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads `interview.yaml`.
final class ScriptReader {
  private static final Duration HOLDING_USUAL = Duration.ofSeconds(2);
  private static final Duration COOL_DOWN_USUAL = Duration.ofSeconds(20);
  static final double CHANGE_AT_USUAL = 0.4;

  private final Fields file;
  private final Desk desk;

  ScriptReader(Fields file, Desk desk) {
    this.file = file;
    this.desk = desk;
  }

  Script script() {
    Map<String, Question> questions = new LinkedHashMap<>();
    QuestionReader reader = new QuestionReader(desk);
    List<Fields> asked = file.groups("questions", InterviewShape.QUESTION);
    desk.unique(asked, "id", "question");
    asked.forEach(each -> questions.put(each.text("id"), reader.question(each)));
    return new Script(
        phases(),
        questions,
        followUps(),
        changes(),
        file.number("changeAt", CHANGE_AT_USUAL),
        signals(),
        file.number("predictionPoints", 1));
  }

  private List<Phase> phases() {
    List<Fields> groups = file.groups("phases", InterviewShape.PHASE);
    desk.unique(groups, "id", "phase");
    return groups.stream().map(this::phase).toList();
  }

  private Phase phase(Fields each) {
    return new Phase(
        each.text("id"),
        each.text("title"),
        each.number("minutes", 0),
        desk.templateOrNull(each, "opens"),
        desk.knownAll(each, "questions", Topic.QUESTION),
        each.groups("injects", InterviewShape.INJECT).stream().map(this::inject).toList());
  }

  private Inject inject(Fields each) {
    if (each.has("upTo")
        && each.span("upTo", Duration.ZERO).compareTo(each.span("after", Duration.ZERO)) <= 0) {
      desk.notes().error(each.place("upTo"), "there is no time in between", "more than `after`");
    }
    String fault = desk.known(each, "fault", Topic.FAULT);
    desk.intensity(each, fault);
    return new Inject(
        desk.known(each, "group", Topic.GROUP),
        fault,
        each.has("intensity") ? each.number("intensity", 1) : null,
        each.span("after", Duration.ZERO),
        each.span("upTo", Duration.ZERO),
        each.span("lasting", Duration.ZERO),
        each.flag("stays"),
        each.span("atLatest", Duration.ZERO),
        desk.conditionOrNull(each, "when"));
  }

  private List<FollowUp> followUps() {
    return file.groups("followUps", InterviewShape.FOLLOW_UP).stream().map(this::followUp).toList();
  }

  private FollowUp followUp(Fields each) {
    return new FollowUp(
        desk.known(each, "ask", Topic.QUESTION),
        desk.condition(each, "when"),
        each.span("holding", HOLDING_USUAL),
        desk.knownAll(each, "phases", Topic.PHASE),
        each.span("coolDown", COOL_DOWN_USUAL),
        (int) each.number("priority", 0));
  }

  private List<Change> changes() {
    List<Fields> groups = file.groups("changes", InterviewShape.CHANGE);
    desk.unique(groups, "id", "change");
    return groups.stream()
        .map(each ->
            new Change(
                each.text("id"),
                desk.template(each, "announce"),
                desk.knownAll(each, "questions", Topic.QUESTION)))
        .toList();
  }

  private List<StateSignal> signals() {
    List<Fields> groups = file.groups("signals", InterviewShape.SIGNAL);
    desk.unique(groups, "id", "signal");
    return groups.stream().map(this::signal).toList();
  }

  private StateSignal signal(Fields each) {
    return new StateSignal(
        each.text("id"),
        desk.condition(each, "when"),
        each.span("holding", HOLDING_USUAL),
        each.group("award", Shapes.AWARD).map(this::award).orElse(QuestionReader.NO_AWARD));
  }

  private Award award(Fields each) {
    return award(each, desk);
  }

  static Award award(Fields each, Desk desk) {
    return new Award(
        strength(each.text("signal")),
        desk.known(each, "dimension", Topic.DIMENSION),
        each.number("points", 1),
        each.text("text"));
  }

  static Strength strength(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "WEAK" -> Strength.WEAK;
      case "DISQUALIFIER" -> Strength.DISQUALIFIER;
      default -> Strength.STRONG;
    };
  }
}
