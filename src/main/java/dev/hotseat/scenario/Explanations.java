package dev.hotseat.scenario;

import dev.hotseat.event.Claim;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario.SeededFault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the candidate took the picked fault of a group to be.
///
/// An answer that names three of them explains nothing: one neighbour is allowed, because a cause
/// and its symptom may share words, more is guessing.
///
/// @param found whether the picked one was named, with an instrument read that shows it
/// @param others how many different other ones were named
record Explanations(boolean found, int others) {
  private static final int NEIGHBOURS_MAX = 1;
  private static final Explanations NONE = new Explanations(false, 0);

  static Explanations of(Scenario scenario, long seed, String group, Situation situation) {
    Optional<SeededFault> picked = scenario.faults().picked(group, seed);
    if (picked.isEmpty() || !situation.faultSeen(picked.get().fault())) {
      return NONE;
    }
    Set<String> asked = questions(scenario, group);
    List<Claim> claims =
        situation.claims().stream().filter(each -> asked.contains(each.question())).toList();
    Set<String> others = names(scenario, group);
    others.remove(picked.get().named());
    boolean found = claims.stream().anyMatch(each -> explains(each, picked.get(), others));
    others.removeIf(each -> claims.stream().noneMatch(claim -> claim.concepts().contains(each)));
    return new Explanations(found, others.size());
  }

  private static boolean explains(Claim claim, SeededFault picked, Set<String> others) {
    return claim.concepts().contains(picked.named())
        && others.stream().filter(claim.concepts()::contains).count() <= NEIGHBOURS_MAX
        && (picked.shown().isEmpty() || picked.shown().stream().anyMatch(claim::hasRead));
  }

  private static Set<String> questions(Scenario scenario, String group) {
    return scenario.script().questions().values().stream()
        .filter(each -> each.explains().equals(group))
        .map(Script.Question::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Scenario scenario, String group) {
    return scenario.faults().seeded().getOrDefault(group, List.of()).stream()
        .map(SeededFault::named)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
