package dev.hotseat.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at the interview as a whole: does it fit its time, is everything reachable.
final class ScriptCheck {
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
    groups(file);
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
    Evidence evidence = Evidence.of(scenario);
    for (Fields dimension : file.groups("dimensions", ScenarioShape.DIMENSION)) {
      reachable(dimension, evidence);
    }
  }

  private void groups(Fields file) {
    Set<String> injected = new HashSet<>();
    script.phases().forEach(phase -> phase.injects().forEach(each -> injected.add(each.group())));
    file.group("faults", ScenarioShape.FAULT_RULES).stream()
        .flatMap(rules -> rules.entries("seeded").stream())
        .map(Node.Entry::key)
        .filter(group -> !injected.contains(group.text()))
        .forEach(group ->
            notes.warning(
                group.place(),
                "no phase injects a fault of group '" + group.text() + "'",
                "an inject with this group"));
  }

  private void reachable(Fields dimension, Evidence evidence) {
    String name = dimension.text("name");
    List<Node.Scalar> thresholds = dimension.scalars("points");
    double possible = evidence.points(name);
    if (!thresholds.isEmpty() && possible < Amounts.number(thresholds.getLast()).orElse(0)) {
      notes.error(
          thresholds.getLast().place(),
          "level 5 of '" + name + "' cannot be reached",
          "at most " + Wording.number(possible) + ", which is all there is to earn");
    }
    if (evidence.receipts(name) < dimension.number("receipts", 1)) {
      notes.error(
          dimension.place("receipts"),
          "'" + name + "' can never be assessed",
          "at most " + evidence.receipts(name) + ", which is all the evidence there is");
    }
  }
}
