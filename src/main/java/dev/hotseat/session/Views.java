package dev.hotseat.session;

import dev.hotseat.event.Because;
import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.interview.InterviewState;
import dev.hotseat.interview.InterviewState.ObjectiveNow;
import dev.hotseat.interview.InterviewState.OpenQuestion;
import dev.hotseat.live.Design;
import dev.hotseat.live.Jobs;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.session.SessionView.AssumptionView;
import dev.hotseat.session.SessionView.ClockView;
import dev.hotseat.session.SessionView.ObjectiveView;
import dev.hotseat.session.SessionView.OptionView;
import dev.hotseat.session.SessionView.PhaseView;
import dev.hotseat.session.SessionView.QuestionView;
import dev.hotseat.session.Story.Begun;
import dev.hotseat.session.Story.Biting;
import dev.hotseat.telemetry.Readings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A story as the records that leave this package.
final class Views {
  private Views() {}

  static SessionView session(
      String id,
      String liveId,
      Scenario scenario,
      Design design,
      Story story,
      SessionClock clock,
      Optional<RunView> run,
      List<JobView> jobs,
      Optional<Readings> readings) {
    InterviewState interview = story.interview();
    Opened opened = story.opening();
    return new SessionView(
        id,
        opened.scenario(),
        scenario.title(),
        opened.mode(),
        opened.seed(),
        opened.candidate(),
        story.state(),
        interview.phase(),
        interview.phases().stream().map(Views::phase).toList(),
        clock(story, clock),
        interview.question().map(each -> question(each, hushed(scenario, story))).orElse(null),
        interview.objectives().stream().map(Views::objective).toList(),
        liveId,
        faults(scenario, design, story, Role.CANDIDATE).stream().filter(FaultView::active).toList(),
        story.levers(),
        run.orElse(null),
        jobs,
        readings.orElse(null),
        story.lastSeq(),
        story.openedAt(),
        interview.endedWhy());
  }

  private static ClockView clock(Story story, SessionClock clock) {
    double elapsed = story.ended() ? story.interview().elapsedSeconds() : clock.stamp();
    return new ClockView(
        elapsed,
        Math.max(0, Math.round((story.interview().lengthSeconds() - elapsed) * 1e3) / 1e3),
        story.opening().timeMultiplier(),
        clock.speed());
  }

  private static PhaseView phase(InterviewState.PhaseView phase) {
    return new PhaseView(phase.id(), phase.title(), phase.boxSeconds() / 60, phase.state());
  }

  private static QuestionView question(OpenQuestion question, boolean hushed) {
    Because because = question.because();
    boolean kept = hushed && because != null && because.tellsOfFaults();
    return new QuestionView(
        question.id(),
        word(question.kind()),
        question.text(),
        kept ? null : because,
        question.options().stream().map(each -> new OptionView(each.id(), each.text())).toList(),
        question.unit(),
        question.assumptions().stream()
            .map(each ->
                new AssumptionView(
                    each.name(), each.text(), each.unit(), each.usual(), each.min(), each.max()))
            .toList(),
        question.hintsGiven(),
        Math.max(0, question.hints() - question.hintsGiven()),
        question.askedAtSeconds());
  }

  private static ObjectiveView objective(ObjectiveNow now) {
    return new ObjectiveView(
        now.objective().name(),
        now.objective().text(),
        now.objective().unit(),
        now.objective().target(),
        now.measured().isPresent() ? Rounded.of(now.measured().getAsDouble()) : null,
        now.met());
  }

  static List<LeverView> levers(Design design, Story story) {
    return design.levers().stream()
        .map(each ->
            new LeverView(
                each.name(),
                story.levers().getOrDefault(each.name(), each.initial()),
                each.type(),
                each.allowed(),
                story.start().getOrDefault(each.name(), each.initial()),
                each.meaning()))
        .toList();
  }

  /// A candidate sees the faults it may start, and whether it has; never what the script broke.
  static List<FaultView> faults(Scenario scenario, Design design, Story story, Role by) {
    List<String> candidates = scenario.faults().candidate();
    return design.faults().stream()
        .filter(each -> by.leads() || by == Role.OBSERVER || candidates.contains(each.name()))
        .map(each -> {
          Biting biting = story.faults().get(each.name());
          boolean shown =
              biting != null && (by != Role.CANDIDATE || biting.by().equals(Role.CANDIDATE.word()));
          return fault(each, shown ? biting : null, candidates.contains(each.name()));
        })
        .toList();
  }

  private static FaultView fault(FaultKind kind, @Nullable Biting biting, boolean candidate) {
    return new FaultView(
        kind.name(),
        kind.meaning(),
        biting != null,
        biting == null ? kind.usual() : biting.intensity(),
        kind.unit(),
        kind.min(),
        kind.max(),
        kind.where(),
        candidate,
        biting == null ? "" : biting.by(),
        biting == null ? null : biting.at());
  }

  static List<JobView> jobs(
      Design design, Story story, SessionClock clock, List<Jobs.Standing> system) {
    return Stream.concat(
            story.underWay().stream()
                .map(each -> action(design, each, clock, story.interview().paused())),
            system.stream().map(each -> job(each, clock.speed())))
        .toList();
  }

  private static JobView action(Design design, Begun begun, SessionClock clock, boolean paused) {
    double takes = begun.event().seconds();
    double left = Math.clamp(begun.untilSeconds() - clock.stamp(), 0, takes);
    return new JobView(
        begun.event().action(),
        design.action(begun.event().action()).meaning(),
        paused ? "paused" : "running",
        Rounded.of(takes - left),
        takes,
        "s",
        paused ? 0 : 1,
        paused ? null : Rounded.of(left),
        begun.event().arguments().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static JobView job(Jobs.Standing job, double speed) {
    Double left = job.secondsLeft();
    return new JobView(
        job.name(),
        job.meaning(),
        word(job.state()),
        Rounded.of(job.done()),
        Rounded.of(job.total()),
        job.unit(),
        Rounded.of(job.perSecond()),
        left == null ? null : Rounded.of(left * speed),
        job.note());
  }

  /// Whether reasons that speak of faults are kept back: as long as somebody may be looking for
  /// them.
  static boolean hushed(Scenario scenario, Story story) {
    return scenario.faults().concealed() && !story.ended();
  }

  /// @param hushed whether a reason that speaks of faults is kept back
  static Stream<Turn> turn(Entry entry, boolean hushed) {
    return switch (entry.event()) {
      case Spoke spoke ->
          Stream.of(
              new Turn(
                  entry.seq(),
                  entry.at(),
                  entry.elapsedSeconds(),
                  "interviewer",
                  word(spoke.kind()),
                  spoke.text(),
                  named(spoke.questionId()),
                  (hushed ? spoke.hushed() : spoke).because()));
      case Answered said ->
          Stream.of(
              new Turn(
                  entry.seq(),
                  entry.at(),
                  entry.elapsedSeconds(),
                  "candidate",
                  "answer",
                  said.text(),
                  named(said.questionId()),
                  null));
      default -> Stream.empty();
    };
  }

  private static @Nullable String named(String id) {
    return id.isEmpty() ? null : id;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
