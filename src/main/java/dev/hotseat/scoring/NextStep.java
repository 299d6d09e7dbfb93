package dev.hotseat.scoring;

import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.Listen;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.Strength;
import dev.hotseat.scoring.Report.QuestionLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One thing to try next: the question that left most on the table in the weakest dimension, and
/// what would have counted there.
record NextStep(Scenario scenario, Scorecard card, List<QuestionLine> asked, List<Credit> credits) {
  private static final int LEVEL_MAX = 5;
  private static final int NAMED_MAX = 2;

  String text() {
    Optional<DimensionScore> weakest = weakest();
    if (weakest.isEmpty()) {
      return "Play it again with another seed: the faults, the changed requirement and the numbers"
          + " of the fact sheet are others.";
    }
    return weakest.flatMap(this::onQuestion).orElseGet(() -> unasked(weakest.get()));
  }

  /// The weakest that was assessed, if there is anything to gain in it; else what was not assessed.
  private Optional<DimensionScore> weakest() {
    return card.weakest()
        .filter(each -> each.levelOrNone() < LEVEL_MAX)
        .or(() -> card.dimensions().stream().filter(each -> each.level() == null).findFirst());
  }

  private Optional<String> onQuestion(DimensionScore weakest) {
    return asked.stream()
        .map(each -> new Missed(each, missed(each.id(), weakest.name())))
        .filter(each -> !each.awards().isEmpty())
        .max(Comparator.comparingDouble(Missed::points))
        .map(each -> say(weakest, each));
  }

  private static String say(DimensionScore weakest, Missed missed) {
    String named =
        missed.awards().stream()
            .sorted(Comparator.comparingDouble(Award::points).reversed())
            .limit(NAMED_MAX)
            .map(each -> "“" + each.text() + "”")
            .collect(Collectors.joining(" and "));
    String standing =
        weakest.level() == null
            ? "Too little was seen of " + weakest.title()
            : "%s was the weakest, level %d".formatted(weakest.title(), weakest.level());
    return "%s. Take this question again: %s What would have counted there: %s."
        .formatted(standing, Quote.of(missed.question().text()), named);
  }

  private String unasked(DimensionScore weakest) {
    return scenario.strong().isEmpty()
        ? "Try for more of " + weakest.title() + "."
        : "Try for more of %s. What a strong candidate does: %s"
            .formatted(weakest.title(), scenario.strong().getFirst());
  }

  /// What a question could have earned in a dimension, and did not.
  private List<Award> missed(String id, String dimension) {
    Question question = scenario.script().questions().get(id);
    return question == null
        ? List.of()
        : awards(question).stream()
            .filter(each -> each.signal() == Strength.STRONG)
            .filter(each -> each.dimension().equals(dimension))
            .filter(each -> !earned(id, each))
            .toList();
  }

  private boolean earned(String question, Award award) {
    return credits.stream()
        .anyMatch(each ->
            each.earns()
                && each.award().equals(award)
                && each.receipt().question().equals(question));
  }

  private static List<Award> awards(Question question) {
    List<Award> all = new ArrayList<>(question.listen().stream().map(Listen::award).toList());
    Award deed = question.doneSignal();
    if (deed != null) {
      all.add(deed);
    }
    Estimate estimate = question.estimate();
    if (estimate != null) {
      all.add(estimate.award());
    }
    return all;
  }

  private record Missed(QuestionLine question, List<Award> awards) {
    double points() {
      return awards.stream().mapToDouble(Award::points).sum();
    }
  }
}
