package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.interview.InterviewState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the journal says of a session at one moment: a fold over its entries. Immutable.
///
/// @param interview the interviewer's part of it
/// @param lastSeq seq of the last entry, 0 before the first
/// @param lastAt when that was
/// @param lastDeedAt when anything but the passing of a second last happened
/// @param opened the first entry, absent before it
/// @param start lever values at the start, complete
/// @param kept levers that a reset leaves where they are
/// @param levers lever values in force, complete
/// @param faults biting now, by name
/// @param underWay actions that take their time, in the order in which they were begun
/// @param runs in order
/// @param endedAt absent while the session goes on
record Story(
    InterviewState interview,
    long lastSeq,
    Instant lastAt,
    Instant lastDeedAt,
    @Nullable First opened,
    Map<String, String> start,
    Set<String> kept,
    Map<String, String> levers,
    Map<String, Biting> faults,
    List<Begun> underWay,
    List<Attempt> runs,
    @Nullable Instant endedAt) {

  Story {
    underWay = List.copyOf(underWay);
    runs = List.copyOf(runs);
  }

  /// The first entry and its date.
  record First(Opened event, Instant at) {}

  /// A fault in force.
  record Biting(double intensity, String by, Instant at) {}

  /// An action under way.
  ///
  /// @param seq of the entry that says so
  /// @param fromSeconds on the session's clock
  record Begun(long seq, double fromSeconds, ActionBegun event) {
    double untilSeconds() {
      return fromSeconds + event.seconds();
    }

    private boolean is(String action, Map<String, String> arguments) {
      return event.action().equals(action) && event.arguments().equals(arguments);
    }
  }

  /// A load run.
  ///
  /// @param at when it started
  /// @param levers in force when it started
  /// @param finished absent while it goes on
  record Attempt(
      RunStarted started, Instant at, Map<String, String> levers, @Nullable RunFinished finished) {}

  static Story before(InterviewState interview, Map<String, String> start, Set<String> kept) {
    return new Story(
        interview,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        start,
        kept,
        start,
        Map.of(),
        List.of(),
        List.of(),
        null);
  }

  Story after(Entry entry, InterviewState next) {
    boolean deed = !(entry.event() instanceof SecondPassed);
    return new Story(
        next,
        entry.seq(),
        entry.at(),
        deed ? entry.at() : lastDeedAt,
        entry.event() instanceof Opened first ? new First(first, entry.at()) : opened,
        start,
        kept,
        leversAfter(entry),
        faultsAfter(entry),
        underWayAfter(entry),
        runsAfter(entry),
        entry.event() instanceof Ended ? entry.at() : endedAt);
  }

  private Map<String, String> leversAfter(Entry entry) {
    return switch (entry.event()) {
      case LeversChanged(_, Map<String, String> to, _, _) -> {
        Map<String, String> next = new LinkedHashMap<>(levers);
        next.putAll(to);
        yield next;
      }
      case SystemReset _ -> {
        Map<String, String> next = new LinkedHashMap<>(start);
        kept.forEach(each -> next.put(each, levers.getOrDefault(each, next.get(each))));
        yield next;
      }
      default -> levers;
    };
  }

  private Map<String, Biting> faultsAfter(Entry entry) {
    return switch (entry.event()) {
      case FaultStarted(String fault, double intensity, String by) -> {
        Map<String, Biting> next = new LinkedHashMap<>(faults);
        next.put(fault, new Biting(intensity, by, entry.at()));
        yield next;
      }
      case FaultStopped(String fault, _) -> {
        Map<String, Biting> next = new LinkedHashMap<>(faults);
        next.remove(fault);
        yield next;
      }
      // The live system is new after these and has nothing injected.
      case SystemReset _, Recovered _, Ended _ -> Map.of();
      default -> faults;
    };
  }

  private List<Begun> underWayAfter(Entry entry) {
    return switch (entry.event()) {
      case ActionBegun begun -> {
        List<Begun> next = new ArrayList<>(underWay);
        next.add(new Begun(entry.seq(), entry.elapsedSeconds(), begun));
        yield next;
      }
      case ActionTaken(String action, Map<String, String> arguments, _, _) ->
          without(action, arguments);
      case ActionFailed(String action, Map<String, String> arguments, _, _) ->
          without(action, arguments);
      // What an action was begun on is gone.
      case SystemReset _, Recovered _, Ended _ -> List.of();
      default -> underWay;
    };
  }

  private List<Begun> without(String action, Map<String, String> arguments) {
    List<Begun> next = new ArrayList<>(underWay);
    underWay.stream()
        .filter(each -> each.is(action, arguments))
        .findFirst()
        .ifPresent(next::remove);
    return next;
  }

  private List<Attempt> runsAfter(Entry entry) {
    return switch (entry.event()) {
      case RunStarted started -> {
        List<Attempt> next = new ArrayList<>(runs);
        next.add(new Attempt(started, entry.at(), levers, null));
        yield next;
      }
      case RunFinished finished ->
          runs.stream()
              .map(each ->
                  each.started().run() == finished.run()
                      ? new Attempt(each.started(), each.at(), each.levers(), finished)
                      : each)
              .toList();
      default -> runs;
    };
  }

  boolean ended() {
    return endedAt != null;
  }

  /// The run going on.
  Optional<Attempt> running() {
    return runs.stream().filter(each -> each.finished() == null).reduce((_, last) -> last);
  }

  /// `running`, `paused` or `ended`.
  String state() {
    return ended() ? "ended" : interview.paused() ? "paused" : "running";
  }

  Instant openedAt() {
    return opened == null ? lastAt : opened.at();
  }

  Opened opening() {
    if (opened == null) {
      throw new SessionRefusal(SessionRefusal.Kind.UNREADABLE, "the journal has no first entry");
    }
    return opened.event();
  }
}
