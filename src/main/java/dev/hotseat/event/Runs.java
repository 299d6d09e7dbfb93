package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The load runs so far. A run that was void or failed has no figures to learn from and leaves no
/// trace here.
///
/// @param current the run going on, if there is one
/// @param truthsBefore the oracles' readings when the run going on began
record Runs(
    List<FinishedRun> finished, @Nullable RunStarted current, Map<String, Double> truthsBefore) {
  static final Runs NONE = new Runs(List.of(), null, Map.of());
  private static final Set<String> WITH_FIGURES = Set.of("done", "stopped");

  Runs {
    finished = List.copyOf(finished);
    truthsBefore = Map.copyOf(truthsBefore);
  }

  Runs after(Entry entry, Dials dials) {
    return switch (entry.event()) {
      case RunStarted started -> new Runs(finished, started, dials.truths());
      case RunFinished ended -> ended(entry.seq(), ended);
      // A run does not survive the server.
      case Recovered _ -> new Runs(finished, null, Map.of());
      default -> this;
    };
  }

  boolean running() {
    return current != null;
  }

  int count(String profile) {
    return (int)
        finished.stream()
            .filter(each -> profile.isEmpty() || each.profile().equals(profile))
            .count();
  }

  private Runs ended(long seq, RunFinished ended) {
    RunStarted started = current;
    if (!WITH_FIGURES.contains(ended.state()) || started == null || started.run() != ended.run()) {
      return new Runs(finished, null, Map.of());
    }
    List<FinishedRun> next = new ArrayList<>(finished);
    next.add(
        new FinishedRun(
            ended.run(),
            started.profile(),
            started.plan(),
            started.predictions(),
            seq,
            ended.state(),
            ended.figures(),
            truthsBefore));
    return new Runs(next, null, Map.of());
  }

  /// A figure of a finished run.
  ///
  /// @param back 0 for the last one, 1 for the one before
  OptionalDouble figure(int back, String key, Dials dials) {
    int index = finished.size() - 1 - back;
    if (index < 0) {
      return OptionalDouble.empty();
    }
    return key.startsWith(Dials.TRUTH)
        ? growth(index, key, dials)
        : finished.get(index).measured(key);
  }

  /*
   * What a run leads to may come out after it has ended: a charge that was slow, a worker that
   * finishes the work of a dead one. So an oracle's growth is counted until the next run begins. One
   * that is less than it was has been reset.
   */
  private OptionalDouble growth(int index, String key, Dials dials) {
    Map<String, Double> after = truthsAfter(index, dials);
    Double now = after.get(key);
    if (now == null) {
      return OptionalDouble.empty();
    }
    double before = finished.get(index).truthsBefore().getOrDefault(key, 0.0);
    return OptionalDouble.of(now >= before ? now - before : now);
  }

  private Map<String, Double> truthsAfter(int index, Dials dials) {
    if (index + 1 < finished.size()) {
      return finished.get(index + 1).truthsBefore();
    }
    return running() ? truthsBefore : dials.truths();
  }
}
