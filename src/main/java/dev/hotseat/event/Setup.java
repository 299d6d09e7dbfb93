package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.SystemReset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How the live system stands: its design, what ails it, what was done to it.
///
/// @param start lever values at the start, complete
/// @param levers lever values now, complete
/// @param changed levers that anybody ever changed
/// @param faults in force
/// @param faultsSeen ever in force
/// @param actions taken
record Setup(
    Map<String, String> start,
    Map<String, String> levers,
    Set<String> changed,
    Set<String> faults,
    Set<String> faultsSeen,
    Tally actions) {
  Setup {
    start = Map.copyOf(start);
    levers = Map.copyOf(levers);
    changed = Set.copyOf(changed);
    faults = Set.copyOf(faults);
    faultsSeen = Set.copyOf(faultsSeen);
  }

  static Setup of(Map<String, String> start) {
    return new Setup(start, start, Set.of(), Set.of(), Set.of(), Tally.EMPTY);
  }

  Setup after(SessionEvent event) {
    return switch (event) {
      case LeversChanged(_, Map<String, String> to, _, _) -> turned(to);
      case FaultStarted(String fault, _, _) ->
          new Setup(start, levers, changed, with(faults, fault), with(faultsSeen, fault), actions);
      case FaultStopped(String fault, _) -> suffering(without(faults, fault));
      case ActionTaken(String action, _, _, _) ->
          new Setup(start, levers, changed, faults, faultsSeen, actions.plusOne(action));
      case SystemReset _ -> new Setup(start, start, changed, Set.of(), faultsSeen, actions);
      // The live system was built anew: it has its levers, but no fault.
      case Recovered _ -> suffering(Set.of());
      default -> this;
    };
  }

  private Setup turned(Map<String, String> to) {
    Map<String, String> next = new HashMap<>(levers);
    next.putAll(to);
    Set<String> touched = new HashSet<>(changed);
    touched.addAll(to.keySet());
    return new Setup(start, next, touched, faults, faultsSeen, actions);
  }

  private Setup suffering(Set<String> now) {
    return new Setup(start, levers, changed, now, faultsSeen, actions);
  }

  private static Set<String> with(Set<String> names, String name) {
    Set<String> next = new HashSet<>(names);
    next.add(name);
    return next;
  }

  private static Set<String> without(Set<String> names, String name) {
    Set<String> next = new HashSet<>(names);
    next.remove(name);
    return next;
  }
}
