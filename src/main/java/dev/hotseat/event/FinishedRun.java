package dev.hotseat.event;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// A load run that ended with figures, with what was expected of it.
///
/// @param run its number in the session, from 1
/// @param profile name of the profile, or `own`
/// @param plan the plan in one line
/// @param predictions what the candidate expected
/// @param seq of the journal entry that tells its end
/// @param state `done` or `stopped`
/// @param figures what was measured, by key
/// @param truthsBefore the oracles' readings when it began, by key
public record FinishedRun(
    int run,
    String profile,
    String plan,
    List<Prediction> predictions,
    long seq,
    String state,
    Map<String, Double> figures,
    Map<String, Double> truthsBefore) {
  private static final String DONE = "done";

  public FinishedRun {
    predictions = List.copyOf(predictions);
    figures = Map.copyOf(figures);
    truthsBefore = Map.copyOf(truthsBefore);
  }

  /// A figure of the run, if it was measured.
  public OptionalDouble measured(String key) {
    Double found = figures.get(key);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /// Its predictions that can be held against it: those of a run that was not stopped, about what
  /// was measured.
  public List<Prediction> judged() {
    return state.equals(DONE)
        ? predictions.stream().filter(each -> measured(each.metric()).isPresent()).toList()
        : List.of();
  }

  /// Whether a prediction of this run came true; false for what was not measured.
  public boolean cameTrue(Prediction prediction) {
    OptionalDouble measured = measured(prediction.metric());
    return measured.isPresent() && prediction.holdsFor(measured.getAsDouble());
  }
}
