package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.scenario.Condition;
import dev.hotseat.scenario.Script.FollowUp;
import dev.hotseat.scenario.Script.Question;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// Which follow-up comes next, and whether it may come now.
final class FollowUps {
  /// Between two follow-ups, whatever the script or a human interviewer says.
  static final double BETWEEN_SECONDS = 20;

  /// A question just asked is left alone at least this long.
  static final double BREATH_SECONDS = 5;

  /// A candidate who has not begun to answer for this long may be asked something else.
  static final double IDLE_SECONDS = 15;

  private static final Because BY_HAND = new Because("asked by the interviewer", Map.of());

  private FollowUps() {}

  /// The follow-up to ask now, if there is one.
  static Optional<Effect> next(InterviewState state) {
    if (!politeNow(state)) {
      return Optional.empty();
    }
    Optional<FollowUp> byHand =
        state.steering().next().stream()
            .filter(each -> !state.questions().known(each))
            .flatMap(each -> state.agenda().followUp(each).stream())
            .findFirst();
    return byHand.or(() -> best(state)).map(each -> ask(each, state));
  }

  private static Optional<FollowUp> best(InterviewState state) {
    return state.agenda().script().followUps().stream()
        .filter(each -> askable(each, state).isPresent())
        .filter(each -> coolDownOver(each, state))
        .filter(each -> !state.steering().held().contains(each.question()))
        .max(Comparator.comparingInt(FollowUp::priority));
  }

  /// Why a follow-up could be asked, if it could; a human interviewer sees these waiting.
  static Optional<Because> askable(FollowUp each, InterviewState state) {
    boolean possible =
        !state.questions().known(each.question())
            && !state.steering().skipped().contains(each.question())
            && (each.phases().isEmpty() || each.phases().contains(state.phase()))
            && passes(each, state);
    return possible ? state.watches().ask(each) : Optional.empty();
  }

  private static boolean passes(FollowUp each, InterviewState state) {
    Condition onlyIf = state.agenda().question(each.question()).map(Question::onlyIf).orElse(null);
    return onlyIf == null || onlyIf.over(state.facts()).holds();
  }

  private static boolean coolDownOver(FollowUp each, InterviewState state) {
    return sinceLast(state) >= Agenda.seconds(each.coolDown());
  }

  private static double sinceLast(InterviewState state) {
    return state.elapsedSeconds() - state.pace().lastFollowUpAt();
  }

  /*
   * An interviewer who sees something happen interrupts a deed, but not a thought: words that are
   * being found must not be lost to a graph that moved. So a question for words is left alone until
   * the candidate has been silent for a while, and no question is interrupted in its first seconds.
   */
  private static boolean politeNow(InterviewState state) {
    if (sinceLast(state) < BETWEEN_SECONDS) {
      return false;
    }
    Optional<Asked> open = state.questions().open();
    if (open.isEmpty()) {
      return true;
    }
    double now = state.elapsedSeconds();
    double quiet = now - Math.max(state.pace().lastQuestionAt(), state.pace().lastAnswerAt());
    boolean deed =
        state.agenda().question(open.get().id()).map(Question::kind).orElse(Question.Kind.OPEN)
            == Question.Kind.DO;
    return !open.get().followUp() && quiet >= (deed ? BREATH_SECONDS : IDLE_SECONDS);
  }

  private static Effect ask(FollowUp followUp, InterviewState state) {
    Because because = state.watches().ask(followUp).orElse(BY_HAND);
    return new Effect.Say(
        text(followUp, state), Spoke.Kind.FOLLOW_UP, followUp.question(), because);
  }

  /// The words of a follow-up at this moment.
  static String text(FollowUp followUp, InterviewState state) {
    String edited = state.steering().words().getOrDefault(followUp.question(), "");
    return edited.isEmpty()
        ? state
            .agenda()
            .question(followUp.question())
            .map(each -> each.ask().over(state.facts()))
            .orElse("")
        : edited;
  }
}
