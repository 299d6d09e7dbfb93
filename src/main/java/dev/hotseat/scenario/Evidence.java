package dev.hotseat.scenario;

import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.Strength;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// All the evidence that a scenario could ever find for a candidate, by dimension.
final class Evidence {
  /// Where points for predictions go.
  private static final String PREDICTED = "verification";

  /// Predictions a candidate can be expected to make in one interview.
  private static final int PREDICTIONS = 4;

  private final Map<String, Double> points = new HashMap<>();
  private final Map<String, Integer> receipts = new HashMap<>();

  private Evidence() {}

  static Evidence of(Scenario scenario) {
    Evidence evidence = new Evidence();
    Script script = scenario.script();
    script.questions().values().forEach(evidence::addQuestion);
    script.signals().forEach(each -> evidence.add(each.award()));
    scenario.clarifications().forEach(each -> evidence.add(each.dimension(), each.points()));
    for (int each = 0; each < PREDICTIONS && script.predictionPoints() > 0; each++) {
      evidence.add(PREDICTED, script.predictionPoints());
    }
    return evidence;
  }

  /// Most points there are to earn.
  double points(String dimension) {
    return points.getOrDefault(dimension, 0.0);
  }

  /// Most receipts there are to earn.
  int receipts(String dimension) {
    return receipts.getOrDefault(dimension, 0);
  }

  private void addQuestion(Question question) {
    question.listen().forEach(each -> add(each.award()));
    if (question.doneSignal() != null) {
      add(question.doneSignal());
    }
    if (question.estimate() != null) {
      add(question.estimate().award());
    }
    question.options().stream()
        .flatMap(each -> Stream.ofNullable(each.award()))
        .filter(each -> each.signal() == Strength.STRONG)
        .max(Comparator.comparingDouble(Award::points))
        .ifPresent(this::add);
  }

  private void add(Award award) {
    if (award.signal() == Strength.STRONG) {
      add(award.dimension(), award.points());
    }
  }

  private void add(String dimension, double worth) {
    points.merge(dimension, worth, Double::sum);
    receipts.merge(dimension, 1, Integer::sum);
  }
}
