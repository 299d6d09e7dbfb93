package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.Objective;
import dev.hotseat.scenario.SessionFacts;
import dev.hotseat.scoring.Report.ObjectiveLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// The objectives of the scenario, second by second, as they last were measured: a system that is
/// left alone at the end says nothing about them, and what it said before still stands.
record Objectives(List<ObjectiveLine> lines) {
  static Objectives over(
      Scenario scenario, Map<String, String> startLevers, long seed, List<Entry> journal) {
    List<ObjectiveLine> lines =
        new ArrayList<>(scenario.objectives().stream().map(Objectives::unmeasured).toList());
    Situation situation = Situation.before(startLevers);
    for (Entry entry : journal) {
      situation = situation.after(entry);
      if (entry.event() instanceof SecondPassed) {
        SessionFacts facts = new SessionFacts(scenario, seed, situation);
        for (int index = 0; index < lines.size(); index++) {
          lines.set(index, later(lines.get(index), scenario.objectives().get(index), facts));
        }
      }
    }
    return new Objectives(List.copyOf(lines));
  }

  private static ObjectiveLine unmeasured(Objective objective) {
    return new ObjectiveLine(
        objective.name(),
        objective.text(),
        objective.unit(),
        objective.target(),
        null,
        false,
        null,
        0,
        0);
  }

  private static ObjectiveLine later(ObjectiveLine line, Objective objective, SessionFacts facts) {
    OptionalDouble measured = objective.measured().over(facts);
    if (measured.isEmpty()) {
      return line;
    }
    boolean met = objective.met().over(facts).holds();
    return new ObjectiveLine(
        line.name(),
        line.text(),
        line.unit(),
        line.target(),
        measured.getAsDouble(),
        met,
        facts.elapsedSeconds(),
        line.metSeconds() + (met ? 1 : 0),
        line.measuredSeconds() + 1);
  }
}
