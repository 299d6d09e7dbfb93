package dev.hotseat.live;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.fault.FaultInForce;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.telemetry.History;
import dev.hotseat.telemetry.LogBook;
import dev.hotseat.telemetry.LogLine;
import dev.hotseat.telemetry.Meters;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Series;
import dev.hotseat.telemetry.Trace;
import dev.hotseat.telemetry.TraceBook;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A live system: its instruments, which last as long as it does, around its present life, which
/// every reset replaces.
final class RunningSystem implements LiveSystem {
  private static final String REGION_HEADER = "x-region";

  private final Blueprint blueprint;
  private final Design design;
  private final World world;
  private final SystemLimits limits;
  private final Databases databases;
  private final Meters meters;
  private final TraceBook traces;
  private final LogBook logBook;
  private final History history = new History();
  private final TraceId.Source ids;
  private final CallRecorder recorder;
  private final SqlConsole console;
  private final String homeRegion;
  private final ReentrantLock control = new ReentrantLock();

  /// Faults that the log does not tell of. Used only under `control`.
  private final Set<String> untold = new HashSet<>();

  private volatile Life life;
  private volatile boolean closed;

  RunningSystem(
      Blueprint blueprint,
      World world,
      SystemLimits limits,
      LeverValues levers,
      Databases databases,
      Semaphore consolesAtOnce) {
    this.blueprint = blueprint;
    this.databases = databases;
    this.design = blueprint.design();
    this.world = world;
    this.limits = limits;
    this.meters =
        new Meters(
            world.ticks(),
            design.operations().stream().map(Design.Operation::name).toList(),
            design.regions(),
            design.hops().stream().map(HopPlan::name).toList());
    this.traces = new TraceBook(limits.tracesKept());
    this.logBook = new LogBook(world.wall(), limits.logLinesKept());
    this.ids = new TraceId.Source(world.dice(), limits.sampleOneIn());
    this.recorder = new CallRecorder(design, world, meters, traces, logBook, limits.slowNanos());
    this.console = new SqlConsole(world, consolesAtOnce);
    this.homeRegion = design.regions().isEmpty() ? "" : design.regions().getFirst();
    this.life = born(levers);
  }

  @Override
  public Design design() {
    return design;
  }

  @Override
  public Reply handle(Call call) {
    Life now = life;
    TraceId id = ids.of(call.traceparent());
    TracedVisit visit = new TracedVisit(call, region(call), id, logBook);
    String operation = "";
    Reply reply;
    boolean admitted = now.enter() <= limits.callsInFlight() && !closed;
    try {
      operation = now.service().operation(visit);
      reply = admitted ? served(now, visit, operation) : refusedAtTheDoor();
    } catch (HopFailure failure) {
      reply = Reply.refused(failure.status(), failure.why());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      reply = refused(503, "interrupted", "the caller was told to stop");
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError bug) {
      visit.log("ERROR", design.name(), Crew.stack(bug));
      reply = refused(500, "bug", "something broke in the live system; its log has the stack");
    } finally {
      now.leave();
    }
    return recorder.finished(visit, id, operation, reply);
  }

  @Override
  public LeverValues levers() {
    return life.levers();
  }

  @Override
  public LeverValues change(Map<String, String> changes) {
    return controlled(() -> {
      LeverValues next = life.levers().with(changes);
      life.change(next);
      return next;
    });
  }

  @Override
  public List<FaultInForce> faults() {
    return life.machinery().faults().inForce();
  }

  @Override
  public FaultInForce startFault(String name, OptionalDouble intensity, boolean told) {
    return controlled(() -> {
      FaultKind kind = fault(name);
      double strength = intensity.orElse(kind.usual());
      if (!(strength >= kind.min() && strength <= kind.max())) {
        String range = (kind.min() + ".." + kind.max() + " " + kind.unit()).strip();
        throw new Refusal("intensity", range, Double.toString(strength));
      }
      if (kind.effect() instanceof Effect.Own) {
        life.service().suffer(name, strength);
      }
      if (told) {
        untold.remove(name);
        logBook.write("WARN", kind.where(), "fault " + name + " at " + strength, "");
      } else {
        untold.add(name);
      }
      return life.machinery().faults().start(kind, strength);
    });
  }

  @Override
  public void stopFault(String name) {
    controlled(() -> {
      FaultKind kind = fault(name);
      if (life.machinery().faults().stop(name)) {
        if (kind.effect() instanceof Effect.Own) {
          life.service().recover(name);
        }
        if (!untold.remove(name)) {
          logBook.write("INFO", kind.where(), "fault " + name + " stopped", "");
        }
      }
      return kind;
    });
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    Map<String, String> complete = design.action(action).arguments(arguments);
    String done = life.service().act(action, complete);
    logBook.write("INFO", design.name(), action + ": " + done, "");
    return done;
  }

  @Override
  public void mayAct(String action, Map<String, String> arguments) {
    life.service().mayAct(action, design.action(action).arguments(arguments));
  }

  @Override
  public Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException {
    Map<String, String> complete = design.sheet(sheet).parameters(parameters);
    try {
      return life.service().sheet(sheet, complete).cut();
    } catch (Refusal | HopFailure refused) {
      throw refused;
    } catch (RuntimeException bug) {
      logBook.write("ERROR", design.name(), Crew.stack(bug), "");
      return Listing.saying("This instrument is broken; the log has the stack.");
    }
  }

  @Override
  public List<Jobs.Standing> jobs() {
    return life.machinery().jobs().all();
  }

  @Override
  public CallSource traffic(String traffic, Map<String, String> parameters) {
    int at = traffic.indexOf('@');
    String name = at < 0 ? traffic : traffic.substring(0, at);
    if (design.traffic().stream().noneMatch(known -> known.name().equals(name))) {
      throw new IllegalArgumentException(
          "traffic: expected one of "
              + design.traffic().stream().map(Design.Traffic::name).toList()
              + ", got "
              + name);
    }
    if (at < 0) {
      return life.service().traffic(name, parameters);
    }
    return life.service().traffic(name, fromRegion(traffic.substring(at + 1), parameters));
  }

  private Map<String, String> fromRegion(String region, Map<String, String> parameters) {
    if (!design.regions().contains(region)) {
      throw new IllegalArgumentException(
          "region: expected one of " + design.regions() + ", got " + region);
    }
    Map<String, String> withRegion = new HashMap<>(parameters);
    withRegion.put("region", region);
    return withRegion;
  }

  @Override
  public Readings second() {
    Life now = life;
    Map<String, Double> levels = new HashMap<>();
    levels.put("inFlight/calls", (double) now.inFlight());
    now.machinery().read(levels);
    declared("gauge/", design.gauges(), now.service()::gauges, levels);
    declared("oracle/", design.oracles(), now.service()::oracles, levels);
    Readings readings = meters.close(levels);
    history.add(readings);
    return readings;
  }

  @Override
  public Series series(String key, int seconds) {
    return history.series(key, seconds);
  }

  @Override
  public List<Trace> traces(TraceQuery query) {
    return traces.list(
        query.operation(),
        query.failed(),
        (long) (query.minMillis() * 1e6),
        query.limit(),
        query.slowestFirst());
  }

  @Override
  public Optional<Trace> trace(String traceId) {
    return traces.find(traceId);
  }

  @Override
  public List<LogLine> logs(LogQuery query) {
    return logBook.find(
        query.text(), query.level(), query.traceId(), query.beforeSeq(), query.limit());
  }

  @Override
  public Table sql(String statement) throws InterruptedException {
    return console.run(life.machinery().store(), statement);
  }

  @Override
  public String prometheus() {
    return meters.prometheus();
  }

  @Override
  public void reset(LeverValues levers) {
    controlled(() -> {
      Life old = life;
      try {
        life = born(levers);
      } catch (RuntimeException refused) {
        logBook.write("ERROR", design.name(), "not reset: " + refused.getMessage(), "");
        throw refused;
      }
      old.end();
      logBook.write("INFO", design.name(), "reset", "");
      return life;
    });
  }

  @Override
  public void close() {
    controlled(() -> {
      if (!closed) {
        closed = true;
        life.end();
      }
      return life;
    });
  }

  private Life born(LeverValues levers) {
    return new Life(
        blueprint, new Machinery(design, databases, world, meters, logBook, this), levers);
  }

  private Reply served(Life now, TracedVisit visit, String operation) throws InterruptedException {
    return operation.isEmpty()
        ? refused(404, "no-such-operation", "this system does not know " + visit.call().path())
        : now.service().serve(visit);
  }

  private Reply refusedAtTheDoor() {
    return closed
        ? refused(503, "closed", "this system has ended")
        : refused(503, "overload", limits.callsInFlight() + " calls are in flight");
  }

  private Reply refused(int status, String reason, String detail) {
    return Reply.refused(status, new Why(reason, design.name(), detail));
  }

  private String region(Call call) {
    if (homeRegion.isEmpty()) {
      return "";
    }
    String asked = call.header(REGION_HEADER, homeRegion);
    return design.regions().contains(asked) ? asked : homeRegion;
  }

  private FaultKind fault(String name) {
    return life.machinery()
        .faults()
        .kind(name)
        .orElseThrow(() ->
            new Refusal(
                "name", "one of " + design.faults().stream().map(FaultKind::name).toList(), name));
  }

  private void declared(
      String prefix,
      List<Design.Measure> measures,
      Supplier<Map<String, Double>> source,
      Map<String, Double> into) {
    try {
      Map<String, Double> found = source.get();
      for (Design.Measure measure : measures) {
        Double value = found.get(measure.name());
        if (value != null && Double.isFinite(value)) {
          into.put(prefix + measure.name(), value);
        }
      }
    } catch (RuntimeException bug) {
      logBook.write("ERROR", design.name(), Crew.stack(bug), "");
    }
  }

  private <T> T controlled(Supplier<T> step) {
    control.lock();
    try {
      return step.get();
    } finally {
      control.unlock();
    }
  }
}
