package dev.hotseat.interview;

import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.Spoke;
import java.util.ArrayList;
import java.util.List;

/// How far the interview has come.
///
/// @param opened whether it has begun
/// @param visited phases entered, in order
/// @param phaseOpened whether the opening words of the phase were said
/// @param changeAnnounced whether the changed requirement was told
/// @param paused whether the clock stands
/// @param goodbye whether the last words were said
/// @param endedWhy empty while it goes on
record Course(
    boolean opened,
    List<String> visited,
    boolean phaseOpened,
    boolean changeAnnounced,
    boolean paused,
    boolean goodbye,
    String endedWhy) {
  static final Course AHEAD = new Course(false, List.of(), false, false, false, false, "");

  Course {
    visited = List.copyOf(visited);
  }

  Course after(SessionEvent event, InterviewState before) {
    return switch (event) {
      case Opened _ ->
          new Course(true, visited, phaseOpened, changeAnnounced, paused, goodbye, endedWhy);
      case PhaseEntered(String phase) -> entering(phase);
      case Spoke spoke -> said(spoke.kind(), before);
      case Paused _ ->
          new Course(opened, visited, phaseOpened, changeAnnounced, true, goodbye, endedWhy);
      case Resumed _ ->
          new Course(opened, visited, phaseOpened, changeAnnounced, false, goodbye, endedWhy);
      case Ended(String why) ->
          new Course(opened, visited, phaseOpened, changeAnnounced, false, goodbye, why);
      default -> this;
    };
  }

  boolean ended() {
    return !endedWhy.isEmpty();
  }

  /// Whether the interviewer may speak.
  boolean going() {
    return opened && !paused && !ended();
  }

  private Course entering(String phase) {
    List<String> next = new ArrayList<>(visited);
    next.add(phase);
    return new Course(opened, next, false, changeAnnounced, paused, goodbye, endedWhy);
  }

  private Course said(Spoke.Kind kind, InterviewState before) {
    return switch (kind) {
      case OPENING -> new Course(opened, visited, true, changeAnnounced, paused, goodbye, endedWhy);
      case CHANGED_REQUIREMENT ->
          new Course(opened, visited, phaseOpened, true, paused, goodbye, endedWhy);
      case NOTICE ->
          new Course(
              opened,
              visited,
              phaseOpened,
              changeAnnounced,
              paused,
              goodbye || Duties.isOver(before),
              endedWhy);
      case QUESTION, FOLLOW_UP, PROBE, CLARIFICATION, ACKNOWLEDGEMENT, HINT -> this;
    };
  }
}
