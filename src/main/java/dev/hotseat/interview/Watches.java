package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.scenario.Condition;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Script.FollowUp;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.StateSignal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The conditions under watch: since how many seconds of the live system each has held.
///
/// @param held by `ask:<question>`, `done:<question>` and `signal:<id>`
/// @param due signals that have held long enough and are not in the journal yet
/// @param seen signals in the journal
record Watches(Map<String, Held> held, Map<String, Because> due, Set<String> seen) {
  static final Watches IDLE = new Watches(Map.of(), Map.of(), Set.of());

  Watches {
    held = Map.copyOf(held);
    seen = Set.copyOf(seen);
  }

  /// A condition that holds.
  ///
  /// @param seconds on end
  /// @param because what it read last
  record Held(int seconds, Because because) {}

  Watches after(SessionEvent event, InterviewState before, Facts facts) {
    return switch (event) {
      case SecondPassed _ when before.going() -> looking(before, facts);
      case RunFinished _, LeversChanged _, ActionTaken _ when before.going() ->
          checkingDeeds(before, facts);
      case SignalSeen(String signal, _) -> kept(signal);
      default -> this;
    };
  }

  /// Why a follow-up may be asked, once its condition has held long enough.
  Optional<Because> ask(FollowUp followUp) {
    return heldFor("ask:" + followUp.question(), followUp.holding());
  }

  /// Why a question that asks for a deed is done.
  Optional<Because> done(String question) {
    return heldFor("done:" + question, Duration.ofSeconds(1));
  }

  private Optional<Because> heldFor(String key, Duration holding) {
    Held found = held.get(key);
    return found != null && found.seconds() >= Math.max(1, Agenda.seconds(holding))
        ? Optional.of(found.because())
        : Optional.empty();
  }

  private Watches looking(InterviewState state, Facts facts) {
    Map<String, Held> next = new HashMap<>();
    for (FollowUp each : state.agenda().script().followUps()) {
      if (!state.questions().known(each.question())) {
        look("ask:" + each.question(), each.when(), facts, next);
      }
    }
    for (String each : state.questions().unsettled()) {
      look("done:" + each, doneOf(each, state), facts, next);
    }
    Map<String, Because> ripe = new LinkedHashMap<>(due);
    for (StateSignal each : state.agenda().script().signals()) {
      if (!seen.contains(each.id()) && !due.containsKey(each.id())) {
        String key = "signal:" + each.id();
        look(key, each.when(), facts, next);
        new Watches(next, due, seen)
            .heldFor(key, each.holding())
            .ifPresent(because -> ripe.put(each.id(), because));
      }
    }
    return new Watches(next, ripe, seen);
  }

  /// What the candidate just did may complete what was asked; that need not wait for the second.
  private Watches checkingDeeds(InterviewState state, Facts facts) {
    Map<String, Held> next = new HashMap<>(held);
    for (String each : state.questions().unsettled()) {
      next.remove("done:" + each);
      look("done:" + each, doneOf(each, state), facts, next);
    }
    return new Watches(next, due, seen);
  }

  private static @Nullable Condition doneOf(String question, InterviewState state) {
    return state.agenda().question(question).map(Question::done).orElse(null);
  }

  private void look(
      String key, @Nullable Condition condition, Facts facts, Map<String, Held> next) {
    if (condition == null) {
      return;
    }
    Condition.Verdict verdict = condition.over(facts);
    if (verdict.holds()) {
      Held before = held.get(key);
      int seconds = before == null ? 1 : before.seconds() + 1;
      next.put(key, new Held(seconds, new Because(condition.source(), verdict.values())));
    }
  }

  private Watches kept(String signal) {
    Map<String, Because> waiting = new LinkedHashMap<>(due);
    waiting.remove(signal);
    Set<String> known = new HashSet<>(seen);
    known.add(signal);
    return new Watches(held, waiting, known);
  }
}
