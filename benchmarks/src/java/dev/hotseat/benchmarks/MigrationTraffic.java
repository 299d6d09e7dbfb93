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

/// The customers' own readers and writers, 500 of each a second, open loop, and work beside them.
final class MigrationTraffic implements AutoCloseable {
  private static final double READS_PER_SECOND = 500;
  private static final double WRITES_PER_SECOND = 500;
  private static final LoadLimits LIMITS =
      new LoadLimits(
          10_000, Duration.ofHours(3), 20_000, 1_000, Duration.ofSeconds(30), Duration.ofMillis(2));

  private final World world;
  private final Target target;
  private final Traffic kinds;
  private final Generator generator;

  /// @param kinds knows `read` and `write`
  MigrationTraffic(World world, Target target, Traffic kinds) {
    this.world = world;
    this.target = target;
    this.kinds = kinds;
    this.generator = new Generator(world, LIMITS);
  }

  static MigrationTraffic of(World world, Yard yard) {
    return new MigrationTraffic(
        world, yard.target(), (kind, _) -> kind.equals("read") ? yard.reads() : yard.writes());
  }

  /// Sends for so long, or until then.
  RunResult send(Duration length, BooleanSupplier until) throws InterruptedException {
    var stage = Stage.hold(READS_PER_SECOND + WRITES_PER_SECOND, length);
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(stage));
    var flows = List.of(Flow.of("read", READS_PER_SECOND), Flow.of("write", WRITES_PER_SECOND));
    try (Run run = generator.start(new Profile("migration", loop, flows), target, kinds)) {
      while (!run.progress().state().over() && !until.getAsBoolean()) {
        world.pause().sleepNanos(50_000_000);
      }
      run.stop();
      return run.await();
    }
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
