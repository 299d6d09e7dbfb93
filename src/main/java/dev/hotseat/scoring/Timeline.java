package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.NoteTaken;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.scoring.Report.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What happened, as marks on a time axis. Readings, looks and small talk are left out.
final class Timeline {
  private static final String CANDIDATE = "candidate";
  private static final String INTERVIEWER = "interviewer";
  private static final String SERVER = "server";

  private Timeline() {}

  static List<Mark> of(List<Entry> journal) {
    return journal.stream().flatMap(each -> mark(each).stream()).toList();
  }

  private static Optional<Mark> mark(Entry entry) {
    return switch (entry.event()) {
      case Opened(_, _, long seed, String mode, _, _) ->
          at(entry, "system", "Opened in %s mode with seed %d".formatted(mode, seed), SERVER);
      case PhaseEntered(String phase) -> at(entry, "phase", phase, INTERVIEWER);
      case Spoke spoke -> spoken(entry, spoke);
      case Answered said -> at(entry, "answer", Quote.of(said.text()), CANDIDATE);
      case HintGiven(String question, int number) ->
          at(entry, "hint", "Hint %d on %s".formatted(number, question), INTERVIEWER);
      case LeversChanged(_, Map<String, String> to, String reason, String by) ->
          at(entry, "lever", pairs(to) + (reason.isEmpty() ? "" : ": " + reason), by);
      case FaultStarted(String fault, _, String by) -> at(entry, "fault", fault + " begins", by);
      case FaultStopped(String fault, String by) -> at(entry, "fault", fault + " is gone", by);
      case ActionBegun(String action, var arguments, double seconds, String by) ->
          at(entry, "action", begun(action, arguments, seconds), by);
      case ActionFailed(String action, _, String why, String by) ->
          at(entry, "action", action + " failed: " + why, by);
      case ActionTaken(String action, _, String outcome, String by) ->
          at(entry, "action", action + ": " + outcome, by);
      case RunStarted(int run, String profile, String plan, _, String by) ->
          at(entry, "run", "Run %d starts: %s, %s".formatted(run, profile, plan), by);
      case RunFinished(int run, String state, _, _) ->
          at(entry, "run", "Run %d %s".formatted(run, state), SERVER);
      case SignalSeen(String signal, _) -> at(entry, "signal", signal, SERVER);
      case Paused(String reason, String by) ->
          at(entry, "pause", "Paused" + (reason.isEmpty() ? "" : ": " + reason), by);
      case Resumed(String by) -> at(entry, "pause", "Resumed", by);
      case SystemReset(String by) -> at(entry, "system", "System reset", by);
      case Recovered(double down) ->
          at(entry, "system", "Server back after %s s".formatted(Figures.text(down)), SERVER);
      case Ended(String why) -> at(entry, "system", "Ended: " + why, SERVER);
      case QuestionClosed _, Looked _, SecondPassed _, Steered _, NoteTaken _ -> Optional.empty();
    };
  }

  private static Optional<Mark> spoken(Entry entry, Spoke spoke) {
    return switch (spoke.kind()) {
      case QUESTION -> at(entry, "question", spoke.text(), INTERVIEWER);
      case FOLLOW_UP -> at(entry, "follow-up", spoke.text(), INTERVIEWER);
      case CHANGED_REQUIREMENT -> at(entry, "changed-requirement", spoke.text(), INTERVIEWER);
      case OPENING, PROBE, CLARIFICATION, ACKNOWLEDGEMENT, HINT, NOTICE -> Optional.empty();
    };
  }

  private static String begun(String action, Map<String, String> arguments, double seconds) {
    return action
        + (arguments.isEmpty() ? "" : " " + pairs(arguments))
        + " begins, takes "
        + Figures.text(seconds)
        + " s";
  }

  private static String pairs(Map<String, String> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", "));
  }

  private static Optional<Mark> at(Entry entry, String kind, String text, String by) {
    return Optional.of(
        new Mark(Credit.entry(entry), entry.at(), entry.elapsedSeconds(), kind, text, by));
  }
}
