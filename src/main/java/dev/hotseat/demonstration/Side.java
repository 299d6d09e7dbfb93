package dev.hotseat.demonstration;

import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Retry;
import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import dev.hotseat.scenario.Demonstration;
import dev.hotseat.scenario.Demonstration.Act;
import dev.hotseat.scenario.Demonstration.Deed;
import dev.hotseat.scenario.Demonstration.Mishap;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One of the two systems: built, loaded, broken, measured and closed by the thread that plays it.
final class Side {
  private static final long BEAT_NANOS = 250_000_000L;
  private static final int WARM_UP_CLIENTS = 8;
  private static final Duration WARM_UP_THINK = Duration.ofMillis(5);
  private static final Duration WARM_UP = Duration.ofMillis(1500);

  private final Scenario scenario;
  private final Demonstration demonstration;
  private final Demonstration.Side design;
  private final LiveSystems systems;
  private final World world;
  private final Profile profile;
  private final Recorder recorder;
  private volatile @Nullable Run run;
  private volatile @Nullable RunResult result;

  Side(
      Scenario scenario,
      Demonstration demonstration,
      Demonstration.Side design,
      Profile profile,
      LiveSystems systems,
      World world) {
    this.scenario = scenario;
    this.demonstration = demonstration;
    this.design = design;
    this.profile = profile;
    this.systems = systems;
    this.world = world;
    this.recorder = new Recorder(demonstration.watch());
  }

  Demonstration.Side design() {
    return design;
  }

  Recorder recorder() {
    return recorder;
  }

  /// What the run has come to so far, once it has begun.
  Optional<RunResult> result() {
    Run going = run;
    return going == null ? Optional.ofNullable(result) : Optional.of(going.result());
  }

  /// Seconds of load so far.
  double elapsedSeconds() {
    return result().map(RunResult::seconds).orElse(0.0);
  }

  /*
   * In a process that has just started, the first seconds of any load measure the compiler: thousands of calls
   * queue up while a method is still interpreted, on the fixed side as on the failing one. So a
   * system that nobody will see takes that upon itself.
   */
  /// Lets a system of this design run for a moment, unseen, and throws it away.
  void warmUp() throws InterruptedException {
    Loop calm = new Loop.Closed(WARM_UP_CLIENTS, WARM_UP_THINK, WARM_UP);
    Profile warmUp =
        new Profile("warm-up", calm, profile.mix(), profile.patience(), new Retry.None());
    try (LiveSystem live = built();
        Generator generator = new Generator(world, LoadLimits.USUAL)) {
      generator.start(warmUp, live, live::traffic).await();
    }
  }

  /// Plays it to its end, or until the thread is interrupted; nothing of it is left behind.
  ///
  /// @param ready counted down when the system stands, and waited for before the load begins, so
  ///   that two sides begin together
  void play(CountDownLatch ready) throws InterruptedException {
    try (LiveSystem live = built();
        Generator generator = new Generator(world, LoadLimits.USUAL)) {
      for (Act act : demonstration.first()) {
        live.act(act.action(), act.arguments());
      }
      live.second(); // what the preparation did is not shown
      ready.countDown();
      ready.await();
      Run going = generator.start(profile, live, live::traffic);
      run = going;
      watch(live, going);
    } finally {
      ready.countDown();
      keepResult();
    }
  }

  /// The figures outlive the run and all that it holds on to.
  private void keepResult() {
    Run over = run;
    if (over != null) {
      result = over.result();
      run = null;
    }
  }

  private LiveSystem built() {
    Map<String, String> levers = new LinkedHashMap<>(scenario.startLevers());
    levers.putAll(design.levers());
    var start =
        LeverValues.initial(systems.design(scenario.system()).orElseThrow().levers()).with(levers);
    return systems.build(scenario.system(), world, start);
  }

  /*
   * An action may take as long as it likes, and the instruments are read meanwhile; so it is taken on
   * a thread of its own, which is waited for in the end.
   */
  private void watch(LiveSystem live, Run going) throws InterruptedException {
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      watch(live, going, hands);
    }
  }

  private void watch(LiveSystem live, Run going, ExecutorService hands)
      throws InterruptedException {
    Deque<Mishap> mishaps = new ArrayDeque<>(inOrder());
    Deque<Deed> deeds = new ArrayDeque<>(deedsInOrder());
    long due = world.ticks().nanos() + BEAT_NANOS;
    while (!going.progress().state().over()) {
      world.pause().sleepNanos(due - world.ticks().nanos());
      due = Math.max(due + BEAT_NANOS, world.ticks().nanos() + BEAT_NANOS / 2);
      while (!mishaps.isEmpty()
          && mishaps.getFirst().afterSeconds() <= going.progress().elapsedSeconds()) {
        Mishap now = mishaps.removeFirst();
        live.startFault(now.fault(), OptionalDouble.of(now.intensity()));
      }
      while (!deeds.isEmpty()
          && deeds.getFirst().afterSeconds() <= going.progress().elapsedSeconds()) {
        Act act = deeds.removeFirst().act();
        hands.execute(() -> take(live, act));
      }
      boolean calling = going.progress().remainingSeconds() > 0;
      recorder.add(live.second(), going.result(), calling);
    }
    recorder.add(live.second(), going.result(), false);
  }

  private static void take(LiveSystem live, Act act) {
    try {
      live.act(act.action(), act.arguments());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Deed> deedsInOrder() {
    return design.deeds().stream().sorted(Comparator.comparingDouble(Deed::afterSeconds)).toList();
  }

  private List<Mishap> inOrder() {
    return demonstration.faults().stream()
        .sorted(Comparator.comparingDouble(Mishap::afterSeconds))
        .toList();
  }
}
