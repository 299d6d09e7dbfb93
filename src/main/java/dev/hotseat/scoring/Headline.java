package dev.hotseat.scoring;

import dev.hotseat.scoring.Report.ObjectiveLine;
import dev.hotseat.scoring.Report.PredictionLine;
import dev.hotseat.scoring.Report.RunLine;
import java.util.List;
import java.util.Optional;

/// The whole in a few words: levels, objectives, predictions. No praise, no blame.
final class Headline {
  private Headline() {}

  static String of(Scorecard card, List<ObjectiveLine> objectives, List<RunLine> runs) {
    return levels(card) + objectives(objectives) + predictions(runs) + disqualifiers(card);
  }

  private static String levels(Scorecard card) {
    Optional<DimensionScore> best = card.strongest();
    Optional<DimensionScore> least = card.weakest();
    if (best.isEmpty() || least.isEmpty()) {
      return "Too little was said and done to assess anything.";
    }
    String range = range(best.get(), least.get());
    int assessed = card.assessed().size();
    int all = card.dimensions().size();
    return range
        + (assessed == all ? "." : "; %d of %d dimensions assessed.".formatted(assessed, all));
  }

  private static String range(DimensionScore best, DimensionScore least) {
    return best.levelOrNone() == least.levelOrNone()
        ? "Level %d throughout".formatted(best.level())
        : "Strongest in %s (%d), weakest in %s (%d)"
            .formatted(best.title(), best.level(), least.title(), least.level());
  }

  private static String objectives(List<ObjectiveLine> objectives) {
    long met = objectives.stream().filter(ObjectiveLine::met).count();
    return objectives.isEmpty()
        ? ""
        : " %d of %d objectives met at the end.".formatted(met, objectives.size());
  }

  private static String predictions(List<RunLine> runs) {
    List<PredictionLine> made = runs.stream().flatMap(each -> each.predictions().stream()).toList();
    long held = made.stream().filter(PredictionLine::held).count();
    return made.isEmpty() ? "" : " %d of %d predictions held.".formatted(held, made.size());
  }

  private static String disqualifiers(Scorecard card) {
    int found = card.disqualifiers().size();
    return found == 0
        ? ""
        : found == 1 ? " One disqualifier." : " %d disqualifiers.".formatted(found);
  }
}
