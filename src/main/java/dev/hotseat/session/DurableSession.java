package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.NoteTaken;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.interview.FollowUpView;
import dev.hotseat.interview.InterviewState.OpenQuestion;
import dev.hotseat.live.Design;
import dev.hotseat.live.Listing;
import dev.hotseat.live.LiveSystem.LogQuery;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scoring.Report;
import dev.hotseat.session.SessionRefusal.Kind;
import dev.hotseat.telemetry.LogLine;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Trace;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A session whose every word is in the journal before it is heard.
final class DurableSession implements Session {
  private static final Set<String> STEERS = Set.of("hold", "release", "skip", "ask", "edit");

  private final String id;
  private final About about;
  private final Core core;
  private final Listening listening;
  private final Instruments instruments;
  private final RunRecords runs;
  private final Rights rights;
  private final Interventions interventions;
  private final int lagMax;

  DurableSession(String id, About about, Core core, SessionLimits limits) {
    this.id = id;
    this.about = about;
    this.core = core;
    this.rights = new Rights(core, limits.answerCharsMax());
    this.interventions = new Interventions(core, rights);
    this.listening = new Listening(core.course().ear(), limits.answerCharsMax());
    this.instruments = new Instruments(core, limits);
    this.runs = new RunRecords(core, instruments);
    this.lagMax = limits.lagMax();
  }

  Core core() {
    return core;
  }

  String liveId() {
    return about.liveId();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Scenario scenario() {
    return core.course().scenario();
  }

  @Override
  public Design design() {
    return core.course().design();
  }

  @Override
  public boolean conceals() {
    return core.conceals();
  }

  @Override
  public SessionView view() {
    return Views.session(
        id,
        about.liveId(),
        scenario(),
        design(),
        core.story(),
        core.clock(),
        runs.current(),
        core.jobs(),
        core.latest());
  }

  // The conversation

  @Override
  public List<Turn> transcript(long afterSeq) {
    return core
        .log()
        .deeds(each ->
            each.seq() > afterSeq
                && (each.event() instanceof Spoke || each.event() instanceof Answered))
        .stream()
        .flatMap(this::turn)
        .toList();
  }

  private Stream<Turn> turn(Entry entry) {
    return Views.turn(entry, Views.hushed(scenario(), core.story()));
  }

  @Override
  public List<Turn> answer(Answer answer) {
    return turns(() -> listening.heard(answer, core.story().interview().question()));
  }

  @Override
  public List<Turn> hint() {
    return turns(() -> {
      OpenQuestion open =
          core.story()
              .interview()
              .question()
              .orElseThrow(() -> new SessionRefusal(Kind.NO_HINT, "No question is open."));
      if (open.hintsGiven() >= open.hints()) {
        throw new SessionRefusal(Kind.NO_HINT, "There is no further hint.");
      }
      return new HintGiven(open.id(), open.hintsGiven() + 1);
    });
  }

  private List<Turn> turns(Supplier<SessionEvent> event) {
    return going(Role.CANDIDATE, event).stream().flatMap(this::turn).toList();
  }

  // The design

  @Override
  public List<LeverView> levers() {
    return Views.levers(design(), core.story());
  }

  @Override
  public List<LeverView> change(Map<String, String> values, String reason, Role by) {
    String why = rights.checked("reason", reason);
    core.ask(() -> {
      rights.mayAct(by);
      Map<String, String> before = core.story().levers();
      Map<String, String> from = new LinkedHashMap<>();
      Map<String, String> to = new LinkedHashMap<>();
      canonical(values)
          .forEach((name, value) -> {
            String old = before.getOrDefault(name, "");
            if (values.containsKey(name) && !old.equals(value)) {
              from.put(name, old);
              to.put(name, value);
            }
          });
      return to.isEmpty()
          ? List.of()
          : core.write(new LeversChanged(from, to, why, Rights.word(by)));
    });
    return levers();
  }

  private Map<String, String> canonical(Map<String, String> values) {
    try {
      return Venue.values(design(), core.story().levers()).with(values).all();
    } catch (Refusal refusal) {
      throw SessionRefusal.invalid("values." + refusal.field(), refusal.expected(), refusal.got());
    }
  }

  // Load

  @Override
  public RunView startRun(RunRequest request, Role by) {
    core.live(); // built before the mailbox is held up
    return core.ask(() -> {
      rights.mayAct(by);
      return runs.start(request, Rights.word(by));
    });
  }

  @Override
  public Optional<RunView> currentRun() {
    return runs.current();
  }

  @Override
  public RunView stopRun(Role by) {
    rights.mayAct(by);
    return runs.stop();
  }

  @Override
  public List<RunView> runs(Role by) {
    return runs.all(by);
  }

  @Override
  public RunView run(int run, Role by) {
    return runs.one(run, by);
  }

  @Override
  public ComparisonView compare(int a, int b, Role by) {
    return runs.compare(a, b, by);
  }

  // Faults and actions

  @Override
  public List<FaultView> faults(Role by) {
    return interventions.faults(by);
  }

  @Override
  public FaultView startFault(String fault, @Nullable Double intensity, boolean forced, Role by) {
    return interventions.start(fault, intensity, forced, by);
  }

  @Override
  public FaultView stopFault(String fault, Role by) {
    return interventions.stop(fault, by);
  }

  @Override
  public Deed act(String action, Map<String, String> arguments, Role by) {
    return interventions.act(action, arguments, by);
  }

  // Instruments

  @Override
  public Optional<Readings> metrics(Role by) {
    return instruments.metrics(by);
  }

  @Override
  public List<Trace> traces(TraceQuery query, Role by) {
    return instruments.traces(query, by);
  }

  @Override
  public Optional<Trace> trace(String traceId, Role by) {
    return instruments.trace(traceId, by);
  }

  @Override
  public List<LogLine> logs(LogQuery query, Role by) {
    return instruments.logs(query, by);
  }

  @Override
  public Table sql(String statement, Role by) {
    return instruments.sql(statement, by);
  }

  @Override
  public Listing sheet(String sheet, Map<String, String> parameters, Role by) {
    return instruments.sheet(sheet, parameters, by);
  }

  @Override
  public List<JobView> jobs() {
    return core.jobs();
  }

  @Override
  public Series series(Collection<String> keys, double fromSeconds, double toSeconds) {
    return core.columns().series(keys, fromSeconds, toSeconds);
  }

  @Override
  public String prometheus() {
    return core.live().prometheus();
  }

  // Clock and system

  @Override
  public SessionView pause(String reason, Role by) {
    String why = rights.checked("reason", reason);
    core.ask(() -> {
      rights.mayHoldTheClock(by);
      return core.story().interview().paused()
          ? List.of()
          : core.write(new Paused(why, Rights.word(by)));
    });
    return view();
  }

  @Override
  public SessionView resume(Role by) {
    core.ask(() -> {
      rights.mayHoldTheClock(by);
      return core.story().interview().paused()
          ? core.write(new Resumed(Rights.word(by)))
          : List.of();
    });
    return view();
  }

  @Override
  public SessionView reset(Role by) {
    rights.mayAct(by);
    core.desk().stop();
    going(by, () -> new SystemReset(Rights.word(by)));
    return view();
  }

  @Override
  public SessionView end(Role by) {
    rights.mayWrite(by);
    core.desk().stop();
    core.ask(() -> {
      rights.mayWrite(by);
      while (!core.story().ended()) {
        core.write(core.end(Rights.word(by), core.story()));
      }
      return true;
    });
    return view();
  }

  // The interviewer's side

  @Override
  public Entry note(String text, String by) {
    String words = rights.checked("text", text);
    String who = rights.checked("by", by);
    if (words.isBlank()) {
      throw SessionRefusal.invalid("text", "words", "nothing");
    }
    return core.ask(() -> core.write(new NoteTaken(who, words)).getFirst());
  }

  @Override
  public List<FollowUpView> followUps() {
    return core.story().interview().followUps();
  }

  @Override
  public SessionView steer(Steering steering, Role by) {
    if (!by.leads()) {
      throw new SessionRefusal(Kind.NOT_ALLOWED, "Only an interviewer steers.");
    }
    if (!STEERS.contains(steering.what())) {
      throw SessionRefusal.invalid(
          "what", "one of ask, edit, hold, release, skip", steering.what());
    }
    String text = rights.checked("text", steering.text() == null ? "" : steering.text());
    if (followUps().stream().noneMatch(each -> each.question().equals(steering.followUp()))) {
      throw SessionRefusal.invalid("followUp", "a follow-up of the script", steering.followUp());
    }
    going(by, () -> new Steered(steering.followUp(), steering.what(), text, Rights.word(by)));
    return view();
  }

  // The journal

  @Override
  public Report report() {
    return Report.of(scenario(), core.course().start(), entries(0));
  }

  @Override
  public List<Entry> entries(long afterSeq) {
    return core.log().all(afterSeq);
  }

  @Override
  public List<Entry> entries(long afterSeq, Role by) {
    return core.log().all(afterSeq).stream().flatMap(each -> shown(by, each)).toList();
  }

  @Override
  public Tail tail(long afterSeq) {
    return new PositionedTail(core.log(), afterSeq, lagMax, Stream::of);
  }

  @Override
  public Tail tail(long afterSeq, Role by) {
    return new PositionedTail(core.log(), afterSeq, lagMax, each -> shown(by, each));
  }

  private Stream<Entry> shown(Role by, Entry entry) {
    Role reader = core.conceals() ? Role.CANDIDATE : by;
    return Shown.to(reader, entry, Views.hushed(scenario(), core.story()));
  }

  @Override
  public Reply handle(Call call) {
    try {
      return core.live().handle(call);
    } catch (SessionRefusal gone) {
      return Reply.refused(
          410, new Why("ended", "session", "The session has ended, its live system is gone."));
    }
  }

  /// Takes in an event of somebody at work.
  private List<Entry> going(Role by, Supplier<SessionEvent> event) {
    return core.ask(() -> {
      rights.mayAct(by);
      return core.write(event.get());
    });
  }
}
