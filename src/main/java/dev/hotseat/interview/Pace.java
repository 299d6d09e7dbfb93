package dev.hotseat.interview;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Spoke;

/// When things were last said, on the session's clock, and how often.
///
/// @param replies acknowledgements and the like so far, so that the next is worded differently
record Pace(int replies, double lastAnswerAt, double lastQuestionAt, double lastFollowUpAt) {
  private static final double NEVER = Double.NEGATIVE_INFINITY;
  static final Pace UNSET = new Pace(0, NEVER, NEVER, NEVER);

  Pace after(Entry entry) {
    double at = entry.elapsedSeconds();
    return switch (entry.event()) {
      case Answered _ -> new Pace(replies, at, lastQuestionAt, lastFollowUpAt);
      case Spoke spoke -> said(spoke.kind(), at);
      default -> this;
    };
  }

  private Pace said(Spoke.Kind kind, double at) {
    return switch (kind) {
      case FOLLOW_UP -> new Pace(replies, lastAnswerAt, at, at);
      case QUESTION, PROBE -> new Pace(replies, lastAnswerAt, at, lastFollowUpAt);
      case ACKNOWLEDGEMENT, CLARIFICATION, NOTICE ->
          new Pace(replies + 1, lastAnswerAt, lastQuestionAt, lastFollowUpAt);
      case OPENING, CHANGED_REQUIREMENT, HINT -> this;
    };
  }
}
