package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The load runs so far. A run that was void or failed has no figures to learn from and leaves no
/// trace here.
///
/// @param current the run going on, if there is one
record Runs(List<FinishedRun> finished, @Nullable RunStarted current) {
  static final Runs NONE = new Runs(List.of(), null);
  private static final Set<String> WITH_FIGURES = Set.of("done", "stopped");

  Runs {
    finished = List.copyOf(finished);
  }

  Runs after(Entry entry) {
    return switch (entry.event()) {
      case RunStarted started -> new Runs(finished, started);
      case RunFinished ended -> ended(entry.seq(), ended);
      // A run does not survive the server.
      case Recovered _ -> new Runs(finished, null);
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
      return new Runs(finished, null);
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
            ended.figures()));
    return new Runs(next, null);
  }
}
