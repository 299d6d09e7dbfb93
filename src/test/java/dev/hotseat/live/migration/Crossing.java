package dev.hotseat.live.migration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Node;
import dev.hotseat.live.PostgresServer;
import dev.hotseat.live.Service;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The right way from the old table to the new one, step by step, under traffic that never stops,
/// in a system whose processes die whenever a test wants.
final class Crossing extends LiveRig {
  /// The steps as far as they can be taken back.
  static final List<Step> THERE =
      List.of(
          new Step("roll to v2", rig -> rig.step("roll-instances", "to", "v2")),
          new Step("create the new table", rig -> rig.step("create-new-table")),
          new Step("index it", rig -> rig.step("create-shadow-index")),
          new Step(
              "write to both",
              rig -> rig.change("dual-write", "one-transaction", "version-check", "on")),
          new Step("copy", Crossing::copy),
          new Step("verify", rig -> rig.step("verify", "how", "full")),
          new Step("repair", rig -> rig.step("repair-mismatches")),
          new Step("shadow reads", rig -> rig.change("shadow-reads", "100")),
          new Step("read 10 % from new", rig -> rig.change("reads-from-new", "10")),
          new Step("read all from new", rig -> rig.change("reads-from-new", "100")));

  /// The way back from there, to where it began.
  static final List<Step> BACK =
      List.of(
          new Step("read half from new", rig -> rig.change("reads-from-new", "50")),
          new Step(
              "read nothing from new",
              rig -> rig.change("reads-from-new", "0", "shadow-reads", "0")),
          new Step(
              "write the old table alone",
              rig -> rig.change("dual-write", "off", "version-check", "off")),
          new Step("stop copying", rig -> rig.step("back-one-step")),
          new Step("drop the index", rig -> rig.step("back-one-step")),
          new Step("drop the new table", rig -> rig.step("back-one-step")),
          new Step("roll to v1", rig -> rig.step("back-one-step")));

  /// What follows when it is not taken back.
  static final List<Step> FOR_GOOD =
      List.of(
          new Step("stop shadow reads", rig -> rig.change("shadow-reads", "0")),
          new Step("verify again", rig -> rig.step("verify", "how", "full")),
          new Step("stop writing the old table", rig -> rig.change("write-old", "off")),
          new Step("drop it", rig -> rig.step("drop-old", "confirm", "yes")));

  private static final Duration DOWN = Duration.ofMillis(60);
  private static final int CLIENTS = 4;
  private static final long BETWEEN_NANOS = 4_000_000;

  final AtomicLong requests = new AtomicLong();
  final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Captured captured;
  private final AtomicBoolean over = new AtomicBoolean();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final RandomGenerator random;

  private Crossing(long seed, int rows, String store, PostgresServer postgres) {
    this(new Captured(postgres), seed, rows, store, postgres);
  }

  private Crossing(Captured captured, long seed, int rows, String store, PostgresServer postgres) {
    super(
        captured,
        World.real(seed),
        pairs(
            "store",
            store,
            "rows",
            Integer.toString(rows),
            "checkpoint",
            "on",
            "batch-size",
            "500",
            "backfill-rate",
            "0"),
        postgres);
    this.captured = captured;
    this.random = world.dice().stream("kills");
  }

  static Crossing of(long seed, int rows) {
    return begun(new Crossing(seed, rows, "h2", PostgresServer.NONE));
  }

  static Crossing onPostgres(PostgresServer server, long seed, int rows) {
    return begun(new Crossing(seed, rows, "postgresql", server));
  }

  private static Crossing begun(Crossing crossing) {
    for (int i = 0; i < CLIENTS; i++) {
      crossing.client(i % 2 == 0 ? "write" : "read", i);
    }
    return crossing;
  }

  private void client(String traffic, int number) {
    CallSource source = system.traffic(traffic, Map.of());
    RandomGenerator chance = world.dice().stream("client " + number);
    clients.execute(() -> {
      while (!over.get()) {
        Call call = source.next(now(), chance);
        Reply reply = system.handle(call);
        requests.incrementAndGet();
        if (reply.failed()) {
          failures.add(call.method() + " " + call.path() + ": " + reason(reply));
        }
        LockSupport.parkNanos(BETWEEN_NANOS);
      }
    });
  }

  /// Takes an action and waits until it has ended.
  void step(String action, String... arguments) throws InterruptedException {
    act(action, arguments);
    await().atMost(60, SECONDS).until(() -> gauge("stepsRunning") == 0);
  }

  /// Copies, and goes on at the checkpoint as often as the copy dies.
  private void copy() throws InterruptedException {
    step("start-backfill");
    while (gauge("backfillShare") < 1) {
      step("resume-backfill");
    }
  }

  /// Takes steps, with half the app dying before each and after the last.
  void takeDying(List<Step> steps, int requestsBetween) throws InterruptedException {
    for (Step step : steps) {
      awaitRequests(requestsBetween);
      killHalf();
      step.take(this);
    }
    killHalf();
    awaitRequests(requestsBetween);
  }

  /// Waits until so many are up that one may be killed.
  void awaitUp() {
    await().atMost(60, SECONDS).until(this::sparesOne);
  }

  private boolean sparesOne() {
    return up() >= 3;
  }

  private long up() {
    return IntStream.range(0, Topology.APPS).filter(i -> app(i).up()).count();
  }

  /// Kills half of the app's instances, once all are up: the balancer needs the other half.
  void killHalf() {
    await().atMost(60, SECONDS).until(() -> up() == Topology.APPS);
    int first = random.nextInt(Topology.APPS);
    for (int i = 0; i < Topology.APPS / 2; i++) {
      app(first + i).kill(DOWN);
    }
  }

  /// Kills one instance and the copy, in the chunk it is in; while three instances are up at least,
  /// for the balancer needs one to go to. Says whether it did.
  boolean killSomebody() {
    if (!sparesOne()) {
      return false;
    }
    app(random.nextInt(Topology.APPS)).kill(DOWN);
    fault("backfill-dies", Math.clamp(100 * gauge("backfillShare"), 1, 99));
    return true;
  }

  private Node app(int number) {
    return captured.kit().node(Topology.app(1 + number % Topology.APPS));
  }

  /// Waits until so many more requests were answered.
  void awaitRequests(int more) {
    long target = requests.get() + more;
    await().atMost(60, SECONDS).until(() -> requests.get() >= target);
  }

  /// Ends the traffic and says what the oracle finds.
  Map<String, Double> judged() throws InterruptedException {
    over.set(true);
    clients.close();
    act("audit");
    return Map.of(
        "missing", oracle("missing"),
        "stale", oracle("stale"),
        "wrong", oracle("wrong"),
        "lost", oracle("lost"),
        "duplicated", oracle("duplicated"),
        "erasedButThere", oracle("erasedButThere"));
  }

  @Override
  public void close() {
    over.set(true);
    clients.close();
    super.close();
  }

  /// One step of the procedure.
  record Step(String name, Doing doing) {
    void take(Crossing rig) throws InterruptedException {
      doing.on(rig);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// What a step does.
  interface Doing {
    void on(Crossing rig) throws InterruptedException;
  }

  /// The customers' blueprint, and the kit that it was built on.
  private static final class Captured implements Blueprint {
    private final Blueprint inner;
    private final AtomicReference<Kit> kit = new AtomicReference<>();

    Captured(PostgresServer postgres) {
      this.inner = new CustomersBlueprint(postgres);
    }

    @Override
    public Design design() {
      return inner.design();
    }

    @Override
    public Service build(Kit given) {
      kit.set(given);
      return inner.build(given);
    }

    Kit kit() {
      return kit.get();
    }
  }
}
