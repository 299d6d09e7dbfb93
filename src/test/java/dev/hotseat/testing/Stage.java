package dev.hotseat.testing;

import dev.hotseat.event.Entry;
import dev.hotseat.event.Mention;
import dev.hotseat.event.Mention.Stance;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.interview.Effect;
import dev.hotseat.interview.InterviewState;
import dev.hotseat.interview.Interviewer;
import dev.hotseat.interview.Step;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.telemetry.Readings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Plays an interview without a system or a clock: what the test says happens, happens, and what
/// the interviewer wants is done at once.
public final class Stage {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int EFFECTS_MAX = 100;
  private final Interviewer interviewer;
  private final List<Entry> journal = new ArrayList<>();
  private final List<Effect> wanted = new ArrayList<>();
  private InterviewState state;
  private double now;
  private boolean faultsRefused;
  private long crashAt;

  public Stage(Scenario scenario) {
    this.interviewer = Interviewer.following(scenario, Map.of("cache", "off"));
    this.state = interviewer.begin();
  }

  /// A stage where a session was just opened.
  public static Stage of(Play play) {
    return new Stage(play.scenario()).opened("practice", 7, 1);
  }

  public Stage opened(String mode, long seed, double timeMultiplier) {
    return happens(new Opened("play", "digest", seed, mode, timeMultiplier, "Ada"));
  }

  /// From here on no fault starts, as when the baseline does not hold.
  public Stage refusingFaults(boolean refusing) {
    faultsRefused = refusing;
    return this;
  }

  /// The server dies when this entry is durable and before anything follows from it; it comes back
  /// at once and reads the journal.
  public Stage crashingAt(long seq) {
    crashAt = seq;
    return this;
  }

  /// Something happens now.
  public Stage happens(SessionEvent event) {
    Entry entry = new Entry(journal.size() + 1, START.plusMillis((long) (now * 1e3)), now, event);
    journal.add(entry);
    Step step = interviewer.advance(state, entry);
    state = step.state();
    wanted.addAll(step.effects());
    if (wanted.size() > EFFECTS_MAX * journal.size()) {
      throw new IllegalStateException("the interviewer never rests");
    }
    if (entry.seq() == crashAt) {
      state = reread();
      return happens(new Recovered(0));
    }
    step.effects().forEach(each -> outcome(each).ifPresent(this::happens));
    return this;
  }

  /// Time goes on without anything happening.
  public Stage waits(double seconds) {
    now += seconds;
    return this;
  }

  private InterviewState reread() {
    InterviewState again = interviewer.begin();
    for (Entry each : journal) {
      again = interviewer.advance(again, each).state();
    }
    return again;
  }

  /// The candidate says something in which concepts are heard affirmed, with a reason.
  public Stage says(String text, String... concepts) {
    return says(text, answer -> answer.hearing(concepts));
  }

  public Stage says(String text, UnaryOperator<Saying> how) {
    String open = state.question().map(InterviewState.OpenQuestion::id).orElse("");
    return happens(how.apply(new Saying(text)).answered(open));
  }

  /// Time passes, second by second, with these readings.
  public Stage passes(double seconds, Map<String, Double> recent) {
    for (double end = now + seconds; now < end; ) {
      now = Math.min(end, now + 1);
      happens(new SecondPassed(new Readings((long) now, recent, recent)));
    }
    return this;
  }

  public Stage passes(double seconds) {
    return passes(seconds, Map.of());
  }

  public InterviewState state() {
    return state;
  }

  public List<Entry> journal() {
    return List.copyOf(journal);
  }

  /// Everything the interviewer said.
  public List<Spoke> spoken() {
    return of(Spoke.class);
  }

  public List<String> texts() {
    return spoken().stream().map(Spoke::text).toList();
  }

  public Spoke lastSpoken() {
    return spoken().getLast();
  }

  public String openQuestion() {
    return state.question().map(InterviewState.OpenQuestion::id).orElse("");
  }

  public <T extends SessionEvent> List<T> of(Class<T> kind) {
    return journal.stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Everything the interviewer wanted done, whether it was or not.
  public List<Effect> wanted() {
    return List.copyOf(wanted);
  }

  public Optional<Entry> first(Predicate<SessionEvent> what) {
    return journal.stream().filter(each -> what.test(each.event())).findFirst();
  }

  private Optional<SessionEvent> outcome(Effect effect) {
    return switch (effect) {
      case Effect.Say(var text, var kind, var question, var because) ->
          Optional.of(new Spoke(text, kind, question, because));
      case Effect.EnterPhase(var phase) -> Optional.of(new SessionEvent.PhaseEntered(phase));
      case Effect.CloseQuestion(var question, var how) ->
          Optional.of(new SessionEvent.QuestionClosed(question, how));
      case Effect.GiveHint(var question, var number) ->
          Optional.of(new SessionEvent.HintGiven(question, number));
      case Effect.StartFault(var fault, var intensity, _) ->
          faultsRefused
              ? Optional.empty()
              : Optional.of(
                  new SessionEvent.FaultStarted(
                      fault, intensity == null ? 1 : intensity, "script"));
      case Effect.StopFault(var fault) ->
          Optional.of(new SessionEvent.FaultStopped(fault, "script"));
      case Effect.KeepSignal(var signal, var because) ->
          Optional.of(new SessionEvent.SignalSeen(signal, because));
      case Effect.End(var why) -> Optional.of(new SessionEvent.Ended(why));
    };
  }

  /// What the candidate says and what is heard in it.
  public static final class Saying {
    private final String text;
    private final List<Mention> mentions = new ArrayList<>();
    private Optional<Double> value = Optional.empty();
    private String unit = "";
    private String choice = "";
    private List<String> clarifications = List.of();
    private Map<String, Double> assumptions = Map.of();
    private boolean question;
    private boolean unanswered;
    private double echo;

    public Saying(String text) {
      this.text = text;
    }

    public Saying hearing(String... concepts) {
      Arrays.stream(concepts).forEach(each -> mention(each, Stance.AFFIRMED, true, false));
      return this;
    }

    public Saying mention(String concept, Stance stance, boolean reasoned, boolean listed) {
      int start = Math.max(0, text.indexOf(concept));
      int end = Math.min(text.length(), start + concept.length());
      mentions.add(
          new Mention(concept, text.substring(start, end), start, end, stance, reasoned, listed));
      return this;
    }

    public Saying estimating(double number, String inUnit, Map<String, Double> assuming) {
      value = Optional.of(number);
      unit = inUnit;
      assumptions = assuming;
      return this;
    }

    public Saying choosing(String option) {
      choice = option;
      return this;
    }

    public Saying asking(String factSheetEntry) {
      question = true;
      clarifications = List.of(factSheetEntry);
      return this;
    }

    /// Asks something, too, that the fact sheet does not answer.
    public Saying askingInVain() {
      question = true;
      unanswered = true;
      return this;
    }

    public Saying echoing(double share) {
      echo = share;
      return this;
    }

    Answered answered(String open) {
      return new Answered(
          open,
          text,
          value.orElse(null),
          unit,
          choice,
          assumptions,
          mentions,
          question,
          clarifications,
          echo,
          unanswered);
    }
  }
}
