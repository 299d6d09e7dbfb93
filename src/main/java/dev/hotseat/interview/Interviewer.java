package dev.hotseat.interview;

import dev.hotseat.event.Entry;
import dev.hotseat.scenario.Scenario;
import java.util.Map;

/// The scripted interviewer of one session: state and entry in, state and effects out.
public interface Interviewer {
  /// The interviewer who follows a scenario's script.
  ///
  /// @param startLevers every lever of the live system with the value the session starts with
  static Interviewer following(Scenario scenario, Map<String, String> startLevers) {
    return new ScriptedInterviewer(scenario, Map.copyOf(startLevers));
  }

  /// The scenario it follows.
  Scenario scenario();

  /// The state before the first entry.
  InterviewState begin();

  /*
   * What is to be done follows from the state alone, not from the entry that led to it. So after a
   * crash between an entry and its effect, the next entry of any kind makes the interviewer say what
   * it still owed; and since its outcome is an entry too, nothing is said twice.
   *
   * That needs one rule of whoever performs: an effect's outcome is appended and taken in before any
   * other entry. To make the rule easy to keep there is never more than one effect in a step. Only
   * StartFault and StopFault may have no outcome; they are asked for again a second later.
   */
  /// Takes in one entry and says what should be done now, at most one thing. Pure.
  Step advance(InterviewState state, Entry entry);
}
