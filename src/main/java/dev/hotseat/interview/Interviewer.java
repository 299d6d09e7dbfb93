package dev.hotseat.interview;

import dev.hotseat.event.Entry;
import dev.hotseat.scenario.Scenario;

/// The scripted interviewer of one session: state and entry in, state and effects out.
public interface Interviewer {
  /// The scenario it follows.
  Scenario scenario();

  /// The state before the first entry.
  InterviewState begin();

  /// Takes in one entry and says what should be done now. Pure.
  Step advance(InterviewState state, Entry entry);
}
