package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.Milestone;
import dev.hotseat.scenario.SessionFacts;
import dev.hotseat.scoring.Report.MilestoneLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When each milestone of a scenario was reached: the first entry after which its condition holds.
final class Milestones {
  private static final String SCRIPT = "script";

  private Milestones() {}

  static List<MilestoneLine> over(
      Scenario scenario, Map<String, String> startLevers, long seed, List<Entry> journal) {
    if (scenario.milestones().isEmpty()) {
      return List.of();
    }
    Map<Milestone, Entry> reached = new HashMap<>();
    Situation situation = Situation.before(startLevers);
    for (Entry entry : journal) {
      situation = situation.after(entry);
      SessionFacts facts = new SessionFacts(scenario, seed, situation);
      for (Milestone each : scenario.milestones()) {
        if (!reached.containsKey(each) && each.when().over(facts).holds()) {
          reached.put(each, entry);
        }
      }
    }
    @Nullable Double since = troubleSince(journal);
    List<MilestoneLine> lines = new ArrayList<>();
    scenario.milestones().forEach(each -> lines.add(line(each, reached.get(each), since)));
    return List.copyOf(lines);
  }

  private static @Nullable Double troubleSince(List<Entry> journal) {
    for (Entry each : journal) {
      if (each.event() instanceof FaultStarted(_, _, String by) && by.equals(SCRIPT)) {
        return each.elapsedSeconds();
      }
    }
    return null;
  }

  private static MilestoneLine line(
      Milestone milestone, @Nullable Entry entry, @Nullable Double since) {
    if (entry == null) {
      return new MilestoneLine(milestone.name(), milestone.title(), "", null, null);
    }
    double at = entry.elapsedSeconds();
    return new MilestoneLine(
        milestone.name(),
        milestone.title(),
        Credit.entry(entry),
        at,
        since == null || at < since ? null : Double.valueOf(at - since));
  }
}
