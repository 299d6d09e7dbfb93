package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.interview.Effect;
import dev.hotseat.interview.Interviewer;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Profile;
import dev.hotseat.session.Story.Begun;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The working heart of a session: one mailbox, one story, one live system, one clock.
/*
 * Order of things: an event is handed in through the mailbox; the scribe makes it durable together
 * with everything the interviewer does about it; only then is the live system changed as the entries
 * say. So what the journal says may for a moment be ahead of the live system, never behind it, and a
 * live system that is rebuilt from the journal is in the right state.
 */
final class Core implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Core.class);
  private static final String SCRIPT = "script";
  private static final String SERVER = "server";
  private static final String PRACTICE = "practice";
  private static final double RATE_IN_FLIGHT_SECONDS = 2;

  private final String id;
  private final Course course;
  private final World world;
  private final EventCodec codec;
  private final Mailbox mailbox;
  private final SessionClock clock;
  private final Scribe scribe;
  private final Venue venue;
  private final Pulse pulse;
  private final Health health = new Health();
  private final LoadDesk desk;
  private final Errands errands;
  private final @Nullable StandingTraffic standing;
  private volatile @Nullable Readings latest;
  private volatile boolean closed;

  Core(String id, About about, long seed, Course course, Grounds grounds) {
    this.id = id;
    this.course = course;
    this.world = grounds.world().withSeed(seed);
    this.codec = grounds.codec();
    this.mailbox = new Mailbox(id);
    this.clock = new SessionClock(world.ticks(), about.clockSpeed());
    this.scribe =
        new Scribe(
            id,
            grounds.journal(),
            codec,
            Interviewer.following(course.scenario(), course.start()),
            course.start(),
            course.kept(),
            clock,
            world);
    this.venue =
        new Venue(
            levers -> grounds.systems().build(course.scenario().system(), world, levers),
            () -> Venue.values(course.design(), scribe.story().levers()));
    this.pulse = new Pulse(id, world, venue, this::second);
    Profile traffic = course.scenario().traffic();
    this.standing =
        traffic == null
            ? null
            : new StandingTraffic(id, world, limits(grounds.limits()), venue, traffic);
    this.errands = new Errands(id, clock, world.pause(), this::isUnderWay, this::carryOut);
    this.desk =
        new LoadDesk(
            world, limits(grounds.limits()), new LoadPlans(course.scenario(), course.design()));
  }

  private static LoadLimits limits(SessionLimits limits) {
    LoadLimits usual = LoadLimits.USUAL;
    return new LoadLimits(
        limits.arrivalsPerSecondMax(),
        limits.runMax(),
        (int) Math.min(usual.inFlightMax(), limits.arrivalsPerSecondMax() * RATE_IN_FLIGHT_SECONDS),
        usual.clientsMax(),
        usual.waitMax(),
        limits.lateMax());
  }

  Course course() {
    return course;
  }

  Story story() {
    return scribe.story();
  }

  EntryLog log() {
    return scribe.log();
  }

  Columns columns() {
    return scribe.columns();
  }

  SessionClock clock() {
    return clock;
  }

  /// Whether what the script has broken is now to be told to nobody at all: whoever practises alone
  /// is host and candidate in one.
  boolean conceals() {
    return course.scenario().faults().concealed()
        && !story().ended()
        && story().opening().mode().equals(PRACTICE);
  }

  LoadDesk desk() {
    return desk;
  }

  EventCodec codec() {
    return codec;
  }

  World world() {
    return world;
  }

  boolean isClosed() {
    return closed;
  }

  Optional<Readings> latest() {
    return Optional.ofNullable(latest);
  }

  /// The live system; refused after the end.
  LiveSystem live() {
    if (story().ended()) {
      throw ended();
    }
    return venue.live();
  }

  // Life

  void begin(Opened first, About about) {
    scribe.begin(first, codec.write(about, About.class), this::outcome).forEach(this::react);
    clock.go();
    pulse.start();
    beginTraffic();
  }

  /// Takes up what an earlier process left, and goes on unless it had ended.
  void recover() {
    scribe.recall();
    clock.set(story().interview().elapsedSeconds());
    if (story().ended()) {
      log().close();
      return;
    }
    mailbox.ask(() -> {
      Duration down = Duration.between(story().lastAt(), world.wall().instant());
      story()
          .running()
          .map(each -> RunViews.lost(each.started(), each.at()))
          .ifPresent(lost -> write(RunViews.finished(lost, codec)));
      course
          .noLongerAllowed(story().levers())
          .forEach((lever, begun) ->
              write(
                  new LeversChanged(
                      Map.of(lever, story().levers().getOrDefault(lever, "")),
                      Map.of(lever, begun),
                      "not to be had on this server any more",
                      SERVER)));
      return write(new Recovered(Math.max(0, down.toMillis() / 1e3)));
    });
    if (!story().interview().paused()) {
      clock.go();
    }
    pulse.start();
    beginTraffic();
  }

  private void beginTraffic() {
    if (standing != null) {
      standing.start();
    }
  }

  /// Lets go of the live system; the story may go on in another process.
  @Override
  public void close() {
    closed = true;
    clock.stand();
    pulse.close();
    errands.close();
    if (standing != null) {
      standing.close();
    }
    desk.close();
    venue.close();
    log().close();
  }

  // Writing

  /// Does something with the story to itself.
  <T> T ask(Supplier<T> work) {
    return mailbox.ask(work);
  }

  /// Takes in an event that may happen only while the session goes on.
  List<Entry> tell(SessionEvent event) {
    return mailbox.ask(() -> {
      if (story().ended()) {
        throw ended();
      }
      return write(event);
    });
  }

  /// Takes in an event. Only inside [#ask].
  List<Entry> write(SessionEvent event) {
    if (event instanceof Paused) {
      clock.stand();
    }
    try {
      List<Entry> entries = scribe.write(event, this::outcome);
      entries.forEach(this::react);
      return entries;
    } catch (SessionRefusal refusal) {
      if (event instanceof Paused) {
        clock.go();
      }
      throw refusal;
    }
  }

  static SessionRefusal ended() {
    return new SessionRefusal(SessionRefusal.Kind.ENDED, "The session has ended.");
  }

  private void second(Readings raw) {
    Readings readings = Rounded.of(raw);
    latest = readings;
    try {
      mailbox.ask(() -> {
        health.add(readings);
        Story now = story();
        return now.ended() || now.interview().paused() || closed
            ? List.of()
            : write(new SecondPassed(readings));
      });
    } catch (SessionRefusal refusal) {
      LOG.atWarn()
          .addKeyValue("session", id)
          .addKeyValue("why", refusal.kind())
          .log("second not kept");
    }
  }

  /// Why a fault would come too early; empty when the baseline holds. Only inside [#ask].
  Optional<String> tooEarly() {
    return health.objection();
  }

  // What the interviewer wants

  private Optional<SessionEvent> outcome(Effect effect, Story story) {
    return switch (effect) {
      case Effect.Say say ->
          Optional.of(new Spoke(say.text(), say.kind(), say.questionId(), say.because()));
      case Effect.EnterPhase(String phase) -> Optional.of(new PhaseEntered(phase));
      case Effect.CloseQuestion(String question, String how) ->
          Optional.of(new QuestionClosed(question, how));
      case Effect.GiveHint(String question, int number) ->
          Optional.of(new HintGiven(question, number));
      case Effect.KeepSignal(String signal, var because) ->
          Optional.of(new SignalSeen(signal, because));
      case Effect.StartFault(String fault, var intensity, boolean forced) ->
          faultStarted(fault, intensity, forced);
      case Effect.StopFault(String fault) ->
          story.faults().containsKey(fault)
              ? Optional.of(new FaultStopped(fault, SCRIPT))
              : Optional.empty();
      case Effect.End(String why) -> Optional.of(end(why, story));
    };
  }

  private Optional<SessionEvent> faultStarted(
      String name, @Nullable Double intensity, boolean forced) {
    Optional<FaultKind> kind = fault(name);
    boolean early = !forced && health.objection().isPresent();
    if (kind.isEmpty() || venue.ready().isEmpty() || early) {
      return Optional.empty();
    }
    double strength = intensity == null ? kind.get().usual() : intensity;
    return Optional.of(new FaultStarted(name, strength, SCRIPT));
  }

  /// Actions under way, then jobs of the live system.
  List<JobView> jobs() {
    return story().ended()
        ? List.of()
        : Views.jobs(
            course.design(), story(), clock, venue.ready().map(LiveSystem::jobs).orElse(List.of()));
  }

  /// A fault of the live system by name.
  Optional<FaultKind> fault(String name) {
    return course.design().faults().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// A run that is going on is told of before the end; the interviewer then asks for the end again.
  SessionEvent end(String why, Story story) {
    return story
        .running()
        .<SessionEvent>map(run ->
            desk.breakOff(codec)
                .orElseGet(() -> RunViews.finished(RunViews.lost(run.started(), run.at()), codec)))
        .orElseGet(() -> new Ended(why));
  }

  // What follows for the live system

  private void react(Entry entry) {
    try {
      switch (entry.event()) {
        case LeversChanged(_, var to, _, _) -> venue.ifBuilt(live -> live.change(to));
        case FaultStarted(String fault, double intensity, String by) ->
            venue.ifBuilt(
                live -> live.startFault(fault, OptionalDouble.of(intensity), !isSecret(by)));
        case FaultStopped(String fault, _) -> venue.ifBuilt(live -> live.stopFault(fault));
        case ActionBegun begun ->
            errands.send(entry.seq(), entry.elapsedSeconds() + begun.seconds());
        case SystemReset _ -> reset();
        case Resumed _ -> clock.go();
        case Ended _ -> finish();
        default -> {}
      }
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("session", id)
          .addKeyValue("entry", entry.seq())
          .setCause(e)
          .log("live system did not follow the journal");
    }
  }

  private boolean isUnderWay(long seq) {
    return !closed && story().underWay().stream().anyMatch(each -> each.seq() == seq);
  }

  /// Carries out an action whose time is over, and tells how that went.
  private void carryOut(long seq) {
    Optional<ActionBegun> begun =
        story().underWay().stream().filter(each -> each.seq() == seq).findFirst().map(Begun::event);
    try {
      begun.map(this::carriedOut).ifPresent(this::tell);
    } catch (SessionRefusal notTold) {
      LOG.atWarn()
          .addKeyValue("session", id)
          .addKeyValue("why", notTold.kind())
          .log("action not told");
    }
  }

  private SessionEvent carriedOut(ActionBegun begun) {
    String action = begun.action();
    Map<String, String> arguments = begun.arguments();
    try {
      String outcome = live().act(action, course.design().action(action).confirmed(arguments));
      return new ActionTaken(action, arguments, outcome, begun.by());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ActionFailed(action, arguments, "It was interrupted.", begun.by());
    } catch (IllegalArgumentException refused) {
      return new ActionFailed(action, arguments, "" + refused.getMessage(), begun.by());
    }
  }

  /// Whether the live system's own log, which the candidate reads, may not tell of a fault.
  private boolean isSecret(String by) {
    return course.scenario().faults().concealed() && by.equals(SCRIPT);
  }

  private void reset() {
    venue.ifBuilt(live -> live.reset(Venue.values(course.design(), story().levers())));
    if (standing != null) {
      standing.again();
    }
    health.forget();
  }

  /// The live system goes with the last entry; closing it takes longer than an answer should.
  private void finish() {
    clock.stand();
    log().close();
    Thread.ofVirtual().name("session-end/" + id).start(this::close);
  }
}
