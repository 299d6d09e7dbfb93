package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.FinishedRun;
import dev.hotseat.event.Prediction;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Strength;
import java.util.stream.Collectors;

/// What the predictions of a run are worth.
///
/// @param points of the scenario, for a run all of whose predictions came true
record Foresight(FinishedRun run, double points) {
  private static final String VERIFICATION = "verification";

  long held() {
    return run.judged().stream().filter(run::cameTrue).count();
  }

  /*
   * A run earns the share of its predictions that came true, so that many guesses at once are worth
   * no more than one; and foresight that was rewarded before is worth less the next time, so that
   * running the same load again and again does not pay.
   */
  Credit credit(Entry entry, int rewardedBefore) {
    int all = run.judged().size();
    Worth worth =
        new Worth(
            points * held() / all,
            "worth %s, %d of %d came true".formatted(Figures.text(points), held(), all));
    return Credit.of(
        "prediction", "run/" + run.run(), entry, "", award(), worth.again(rewardedBefore), told());
  }

  private Award award() {
    return held() > 0
        ? new Award(Strength.STRONG, VERIFICATION, points, "Predicted the run")
        : new Award(Strength.WEAK, VERIFICATION, points, "Predicted the run, and missed");
  }

  private String told() {
    return run.judged().stream().map(this::told).collect(Collectors.joining("; "));
  }

  private String told(Prediction prediction) {
    return "%s predicted %s, measured %s"
        .formatted(
            prediction.metric(),
            Figures.text(prediction.value()),
            Figures.text(run.measured(prediction.metric()).orElse(Double.NaN)));
  }
}
