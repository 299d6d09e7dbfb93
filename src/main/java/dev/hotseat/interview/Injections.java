package dev.hotseat.interview;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.interview.Agenda.Injected;
import dev.hotseat.scenario.Script.Inject;
import dev.hotseat.scenario.Script.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the script has injected so far.
///
/// @param bites by place in the script
record Injections(Map<Place, Bite> bites) {
  static final Injections NONE = new Injections(Map.of());
  private static final String SCRIPT = "script";

  Injections {
    bites = Map.copyOf(bites);
  }

  /// An inject of a phase.
  record Place(String phase, int index) {}

  /// A fault that the script started.
  ///
  /// @param since when it began to bite
  /// @param stays whether it outlasts its phase
  /// @param over whether somebody or something ended it for good
  record Bite(String fault, double since, double lasting, boolean stays, boolean over) {
    boolean timeIsUp(double now) {
      return lasting > 0 && now >= since + lasting;
    }
  }

  Injections after(Entry entry, InterviewState before) {
    return switch (entry.event()) {
      case FaultStarted(String fault, _, String by) when by.equals(SCRIPT) ->
          started(fault, entry.elapsedSeconds(), before);
      case FaultStopped(String fault, _) -> over(fault);
      // Off means off: what a reset took away does not come back by itself.
      case SystemReset _ -> over("");
      default -> this;
    };
  }

  /// Faults to start now: of the phase that is on, and of earlier ones those that stay and have not
  /// begun.
  List<Starting> toStart(InterviewState state) {
    List<Starting> found = new ArrayList<>();
    reached(state).forEach(phase -> collect(phase, state, found));
    return found;
  }

  /// Faults of the script that bite but should not any more.
  List<String> toStop(InterviewState state, boolean all) {
    return bites.entrySet().stream()
        .filter(each -> !each.getValue().over())
        .filter(each ->
            all
                || each.getValue().timeIsUp(state.elapsedSeconds())
                || (!each.getValue().stays() && !each.getKey().phase().equals(state.phase())))
        .map(each -> each.getValue().fault())
        .filter(state.situation().faults()::contains)
        .distinct()
        .sorted()
        .toList();
  }

  /// A fault to start.
  ///
  /// @param forced whether it has waited long enough for the baseline
  record Starting(Injected injected, boolean forced) {}

  private static List<Phase> reached(InterviewState state) {
    return state.agenda().phases().stream()
        .filter(each -> state.course().visited().contains(each.id()))
        .toList();
  }

  private void collect(Phase phase, InterviewState state, List<Starting> found) {
    boolean isOn = phase.id().equals(state.phase());
    for (int index = 0; index < phase.injects().size(); index++) {
      Inject inject = phase.injects().get(index);
      if (!isOn && !inject.stays()) {
        continue;
      }
      Bite bite = bites.get(new Place(phase.id(), index));
      boolean wanted =
          bite == null
              ? isDue(phase, index, isOn, state)
              : !bite.over() && !bite.timeIsUp(state.elapsedSeconds());
      if (wanted) {
        state
            .agenda()
            .injected(inject)
            .filter(each -> !state.situation().faults().contains(each.fault()))
            .ifPresent(each -> found.add(new Starting(each, hasWaited(inject, isOn, state))));
      }
    }
  }

  /// One that was not begun when its phase ended has waited long enough.
  private static boolean isDue(Phase phase, int index, boolean isOn, InterviewState state) {
    Inject inject = phase.injects().get(index);
    return (!isOn || sincePhase(state) >= state.agenda().dueSeconds(phase, index))
        && (inject.when() == null || inject.when().over(state.facts()).holds());
  }

  private static boolean hasWaited(Inject inject, boolean isOn, InterviewState state) {
    double latest = Agenda.seconds(inject.atLatest());
    return latest > 0 && (!isOn || sincePhase(state) >= latest);
  }

  private static double sincePhase(InterviewState state) {
    return state.elapsedSeconds() - state.situation().phaseSince();
  }

  private Injections started(String fault, double at, InterviewState state) {
    for (Phase phase : reached(state).reversed()) {
      for (int index = 0; index < phase.injects().size(); index++) {
        Inject inject = phase.injects().get(index);
        Place place = new Place(phase.id(), index);
        boolean fits =
            (inject.stays() || phase.id().equals(state.phase()))
                && state
                    .agenda()
                    .injected(inject)
                    .filter(each -> each.fault().equals(fault))
                    .isPresent();
        Bite known = bites.get(place);
        if (fits && (known == null || !known.over())) {
          return known == null ? with(place, bite(fault, at, inject)) : this;
        }
      }
    }
    return this;
  }

  private static Bite bite(String fault, double at, Inject inject) {
    return new Bite(fault, at, Agenda.seconds(inject.lasting()), inject.stays(), false);
  }

  private Injections with(Place place, Bite bite) {
    Map<Place, Bite> next = new HashMap<>(bites);
    next.put(place, bite);
    return new Injections(next);
  }

  private Injections over(String fault) {
    Map<Place, Bite> next = new HashMap<>(bites);
    next.replaceAll((_, bite) ->
        fault.isEmpty() || bite.fault().equals(fault)
            ? new Bite(bite.fault(), bite.since(), bite.lasting(), bite.stays(), true)
            : bite);
    return new Injections(next);
  }
}
