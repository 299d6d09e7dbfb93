package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.interview.Injections.Starting;
import dev.hotseat.scenario.Script.Change;
import dev.hotseat.scenario.Script.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the interviewer should do now, the most pressing thing first and only that: its outcome is
/// an entry, and after that entry the next thing is the most pressing one.
final class Duties {
  private static final double CHANGE_LATEST_SECONDS = 120;

  private final InterviewState state;

  private Duties(InterviewState state) {
    this.state = state;
  }

  static Optional<Effect> next(InterviewState state, Entry trigger) {
    if (!state.going()) {
      return Optional.empty();
    }
    Duties duties = new Duties(state);
    return duties.atOnce().or(() -> duties.course(trigger)).or(() -> duties.faults(trigger));
  }

  /// Whether nothing is left to do but to say goodbye.
  static boolean isOver(InterviewState state) {
    Duties duties = new Duties(state);
    boolean allSaid = state.owed().parting().isEmpty();
    return state.going() && (duties.timeIsUp() || (allSaid && duties.finished()));
  }

  private Optional<Effect> atOnce() {
    Owed owed = state.owed();
    if (owed.reply() != null) {
      return Optional.of(Replies.to(owed.reply(), state).effect());
    }
    Optional<Asked> open = state.questions().open();
    if (!owed.closeAs().isEmpty() && open.isPresent()) {
      return close(open.get().id(), owed.closeAs());
    }
    if (owed.hint() != null) {
      return say(hintText(owed.hint()), Spoke.Kind.HINT, "");
    }
    Optional<Map.Entry<String, Because>> signal =
        state.watches().due().entrySet().stream().findFirst();
    return signal.map(each -> new Effect.KeepSignal(each.getKey(), each.getValue()));
  }

  private String hintText(HintGiven hint) {
    return state.hint(hint.questionId(), hint.number()).orElseGet(() -> state.words(Words.NO_HINT));
  }

  private Optional<Effect> course(Entry trigger) {
    if (state.course().goodbye()) {
      return leave(trigger);
    }
    if (state.phase().isEmpty()) {
      return nextPhase();
    }
    if (timeIsUp()) {
      return state.questions().unsettled().isEmpty()
          ? say(state.words(Words.GOODBYE_TIME), Spoke.Kind.NOTICE, "")
          : close(state.questions().unsettled().getLast(), "time");
    }
    return parting().or(this::opening).or(this::conversation);
  }

  /*
   * What the script broke is mended before the end, but the end does not wait for it: each fault is
   * asked to stop once, in the turn of the goodbye, and any later entry ends the session.
   */
  private Optional<Effect> leave(Entry trigger) {
    boolean sameTurn = trigger.event() instanceof Spoke || trigger.event() instanceof FaultStopped;
    List<String> biting = state.injections().toStop(state, true);
    return sameTurn && !biting.isEmpty()
        ? Optional.of(new Effect.StopFault(biting.getFirst()))
        : Optional.of(new Effect.End(timeIsUp() ? "time" : "finished"));
  }

  private Optional<Effect> parting() {
    return switch (state.owed().parting()) {
      case "time" -> say(state.words(Words.TIME_OVER), Spoke.Kind.NOTICE, "");
      case "done" -> say(state.words(Words.DONE), Spoke.Kind.ACKNOWLEDGEMENT, "");
      default -> Optional.empty();
    };
  }

  private Optional<Effect> opening() {
    return state
        .phaseNow()
        .filter(_ -> !state.course().phaseOpened())
        .flatMap(phase -> Optional.ofNullable(phase.opens()))
        .flatMap(opens -> say(opens.over(state.facts()), Spoke.Kind.OPENING, ""));
  }

  private Optional<Effect> conversation() {
    return state.questions().open().map(this::whileOpen).orElseGet(this::between);
  }

  private Optional<Effect> whileOpen(Asked open) {
    return settled(open)
        .or(() -> changeDue(CHANGE_LATEST_SECONDS).flatMap(this::announce))
        .or(() -> isOfChange(open.id()) ? Optional.empty() : FollowUps.next(state));
  }

  /// Closes a question that is done or out of time.
  private Optional<Effect> settled(Asked question) {
    if (state.watches().done(question.id()).isPresent()) {
      return close(question.id(), "done");
    }
    boolean phaseIsOver = phaseIsOver() && !isOfChange(question.id());
    return phaseIsOver || outOfTime(question) ? close(question.id(), "time") : Optional.empty();
  }

  private boolean outOfTime(Asked asked) {
    return state
        .agenda()
        .question(asked.id())
        .filter(each -> remainingSeconds(asked, each, state) <= 0)
        .isPresent();
  }

  /*
   * Waiting for a load run is not answering time. The box of a question grows by it, but never to
   * more than twice its length.
   */
  /// What is left of a question's time box.
  static double remainingSeconds(Asked asked, Question question, InterviewState state) {
    double box = state.agenda().boxSeconds(question);
    double spent = state.questions().spent(asked, state.elapsedSeconds());
    return Math.max(0, box + Math.min(box, asked.loadSeconds()) - spent);
  }

  private Optional<Effect> between() {
    return state
        .questions()
        .interrupted()
        .flatMap(this::settled)
        .or(() -> changeDue(0).flatMap(this::announce))
        .or(this::changeQuestion)
        .or(() -> phaseIsOver() ? Optional.empty() : FollowUps.next(state))
        .or(this::reopen)
        .or(this::coreQuestion)
        .or(() -> lastChanceForChange().flatMap(this::announce))
        .or(this::nextPhase)
        .or(() -> say(state.words(Words.GOODBYE_FINISHED), Spoke.Kind.NOTICE, ""));
  }

  private Optional<Change> changeDue(double graceSeconds) {
    double due = state.agenda().changeAtSeconds() + graceSeconds;
    return state.course().changeAnnounced() || state.elapsedSeconds() < due
        ? Optional.empty()
        : state.agenda().change();
  }

  /*
   * Everybody meets the changed requirement, quick or slow: who is through early meets it at the end
   * of the phase in which it was planned.
   */
  private Optional<Change> lastChanceForChange() {
    boolean planned =
        state.agenda().plannedEndSeconds(state.phase()) > state.agenda().changeAtSeconds();
    return planned && !state.course().changeAnnounced()
        ? state.agenda().change()
        : Optional.empty();
  }

  private Optional<Effect> announce(Change change) {
    return say(change.announce().over(state.facts()), Spoke.Kind.CHANGED_REQUIREMENT, "");
  }

  private Optional<Effect> changeQuestion() {
    return state.course().changeAnnounced()
        ? state.agenda().change().flatMap(change -> firstUnasked(change.questions()))
        : Optional.empty();
  }

  private Optional<Effect> reopen() {
    return state
        .questions()
        .interrupted()
        .flatMap(
            asked -> say(state.words(Words.BACK) + asked.text(), Spoke.Kind.QUESTION, asked.id()));
  }

  private Optional<Effect> coreQuestion() {
    return phaseIsOver()
        ? Optional.empty()
        : state.phaseNow().flatMap(phase -> firstUnasked(phase.questions()));
  }

  /// The first question behind the last one asked of a row: one whose turn has passed does not come
  /// back.
  private Optional<Effect> firstUnasked(List<String> row) {
    int from = 0;
    for (int index = 0; index < row.size(); index++) {
      if (state.questions().known(row.get(index))) {
        from = index + 1;
      }
    }
    return row.subList(from, row.size()).stream()
        .flatMap(each -> state.agenda().question(each).stream())
        .filter(each -> each.onlyIf() == null || each.onlyIf().over(state.facts()).holds())
        .findFirst()
        .flatMap(each -> say(each.ask().over(state.facts()), Spoke.Kind.QUESTION, each.id()));
  }

  private Optional<Effect> nextPhase() {
    return state.agenda().after(state.phase()).map(each -> new Effect.EnterPhase(each.id()));
  }

  private boolean timeIsUp() {
    return state.elapsedSeconds() >= state.agenda().lengthSeconds();
  }

  private boolean finished() {
    return state.agenda().after(state.phase()).isEmpty()
        && state.questions().unsettled().isEmpty()
        && opening().isEmpty()
        && changeQuestion().isEmpty()
        && lastChanceForChange().isEmpty()
        && coreQuestion().isEmpty();
  }

  /*
   * The time that a changed requirement takes is not taken from the phase it falls into: the phase's
   * box grows by it. Only the end of the session stands fixed.
   */
  private boolean phaseIsOver() {
    double box = state.phaseNow().map(state.agenda()::boxSeconds).orElse(Double.POSITIVE_INFINITY);
    double onChange =
        state.questions().asked().stream()
            .filter(each -> isOfChange(each.id()) && each.phase().equals(state.phase()))
            .mapToDouble(each -> state.questions().spent(each, state.elapsedSeconds()))
            .sum();
    return state.elapsedSeconds() - state.situation().phaseSince() >= box + onChange;
  }

  private boolean isOfChange(String question) {
    return state.agenda().change().filter(each -> each.questions().contains(question)).isPresent();
  }

  /*
   * Starting a fault has no certain outcome: it is refused until the baseline holds. So it is asked
   * for at the end of a second in which nothing else is owed, one fault at a time, taking turns.
   */
  private Optional<Effect> faults(Entry trigger) {
    if (!(trigger.event() instanceof SecondPassed || trigger.event() instanceof Recovered)) {
      return Optional.empty();
    }
    List<String> stopping = state.injections().toStop(state, false);
    if (!stopping.isEmpty()) {
      return Optional.of(new Effect.StopFault(taking(stopping, trigger)));
    }
    List<Starting> starting = state.injections().toStart(state);
    return starting.isEmpty() ? Optional.empty() : Optional.of(start(taking(starting, trigger)));
  }

  private static <T> T taking(List<T> turns, Entry trigger) {
    return turns.get((int) (trigger.seq() % turns.size()));
  }

  private static Effect start(Starting starting) {
    var injected = starting.injected();
    return new Effect.StartFault(injected.fault(), injected.intensity(), starting.forced());
  }

  private static Optional<Effect> close(String question, String how) {
    return Optional.of(new Effect.CloseQuestion(question, how));
  }

  private static Optional<Effect> say(String text, Spoke.Kind kind, String question) {
    return Optional.of(new Effect.Say(text, kind, question, null));
  }
}
