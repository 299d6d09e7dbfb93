package dev.hotseat.scenario;

import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.Listen;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.Question.Kind;
import dev.hotseat.scenario.Script.Strength;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a question of `interview.yaml`.
final class QuestionReader {
  static final Award NO_AWARD = new Award(Strength.STRONG, "", 0, "");
  private static final double MINUTES_USUAL = 3;

  /// Keys that belong to some kinds only: what they need, and what else they may have.
  private static final Map<Kind, Set<String>> NEEDED =
      Map.of(
          Kind.ESTIMATE,
          Set.of("estimate"),
          Kind.CHOICE,
          Set.of("options"),
          Kind.DO,
          Set.of("done"));

  private static final Map<String, Set<Kind>> MEANT_FOR =
      Map.of(
          "estimate", Set.of(Kind.ESTIMATE),
          "options", Set.of(Kind.CHOICE),
          "done", Set.of(Kind.DO),
          "award", Set.of(Kind.DO));

  private final Desk desk;

  QuestionReader(Desk desk) {
    this.desk = desk;
  }

  Question question(Fields each) {
    Kind kind = kind(each.text("kind"));
    if (each.has("kind")) {
      keysOfKind(each, kind);
    }
    if (each.scalars("hints").isEmpty() && each.has("id")) {
      desk.notes()
          .warning(
              each.place("id"),
              "question '" + each.text("id") + "' has no hints",
              "hints, the mildest first");
    }
    return new Question(
        each.text("id"),
        kind,
        desk.template(each, "ask"),
        Duration.ofMillis(Math.round(each.number("minutes", MINUTES_USUAL) * 60_000)),
        each.groups("listen", InterviewShape.LISTEN).stream().map(this::listen).toList(),
        desk.templates(each, "hints"),
        desk.templateOrNull(each, "probe"),
        desk.conditionOrNull(each, "done"),
        award(each),
        each.group("estimate", InterviewShape.ESTIMATE).map(this::estimate).orElse(null),
        options(each),
        desk.conditionOrNull(each, "onlyIf"),
        desk.known(each, "explains", Topic.GROUP));
  }

  private static Kind kind(String word) {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    return Kind.OPEN;
  }

  private void keysOfKind(Fields each, Kind kind) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    for (String key : NEEDED.getOrDefault(kind, Set.of())) {
      if (!each.has(key)) {
        desk.notes()
            .error(
                each.place("kind"),
                "a question of kind " + word + " needs '" + key + "'",
                key + ":");
      }
    }
    MEANT_FOR.forEach((key, kinds) -> {
      if (each.has(key) && !kinds.contains(kind)) {
        String meant = kinds.iterator().next().name().toLowerCase(Locale.ROOT);
        desk.notes()
            .error(
                each.place(key),
                "'" + key + "' has no meaning in a question of kind " + word,
                "kind: " + meant);
      }
    });
  }

  private Listen listen(Fields each) {
    Award award =
        new Award(
            ScriptReader.strength(each.text("signal")),
            desk.known(each, "dimension", Topic.DIMENSION),
            each.number("points", 1),
            each.text("text"));
    return new Listen(
        desk.known(each, "hear", Topic.CONCEPT), award, desk.templateOrNull(each, "says"));
  }

  private @Nullable Award award(Fields each) {
    return each.group("award", Shapes.AWARD)
        .map(found -> ScriptReader.award(found, desk))
        .orElse(null);
  }

  private List<Option> options(Fields each) {
    List<Fields> groups = each.groups("options", InterviewShape.OPTION);
    desk.unique(groups, "id", "option");
    return groups.stream()
        .map(option ->
            new Option(
                option.text("id"),
                option.text("text"),
                award(option),
                desk.templateOrNull(option, "says")))
        .toList();
  }

  private Estimate estimate(Fields each) {
    List<Fields> groups = each.groups("assumptions", InterviewShape.ASSUMPTION);
    desk.unique(groups, "name", "assumption");
    List<Assumption> assumptions = groups.stream().map(this::assumption).toList();
    Map<String, Double> usual = new HashMap<>();
    assumptions.forEach(stated -> usual.put(stated.name(), stated.usual()));
    Desk own = desk.with(desk.names().withAssumptions(usual));
    return new Estimate(
        each.text("unit"),
        own.number(each, "expect"),
        each.number("factor", 2),
        assumptions,
        each.group("award", Shapes.AWARD)
            .map(found -> ScriptReader.award(found, desk))
            .orElse(NO_AWARD));
  }

  private Assumption assumption(Fields each) {
    double usual = each.number("usual", 0);
    double min = each.number("min", usual);
    double max = each.number("max", usual);
    if (usual < min || usual > max) {
      desk.notes()
          .error(
              each.place("usual"),
              "the usual value lies outside min..max",
              Wording.number(min) + ".." + Wording.number(max));
    }
    return new Assumption(each.text("name"), each.text("text"), each.text("unit"), usual, min, max);
  }
}
