package dev.hotseat.session;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.hearing.Ear;
import dev.hotseat.live.Design;
import dev.hotseat.live.Lever;
import dev.hotseat.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A scenario made ready to be run: with the design of its live system and an ear for its concepts.
///
/// @param start lever values a session starts with, complete
record Course(Scenario scenario, Design design, Ear ear, Map<String, String> start) {

  static Course of(Scenario scenario, Design design) {
    Map<String, String> start =
        new LinkedHashMap<>(Venue.values(design, scenario.startLevers()).all());
    Ear ear = Ear.of(scenario.concepts(), scenario.clarifications());
    return new Course(scenario, design, ear, start);
  }

  /// What levers have to go back to, where they began, whose value a server allows no longer that
  /// has allowed it once; by name.
  Map<String, String> noLongerAllowed(Map<String, String> levers) {
    Map<String, String> back = new LinkedHashMap<>();
    for (Lever each : design.levers()) {
      String begun = start.getOrDefault(each.name(), each.initial());
      try {
        each.canonical(levers.getOrDefault(each.name(), begun));
      } catch (Refusal _) {
        back.put(each.name(), begun);
      }
    }
    return back;
  }

  /// Levers that a reset leaves where they are.
  Set<String> kept() {
    return design.levers().stream()
        .filter(Lever::atStart)
        .map(Lever::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
