package dev.hotseat.interview;

import dev.hotseat.event.Entry;
import dev.hotseat.scenario.Scenario;
import java.util.Map;

record ScriptedInterviewer(Scenario scenario, Map<String, String> startLevers)
    implements Interviewer {
  @Override
  public InterviewState begin() {
    return InterviewState.before(scenario, startLevers);
  }

  @Override
  public Step advance(InterviewState state, Entry entry) {
    InterviewState next = state.after(entry);
    return new Step(next, Duties.next(next, entry).stream().toList());
  }
}
