package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.NoteTaken;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import java.util.stream.Stream;

/// What a role gets to see of an entry. A candidate learns neither what was heard, nor what the
/// script broke, nor what the interviewer wrote down.
final class Shown {
  private Shown() {}

  /// @param hushed whether reasons that speak of faults are kept back
  static Stream<Entry> to(Role role, Entry entry, boolean hushed) {
    if (role != Role.CANDIDATE) {
      return Stream.of(entry);
    }
    return switch (entry.event()) {
      case SignalSeen _, NoteTaken _, Steered _ -> Stream.empty();
      case FaultStarted(_, _, String by) -> own(by, entry);
      case FaultStopped(_, String by) -> own(by, entry);
      case Spoke spoke when hushed -> Stream.of(with(entry, spoke.hushed()));
      case Answered said -> Stream.of(with(entry, said.wordsOnly()));
      default -> Stream.of(entry);
    };
  }

  private static Stream<Entry> own(String by, Entry entry) {
    return by.equals(Role.CANDIDATE.word()) ? Stream.of(entry) : Stream.empty();
  }

  private static Entry with(Entry entry, SessionEvent event) {
    return new Entry(entry.seq(), entry.at(), entry.elapsedSeconds(), event);
  }
}
