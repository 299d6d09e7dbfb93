package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.scenario.Script.FollowUp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A follow-up as a human interviewer sees it waiting.
///
/// @param question id
/// @param text the words it would be asked with now
/// @param rule the condition as written
/// @param state `askable`, `next` (asked for by hand), `waiting`, `held`, `skipped` or `asked`
/// @param because what makes it askable, or made it asked; absent while nothing does
public record FollowUpView(
    String question,
    String text,
    String rule,
    int priority,
    String state,
    @Nullable Because because) {
  private static final List<String> URGENCY =
      List.of("next", "askable", "held", "waiting", "skipped", "asked");
  static final Comparator<FollowUpView> URGENT_FIRST =
      Comparator.comparingInt((FollowUpView each) -> URGENCY.indexOf(each.state()))
          .thenComparing(FollowUpView::priority, Comparator.reverseOrder());

  static FollowUpView of(FollowUp followUp, InterviewState state) {
    Optional<Asked> asked = state.questions().find(followUp.question());
    Optional<Because> askable = FollowUps.askable(followUp, state);
    return new FollowUpView(
        followUp.question(),
        asked.map(Asked::text).orElseGet(() -> FollowUps.text(followUp, state)),
        followUp.when().source(),
        followUp.priority(),
        stands(followUp.question(), asked.isPresent(), askable.isPresent(), state.steering()),
        asked.isPresent() ? asked.get().because() : askable.orElse(null));
  }

  private static String stands(String question, boolean asked, boolean askable, Steering steering) {
    if (asked) {
      return "asked";
    }
    if (steering.skipped().contains(question)) {
      return "skipped";
    }
    if (steering.held().contains(question)) {
      return "held";
    }
    if (steering.next().contains(question)) {
      return "next";
    }
    return askable ? "askable" : "waiting";
  }
}
