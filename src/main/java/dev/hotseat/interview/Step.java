package dev.hotseat.interview;

import java.util.List;

/// The state after an entry, and what should be done now: one thing or nothing.
public record Step(InterviewState state, List<Effect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }
}
