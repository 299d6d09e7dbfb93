package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Node;
import dev.hotseat.live.Visit;
import dev.hotseat.world.Chance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// One instance: a line of accepted calls, a bounded number of threads that work on them, cores, a
/// pool of connections, and the process that runs there at present.
final class Instance {
  private static final int CORES = 2;

  private final int number;
  private final Kit kit;
  private final Pace pace;
  private final Burdens burdens;
  private final Config config;
  private final Flags flags;
  private final Node node;
  private final Hop in;
  private final Hop toPool;
  private final Map<String, Caller> callers;
  private final Cores cores;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private final Chance chance;
  private volatile Network network = new Network(0, 0);
  private final LongAdder pausedNanos = new LongAdder();
  private volatile Lifetime lifetime;
  private volatile State state;

  Instance(
      int number,
      Kit kit,
      Pace pace,
      Burdens burdens,
      Config config,
      Flags flags,
      Version version,
      Map<String, Caller> callers,
      State state) {
    this.number = number;
    this.kit = kit;
    this.pace = pace;
    this.burdens = burdens;
    this.config = config;
    this.flags = flags;
    this.node = kit.node(name());
    this.in = kit.hop(Topology.hop(Topology.BALANCER, name()));
    this.toPool = kit.hop(Topology.hop(name(), pool()));
    this.callers = Map.copyOf(callers);
    this.chance = new Chance(kit.world().dice(), name());
    this.cores = new Cores(kit.world(), CORES);
    this.lifetime = begun(version);
    this.state = state;
  }

  /// A new process. While starting it made some garbage, each instance another amount: four that
  /// are as old and as busy would otherwise stop in step.
  private Lifetime begun(Version version) {
    Lifetime begun = new Lifetime(kit, pace, burdens, version, flags, pausedNanos);
    begun.heap().allocate(kit.world().dice().pick("start of " + name(), Heap.YOUNG_BYTES));
    return begun;
  }

  /// How the line to it is.
  private record Network(double share, long lateNanos) {}

  /// Whether the balancer sends it calls.
  enum State {
    /// Not started.
    SPARE,
    SERVING,
    /// Gets no new calls; finishes what it has.
    DRAINING
  }

  /// Serves a call, unless its line is full.
  ///
  /// @throws HopFailure when it was not served; `queue-full`, `shed` and `process-down` mean that
  ///   nothing was done
  Reply serve(Visit visit, Request request, Desk desk) throws InterruptedException {
    arrive();
    admit();
    Standing standing = new Standing(waiting);
    try {
      return in.cross(
          visit,
          () -> {
            standing.leave();
            return working(visit, request, desk);
          });
    } finally {
      standing.leave();
    }
  }

  private void arrive() throws InterruptedException {
    Network now = network;
    if (now.share() > 0 && chance.below(1_000_000) < now.share() * 1_000_000) {
      kit.world().pause().sleepNanos(now.lateNanos());
    }
  }

  private void admit() {
    int line = waiting.get();
    long shedAt = config.number(Setting.SHED_AT);
    if (shedAt > 0 && line >= shedAt) {
      throw refusal("shed", line + " calls are in line, and we let no more than " + shedAt);
    }
    if (line >= config.number(Setting.QUEUE_SIZE)) {
      throw refusal("queue-full", line + " calls are in line");
    }
  }

  private HopFailure refusal(String reason, String detail) {
    return new HopFailure(503, new Why(reason, name(), detail));
  }

  private Reply working(Visit visit, Request request, Desk desk) throws InterruptedException {
    Lifetime now = lifetime;
    Task task = new Task(visit, request, this, now, kit.store(), kit.world().ticks().nanos());
    busy.incrementAndGet();
    now.begin(task);
    try {
      return desk.serve(task);
    } catch (Objection objection) {
      return objection.reply();
    } finally {
      now.finish(task);
      busy.decrementAndGet();
    }
  }

  /// Starts a new process in place of the present one. Calls in progress finish in the old one.
  void replace(Version version) {
    Lifetime old = lifetime;
    lifetime = begun(version);
    old.end();
  }

  /// Kills the process, with the calls in it; a new one takes its place a little later.
  void restart(Version version) {
    node.kill(pace.restart());
    replace(version);
  }

  /// Whether the balancer may send it calls.
  boolean takesCalls() {
    return state == State.SERVING && node.up();
  }

  /// Whether there is a process, or will be at once.
  boolean started() {
    return state != State.SPARE;
  }

  boolean up() {
    return node.up();
  }

  State state() {
    return state;
  }

  void enter(State next) {
    state = next;
  }

  /// From now on a share of the calls comes in late, as over a line that loses packets; whatever
  /// process runs here.
  void losePackets(double share, Duration lateBy) {
    network = new Network(share, lateBy.toNanos());
  }

  Caller caller(Downstream downstream) {
    Caller found = callers.get(downstream.name());
    if (found == null) {
      throw new IllegalArgumentException("no way to " + downstream.name());
    }
    return found;
  }

  int number() {
    return number;
  }

  String name() {
    return Topology.instance(number);
  }

  String zone() {
    return Topology.zone(number);
  }

  String pool() {
    return Topology.pool(number);
  }

  Hop toPool() {
    return toPool;
  }

  Cores cores() {
    return cores;
  }

  Lifetime lifetime() {
    return lifetime;
  }

  /// For how long its processes have stood still, all together.
  long pausedNanos() {
    return pausedNanos.sum();
  }

  /// Calls in line.
  int waiting() {
    return waiting.get();
  }

  /// Threads at work.
  int busy() {
    return busy.get();
  }

  /// A call's place in the line, left once.
  private static final class Standing {
    private final AtomicInteger waiting;
    private boolean left;

    Standing(AtomicInteger waiting) {
      this.waiting = waiting;
      waiting.incrementAndGet();
    }

    void leave() {
      if (!left) {
        left = true;
        waiting.decrementAndGet();
      }
    }
  }
}
