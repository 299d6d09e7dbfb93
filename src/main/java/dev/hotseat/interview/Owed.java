package dev.hotseat.interview;

import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Spoke;
import org.jspecify.annotations.Nullable;

/// What the interviewer owes the candidate at once.
///
/// @param reply to these words, if any were not replied to
/// @param closeAs how the open question is to be closed, now that the reply was said; else empty
/// @param hint a hint given but not yet said
/// @param parting how the last question was closed, while a word about it is due: `time` or `done`;
///   else empty
record Owed(@Nullable Answered reply, String closeAs, @Nullable HintGiven hint, String parting) {
  static final Owed NOTHING = new Owed(null, "", null, "");

  Owed after(SessionEvent event, InterviewState before) {
    return switch (event) {
      case Answered said -> new Owed(said, closeAs, hint, parting);
      case HintGiven given -> new Owed(null, closeAs, given, parting);
      case Spoke spoke when reply != null ->
          new Owed(null, Replies.to(reply, before).closeAs(), hint, parting);
      case Spoke(_, Spoke.Kind kind, _, _) when kind == Spoke.Kind.HINT ->
          new Owed(null, closeAs, null, parting);
      case Spoke _ -> new Owed(null, closeAs, hint, "");
      case QuestionClosed(_, String how) ->
          new Owed(reply, "", hint, how.equals("time") || how.equals("done") ? how : "");
      default -> this;
    };
  }
}
