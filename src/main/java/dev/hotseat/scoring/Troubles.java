package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.SessionFacts;
import dev.hotseat.scoring.Report.TroubleLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the script broke in a session, each once, and whether the candidate found out.
final class Troubles {
  private static final String SCRIPT = "script";

  private final Scenario scenario;
  private final long seed;
  private final SessionFacts facts;

  private Troubles(Scenario scenario, long seed, SessionFacts facts) {
    this.scenario = scenario;
    this.seed = seed;
    this.facts = facts;
  }

  static List<TroubleLine> over(
      Scenario scenario, Map<String, String> startLevers, long seed, List<Entry> journal) {
    Situation situation = Situation.before(startLevers);
    for (Entry entry : journal) {
      situation = situation.after(entry);
    }
    Troubles troubles = new Troubles(scenario, seed, new SessionFacts(scenario, seed, situation));
    List<TroubleLine> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Entry entry : journal) {
      if (entry.event() instanceof FaultStarted(String fault, _, String by)
          && by.equals(SCRIPT)
          && seen.add(fault)) {
        lines.add(troubles.line(entry, fault));
      }
    }
    return List.copyOf(lines);
  }

  private TroubleLine line(Entry entry, String fault) {
    String group = group(fault);
    Optional<SeededFault> picked = scenario.faults().picked(group, seed);
    return new TroubleLine(
        Credit.entry(entry),
        entry.elapsedSeconds(),
        group,
        fault,
        picked.map(SeededFault::path).orElse(""),
        picked.filter(each -> !each.named().isEmpty()).isPresent(),
        !group.isEmpty() && facts.explained(group));
  }

  private String group(String fault) {
    return scenario.faults().seeded().keySet().stream()
        .filter(each ->
            scenario
                .faults()
                .picked(each, seed)
                .filter(picked -> picked.fault().equals(fault))
                .isPresent())
        .findFirst()
        .orElse("");
  }
}
