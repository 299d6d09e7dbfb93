package dev.hotseat.scenario;

import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.Strength;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at the interview as a whole: does it fit its time, is everything reachable.
final class ScriptCheck {
  /// Predictions a candidate can be expected to make in one interview.
  private static final int PREDICTIONS = 4;

  private static final double MINUTES_SLACK = 0.01;

  private final Scenario scenario;
  private final Script script;
  private final Notes notes;

  ScriptCheck(Scenario scenario, Notes notes) {
    this.scenario = scenario;
    this.script = scenario.script();
    this.notes = notes;
  }

  void check(Fields file, Fields interview) {
    minutes(file, interview);
    List<Fields> questions = interview.groups("questions", InterviewShape.QUESTION);
    reachable(questions);
    askedOnce(interview);
    dimensions(file);
  }

  private void minutes(Fields file, Fields interview) {
    double sum = script.phases().stream().mapToDouble(Script.Phase::minutes).sum();
    if (file.has("minutes")
        && !script.phases().isEmpty()
        && Math.abs(sum - scenario.minutes()) > MINUTES_SLACK) {
      notes.error(
          interview.place("phases"),
          "the phases take " + Wording.number(sum) + " minutes",
          scenario.minutes() + ", as scenario.yaml says");
    }
  }

  private void reachable(List<Fields> questions) {
    Set<String> asked = new HashSet<>();
    script.phases().forEach(each -> asked.addAll(each.questions()));
    script.followUps().forEach(each -> asked.add(each.question()));
    script.changes().forEach(each -> asked.addAll(each.questions()));
    for (Fields question : questions) {
      String id = question.text("id");
      if (!id.isEmpty() && !asked.contains(id)) {
        notes.error(
            question.place("id"),
            "question '" + id + "' is never asked",
            "its id in a phase, a follow-up or a change");
      }
    }
  }

  private void askedOnce(Fields interview) {
    Set<String> asked = new HashSet<>();
    for (Fields phase : interview.groups("phases", InterviewShape.PHASE)) {
      for (Node.Scalar question : phase.scalars("questions")) {
        if (!asked.add(question.text())) {
          notes.error(
              question.place(),
              "question '" + question.text() + "' was asked before",
              "each question in one place");
        }
      }
    }
  }

  private void dimensions(Fields file) {
    Map<String, Double> points = new java.util.HashMap<>();
    Map<String, Integer> receipts = new java.util.HashMap<>();
    evidence(points, receipts);
    for (Fields dimension : file.groups("dimensions", ScenarioShape.DIMENSION)) {
      String name = dimension.text("name");
      List<Node.Scalar> thresholds = dimension.scalars("points");
      if (thresholds.isEmpty()) {
        continue;
      }
      double wanted = Amounts.number(thresholds.getLast()).orElse(0);
      double possible = points.getOrDefault(name, 0.0);
      if (possible < wanted) {
        notes.error(
            thresholds.getLast().place(),
            "level 5 of '" + name + "' cannot be reached",
            "at most " + Wording.number(possible) + ", which is all there is to earn");
      }
      if (receipts.getOrDefault(name, 0) < dimension.number("receipts", 1)) {
        notes.error(
            dimension.place("receipts"),
            "'" + name + "' can never be assessed",
            "at most " + receipts.getOrDefault(name, 0) + ", which is all the evidence there is");
      }
    }
  }

  private void evidence(Map<String, Double> points, Map<String, Integer> receipts) {
    java.util.function.BiConsumer<String, Double> earn =
        (dimension, worth) -> {
          points.merge(dimension, worth, Double::sum);
          receipts.merge(dimension, 1, Integer::sum);
        };
    script.questions().values().forEach(each -> awards(each, earn));
    script.signals().forEach(each -> earn(each.award(), earn));
    scenario.clarifications().forEach(each -> earn.accept(each.dimension(), each.points()));
    if (script.predictionPoints() > 0) {
      for (int each = 0; each < PREDICTIONS; each++) {
        earn.accept("verification", script.predictionPoints());
      }
    }
  }

  private static void awards(
      Question question, java.util.function.BiConsumer<String, Double> earn) {
    question.listen().forEach(each -> earn(each.award(), earn));
    if (question.doneSignal() != null) {
      earn(question.doneSignal(), earn);
    }
    if (question.estimate() != null) {
      earn(question.estimate().award(), earn);
    }
    question.options().stream()
        .flatMap(each -> java.util.stream.Stream.ofNullable(each.award()))
        .filter(each -> each.signal() == Strength.STRONG)
        .max(java.util.Comparator.comparingDouble(Award::points))
        .ifPresent(best -> earn(best, earn));
  }

  private static void earn(Award award, java.util.function.BiConsumer<String, Double> earn) {
    if (award.signal() == Strength.STRONG) {
      earn.accept(award.dimension(), award.points());
    }
  }
}
