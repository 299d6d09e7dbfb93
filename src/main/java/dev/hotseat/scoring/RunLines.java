package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.Situation;
import dev.hotseat.scoring.Report.PredictionLine;
import dev.hotseat.scoring.Report.RunLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The load runs of a journal, whatever became of them.
record RunLines(List<RunLine> lines) {
  static RunLines of(Map<String, String> startLevers, List<Entry> journal) {
    Map<Integer, RunFinished> finished = new HashMap<>();
    for (Entry each : journal) {
      if (each.event() instanceof RunFinished run) {
        finished.put(run.run(), run);
      }
    }
    List<RunLine> lines = new ArrayList<>();
    Situation situation = Situation.before(startLevers);
    for (Entry each : journal) {
      situation = situation.after(each);
      if (each.event() instanceof RunStarted run) {
        RunFinished end = finished.getOrDefault(run.run(), unfinished(run));
        lines.add(line(each, run, end, changed(startLevers, situation.levers())));
      }
    }
    return new RunLines(List.copyOf(lines));
  }

  private static RunFinished unfinished(RunStarted run) {
    return new RunFinished(run.run(), "running", Map.of(), "");
  }

  private static Map<String, String> changed(Map<String, String> start, Map<String, String> now) {
    Map<String, String> changed = new TreeMap<>(now);
    changed.entrySet().removeIf(each -> each.getValue().equals(start.get(each.getKey())));
    return changed;
  }

  private static RunLine line(
      Entry entry, RunStarted run, RunFinished end, Map<String, String> levers) {
    return new RunLine(
        run.run(),
        "run/" + run.run(),
        entry.at(),
        entry.elapsedSeconds(),
        run.profile(),
        run.plan(),
        end.state(),
        new TreeMap<>(end.figures()),
        levers,
        run.predictions().stream().map(each -> line(each, end)).toList());
  }

  private static PredictionLine line(Prediction prediction, RunFinished end) {
    Double measured = end.figures().get(prediction.metric());
    return new PredictionLine(
        prediction.metric(),
        prediction.value(),
        prediction.unit(),
        measured,
        measured != null && prediction.holdsFor(measured));
  }
}
