package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.SessionFacts;
import dev.hotseat.scoring.Report.TroubleLine;
import dev.hotseat.scoring.Report.TroubleLine.Felt;
import dev.hotseat.telemetry.Readings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the script broke in a session, each once, and whether the candidate found out.
final class Troubles {
  private static final String SCRIPT = "script";

  /// Seconds that are looked at together.
  private static final int STRETCH = 7;

  /// Seconds after something broke in which its effect is looked for.
  private static final int LOOKED_AT = 60;

  private final Scenario scenario;
  private final long seed;
  private final SessionFacts facts;
  private final List<Entry> journal;

  private Troubles(Scenario scenario, long seed, SessionFacts facts, List<Entry> journal) {
    this.scenario = scenario;
    this.seed = seed;
    this.facts = facts;
    this.journal = journal;
  }

  static List<TroubleLine> over(
      Scenario scenario, Map<String, String> startLevers, long seed, List<Entry> journal) {
    Situation situation = Situation.before(startLevers);
    for (Entry entry : journal) {
      situation = situation.after(entry);
    }
    Troubles troubles =
        new Troubles(scenario, seed, new SessionFacts(scenario, seed, situation), journal);
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
        !group.isEmpty() && facts.explained(group),
        felt(entry.seq(), scenario.faults().felt().getOrDefault(group, "")));
  }

  /*
   * Before: the median of the last seconds. Then: the worst stretch of as many seconds in the first
   * ones after, each of them by its median, so that neither a hiccup nor a quick mitigation decides.
   */
  private @Nullable Felt felt(long began, String reading) {
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    for (Entry each : journal) {
      if (each.event() instanceof SecondPassed(Readings readings)) {
        readings.number(reading).ifPresent((each.seq() < began ? before : after)::add);
      }
    }
    if (before.size() < STRETCH || after.size() < STRETCH) {
      return null;
    }
    double healthy = median(before.subList(before.size() - STRETCH, before.size()));
    double worst = 0;
    for (int from = 0; from + STRETCH <= Math.min(after.size(), LOOKED_AT); from++) {
      worst = Math.max(worst, median(after.subList(from, from + STRETCH)));
    }
    return healthy > 0 ? new Felt(reading, healthy, worst) : null;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
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
