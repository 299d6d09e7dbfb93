package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Target;
import dev.hotseat.live.migration.Yard;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.Stage;
import dev.hotseat.load.Traffic;
import dev.hotseat.world.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// The customers' own readers and writers, as many of each, open loop, and work beside them.
final class MigrationTraffic implements AutoCloseable {
  static final double OF_EACH_PER_SECOND = 500;
  static final double OF_EACH_PER_SECOND_WARMING_UP = 2_000;
  private static final int ROWS_WARMING_UP = 100_000;
  private static final int ROWS_PER_SECOND_WARMING_UP = 4_000;
  private static final LoadLimits LIMITS =
      new LoadLimits(
          10_000, Duration.ofHours(3), 20_000, 1_000, Duration.ofSeconds(30), Duration.ofMillis(2));

  private final World world;
  private final double ofEachPerSecond;
  private final Target target;
  private final Traffic kinds;
  private final Generator generator;
  private double stolenSeconds;

  /// @param kinds knows `read` and `write`
  MigrationTraffic(World world, double ofEachPerSecond, Target target, Traffic kinds) {
    this.world = world;
    this.ofEachPerSecond = ofEachPerSecond;
    this.target = target;
    this.kinds = kinds;
    this.generator = new Generator(world, LIMITS);
  }

  static MigrationTraffic of(World world, Yard yard) {
    return of(world, OF_EACH_PER_SECOND, yard);
  }

  private static MigrationTraffic of(World world, double ofEachPerSecond, Yard yard) {
    return new MigrationTraffic(
        world,
        ofEachPerSecond,
        yard.target(),
        (kind, _) -> kind.equals("read") ? yard.reads() : yard.writes());
  }

  /// Moves a small table under four times the traffic first, so that the compiler of the running
  /// machine knows every path and does not work beside what is measured afterwards: at a thousand
  /// requests a second it takes minutes.
  static void warmUp(World world, boolean onDisk) throws InterruptedException {
    try (Yard yard = new Yard(world, Migration.store(onDisk), ROWS_WARMING_UP, Migration.batch());
        MigrationTraffic traffic = of(world, OF_EACH_PER_SECOND_WARMING_UP, yard)) {
      yard.seed(_ -> {});
      yard.index();
      yard.expand(false);
      AtomicBoolean over = new AtomicBoolean();
      Thread copy = beside(() -> yard.copy(ROWS_PER_SECOND_WARMING_UP), over);
      RunResult _ = traffic.send(Duration.ofMinutes(2), over::get);
      copy.join();
    }
  }

  /// Sends for so long, or until then.
  RunResult send(Duration length, BooleanSupplier until) throws InterruptedException {
    var stage = Stage.hold(2 * ofEachPerSecond, length);
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(stage));
    var flows = List.of(Flow.of("read", 1), Flow.of("write", 1));
    double stolenBefore = Machine.stolenSeconds();
    try (Run run = generator.start(new Profile("migration", loop, flows), target, kinds)) {
      while (!run.progress().state().over() && !until.getAsBoolean()) {
        world.pause().sleepNanos(50_000_000);
      }
      run.stop();
      return run.await();
    } finally {
      stolenSeconds = Machine.stolenSeconds() - stolenBefore;
    }
  }

  /// What others took of the processors while it last sent: see [Machine#stolenSeconds].
  double stolenSeconds() {
    return stolenSeconds;
  }

  /// Runs beside the traffic; `over` is set when it has ended.
  static Thread beside(Work work, AtomicBoolean over) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException _) {
            // ended early
          } finally {
            over.set(true);
          }
        });
  }

  /// How long it takes, and how much of that this thread had a processor.
  static String seconds(World world, Work work) throws InterruptedException {
    var threads = ManagementFactory.getThreadMXBean();
    long begun = world.ticks().nanos();
    long cpu = threads.getCurrentThreadCpuTime();
    work.run();
    return "%.1f s (%.1f s of processor)"
        .formatted(
            (world.ticks().nanos() - begun) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
  }

  /// How many processes want a processor, over the last minute.
  static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  @Override
  public void close() {
    generator.close();
  }

  /// Something that takes a while.
  interface Work {
    void run() throws InterruptedException;
  }
}
