package dev.hotseat.interview;

import dev.hotseat.event.Because;
import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.Objective;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Change;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Phase;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The interview so far, folded from the journal. Immutable.
public final class InterviewState {
  private final Agenda agenda;
  private final Situation situation;
  private final Course course;
  private final Questions questions;
  private final Owed owed;
  private final Pace pace;
  private final Watches watches;
  private final Steering steering;
  private final Injections injections;
  private final Facts facts;

  private InterviewState(
      Agenda agenda,
      Situation situation,
      Course course,
      Questions questions,
      Owed owed,
      Pace pace,
      Watches watches,
      Steering steering,
      Injections injections) {
    this.agenda = agenda;
    this.situation = situation;
    this.course = course;
    this.questions = questions;
    this.owed = owed;
    this.pace = pace;
    this.watches = watches;
    this.steering = steering;
    this.injections = injections;
    this.facts = agenda.facts(situation);
  }

  static InterviewState before(Scenario scenario, Map<String, String> startLevers) {
    return new InterviewState(
        Agenda.unopened(scenario),
        Situation.before(startLevers),
        Course.AHEAD,
        Questions.NONE,
        Owed.NOTHING,
        Pace.UNSET,
        Watches.IDLE,
        Steering.NONE,
        Injections.NONE);
  }

  InterviewState after(Entry entry) {
    Agenda plan =
        entry.event() instanceof Opened opened ? new Agenda(agenda.scenario(), opened) : agenda;
    Situation now = situation.after(entry);
    return new InterviewState(
        plan,
        now,
        course.after(entry.event(), this),
        questions.after(entry, situation.phase(), loadSecondsUntil(now)),
        owed.after(entry.event(), this),
        pace.after(entry),
        watches.after(entry.event(), this, plan.facts(now)),
        steering.after(entry.event()),
        injections.after(entry, this));
  }

  private double loadSecondsUntil(Situation now) {
    return situation.running() ? now.elapsedSeconds() - situation.elapsedSeconds() : 0;
  }

  /// The question that is open.
  public Optional<OpenQuestion> question() {
    return questions
        .open()
        .flatMap(open -> agenda.question(open.id()).map(each -> view(open, each)));
  }

  /// Every question asked so far, in order.
  public List<AskedQuestion> asked() {
    return questions.asked().stream().map(this::view).toList();
  }

  /// The follow-ups of the script, as a human interviewer steers them, most urgent first.
  public List<FollowUpView> followUps() {
    return agenda.script().followUps().stream()
        .map(each -> FollowUpView.of(each, this))
        .sorted(FollowUpView.URGENT_FIRST)
        .toList();
  }

  /// All phases, in order.
  public List<PhaseView> phases() {
    return agenda.phases().stream().map(this::view).toList();
  }

  /// Id of the phase; empty before the first.
  public String phase() {
    return situation.phase();
  }

  /// Title of the phase; empty before the first.
  public String phaseTitle() {
    return phaseNow().map(Phase::title).orElse("");
  }

  /// Time on the session's clock as of the last entry.
  public double elapsedSeconds() {
    return situation.elapsedSeconds();
  }

  /// Length of the interview with the time multiplier.
  public double lengthSeconds() {
    return agenda.lengthSeconds();
  }

  /// Time left as of the last entry, never below zero.
  public double remainingSeconds() {
    return Math.max(0, lengthSeconds() - elapsedSeconds());
  }

  /// What the session was opened with; empty before the first entry.
  public Optional<Opened> opened() {
    return course.opened() ? Optional.of(agenda.opened()) : Optional.empty();
  }

  /// Whether the clock stands.
  public boolean paused() {
    return course.paused();
  }

  /// Whether the interview is over.
  public boolean ended() {
    return course.ended();
  }

  /// Why it is over; empty while it goes on.
  public String endedWhy() {
    return course.endedWhy();
  }

  /// Words of a hint, with the numbers of this moment; empty where the ladder is not that long.
  ///
  /// @param number 1 for the first
  public Optional<String> hint(String question, int number) {
    List<Template> ladder = agenda.question(question).map(Question::hints).orElse(List.of());
    return number >= 1 && number <= ladder.size()
        ? Optional.of(ladder.get(number - 1).over(facts))
        : Optional.empty();
  }

  /// Id of the changed requirement, once it was announced.
  public Optional<String> changedRequirement() {
    return course.changeAnnounced() ? agenda.change().map(Change::id) : Optional.empty();
  }

  /// The objectives of the scenario as the live system stands to them.
  public List<ObjectiveNow> objectives() {
    return agenda.scenario().objectives().stream().map(this::view).toList();
  }

  /// What conditions may ask at this moment.
  public Facts facts() {
    return facts;
  }

  /// The open question.
  ///
  /// @param because why it was asked, absent where it was simply next
  /// @param followUp whether live state made it askable
  /// @param options of a choice, otherwise empty
  /// @param unit of an estimate, otherwise empty
  /// @param assumptions what an estimate may state, otherwise empty
  /// @param hints in the ladder
  /// @param remainingSeconds of its time box; infinite where it has none
  public record OpenQuestion(
      String id,
      Question.Kind kind,
      String text,
      @Nullable Because because,
      boolean followUp,
      List<Option> options,
      String unit,
      List<Assumption> assumptions,
      int hintsGiven,
      int hints,
      double askedAtSeconds,
      double remainingSeconds) {}

  /// A question that was asked.
  ///
  /// @param closed `answered`, `done`, `skipped`, `time` or `overtaken`; empty while it is not
  public record AskedQuestion(
      String id,
      String text,
      String phase,
      @Nullable Because because,
      boolean followUp,
      double askedAtSeconds,
      int hintsGiven,
      String closed) {}

  /// A stretch of the interview.
  ///
  /// @param boxSeconds its time box with the multiplier
  /// @param state `past`, `now` or `ahead`
  public record PhaseView(String id, String title, double boxSeconds, String state) {}

  /// An objective and how the live system stands to it.
  public record ObjectiveNow(Objective objective, OptionalDouble measured, boolean met) {}

  Agenda agenda() {
    return agenda;
  }

  Situation situation() {
    return situation;
  }

  Course course() {
    return course;
  }

  Questions questions() {
    return questions;
  }

  Owed owed() {
    return owed;
  }

  Pace pace() {
    return pace;
  }

  Watches watches() {
    return watches;
  }

  Steering steering() {
    return steering;
  }

  Injections injections() {
    return injections;
  }

  boolean going() {
    return course.going();
  }

  Optional<Phase> phaseNow() {
    return agenda.phase(phase());
  }

  String words(Words words) {
    return words.say(agenda.dice(), pace.replies());
  }

  private OpenQuestion view(Asked open, Question question) {
    Estimate estimate = question.estimate();
    return new OpenQuestion(
        open.id(),
        question.kind(),
        open.text(),
        open.because(),
        open.followUp(),
        question.options(),
        estimate == null ? "" : estimate.unit(),
        estimate == null ? List.of() : estimate.assumptions(),
        open.hints(),
        question.hints().size(),
        open.askedAt(),
        Duties.remainingSeconds(open, question, this));
  }

  private AskedQuestion view(Asked asked) {
    return new AskedQuestion(
        asked.id(),
        asked.text(),
        asked.phase(),
        asked.because(),
        asked.followUp(),
        asked.askedAt(),
        asked.hints(),
        asked.closed());
  }

  private PhaseView view(Phase phase) {
    String stands =
        phase.id().equals(phase())
            ? "now"
            : course.visited().contains(phase.id()) ? "past" : "ahead";
    return new PhaseView(phase.id(), phase.title(), agenda.boxSeconds(phase), stands);
  }

  private ObjectiveNow view(Objective objective) {
    return new ObjectiveNow(
        objective, objective.measured().over(facts), objective.met().over(facts).holds());
  }
}
