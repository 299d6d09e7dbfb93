package dev.hotseat.api;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.session.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What of the journal a candidate may read while the session goes on: nothing that the script
/// listens for, has broken or has counted.
final class Disclosure {
  private Disclosure() {}

  /// @param scenario which may keep back more than others
  static Stream<Entry> of(List<Entry> entries, Scenario scenario) {
    boolean hushed = scenario.faults().concealed();
    return entries.stream().flatMap(entry -> of(entry, hushed).stream());
  }

  private static Optional<Entry> of(Entry entry, boolean hushed) {
    return switch (entry.event()) {
      case SessionEvent.Answered answered -> Optional.of(with(entry, answered.wordsOnly()));
      case SessionEvent.Spoke spoke -> Optional.of(hushed ? with(entry, spoke.hushed()) : entry);
      case SessionEvent.FaultStarted fault -> ifCandidates(entry, fault.by());
      case SessionEvent.FaultStopped fault -> ifCandidates(entry, fault.by());
      case SessionEvent.SignalSeen _, SessionEvent.Steered _, SessionEvent.NoteTaken _ ->
          Optional.empty();
      case SessionEvent.Opened _,
          SessionEvent.PhaseEntered _,
          SessionEvent.QuestionClosed _,
          SessionEvent.HintGiven _,
          SessionEvent.LeversChanged _,
          SessionEvent.ActionBegun _,
          SessionEvent.ActionTaken _,
          SessionEvent.ActionFailed _,
          SessionEvent.RunStarted _,
          SessionEvent.RunFinished _,
          SessionEvent.Looked _,
          SessionEvent.SecondPassed _,
          SessionEvent.Paused _,
          SessionEvent.Resumed _,
          SessionEvent.SystemReset _,
          SessionEvent.Recovered _,
          SessionEvent.Ended _ ->
          Optional.of(entry);
    };
  }

  private static Optional<Entry> ifCandidates(Entry entry, String by) {
    return by.equals(Role.CANDIDATE.word()) ? Optional.of(entry) : Optional.empty();
  }

  private static Entry with(Entry entry, SessionEvent event) {
    return new Entry(entry.seq(), entry.at(), entry.elapsedSeconds(), event);
  }
}
