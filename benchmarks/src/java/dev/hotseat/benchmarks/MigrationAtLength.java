package dev.hotseat.benchmarks;

import static dev.hotseat.benchmarks.Migration.number;
import static dev.hotseat.benchmarks.MigrationTraffic.beside;
import static dev.hotseat.benchmarks.MigrationTraffic.loadAverage;
import static dev.hotseat.benchmarks.MigrationTraffic.seconds;

import dev.hotseat.live.OpenStore;
import dev.hotseat.live.migration.Yard;
import dev.hotseat.load.RunResult;
import dev.hotseat.world.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// One migration from the first customer to the last, in a file: how long, how much disk and heap,
/// and what those who use the table notice.
///
/// Environment: `MILLIONS` of rows, copied at `RATE` rows a second (50,000), `BATCH` (100) in one
/// transaction, `MINUTES` from the start of the copy at most (60), `SECONDS` of traffic alone for
/// the base (10). `INDEX=0` does without the index of e-mail addresses on the old table,
/// `NEW_INDEX=0` without the one on the new table, which is there before the copy begins, as one
/// would have it.
final class MigrationAtLength {
  private static final int LINE_EVERY_SECONDS = 60;
  private static final int SEED_LINES = 20;
  private static final int WARM_ARMS_MAX = 20;
  private static final double WARM_P50_MILLIS = 5;

  private final World world = World.real(1);
  private final int rows;
  private final Yard yard;
  private final MigrationTraffic traffic;
  private final Duration arm = Duration.ofSeconds(number("SECONDS", 10));
  private double base = 1;
  private double fileMb;
  private double liveMb;
  private long heapMb;
  private volatile long copyCpuNanos;

  private MigrationAtLength(OpenStore store, int rows) {
    this.rows = rows;
    this.yard = new Yard(world, store, rows, Migration.batch());
    this.traffic = MigrationTraffic.of(world, yard);
  }

  static void run(OpenStore store, int rows) throws InterruptedException {
    var migration = new MigrationAtLength(store, rows);
    try (migration.yard;
        migration.traffic) {
      migration.run();
    }
  }

  private void run() throws InterruptedException {
    System.out.printf("%,d customers seeded in %s%n", rows, seconds(world, this::seed));
    if (number("INDEX", 1) > 0) {
      System.out.printf("indexed in %s%n", seconds(world, yard::index));
    }
    System.out.printf("when filled: %s%n", yard.disk());
    System.out.printf("at home in its caches after %s%n", seconds(world, this::warm));
    Yard.Disk before = yard.disk();
    System.out.printf("before the copy: %s%n", before);
    RunResult alone = traffic.send(arm, () -> false);
    base = alone.all().p99Millis();
    say("nothing else", alone);
    yard.expand(number("NEW_INDEX", 1) > 0);
    say("dual write", traffic.send(arm, () -> false));
    boolean whole = copy();
    System.out.printf(
        "file peak %,.0f MB, %.2f times the table before; live peak %,.0f MB; heap peak %,d MB%n",
        fileMb, fileMb / before.fileMb(), liveMb, heapMb);
    if (whole) {
      cutOver();
      System.out.printf("customers that differ in a sample: %d%n", yard.differing("sampled"));
    }
  }

  private void seed() throws InterruptedException {
    int step = rows / SEED_LINES;
    yard.seed(reached -> {
      if (reached % step == 0) {
        System.out.printf("  %,d seeded, load average %.1f%n", reached, loadAverage());
      }
    });
  }

  /// Lets traffic run until the engine and the system keep in memory what every request needs: a
  /// file that was just written is read page by page from the disk at first.
  private void warm() throws InterruptedException {
    for (int arms = 0; arms < WARM_ARMS_MAX; arms++) {
      if (traffic.send(arm, () -> false).all().p50Millis() < WARM_P50_MILLIS) {
        return;
      }
    }
  }

  private boolean copy() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    long begun = world.ticks().nanos();
    long deadline = begun + Duration.ofMinutes(number("MINUTES", 60)).toNanos();
    Thread watch = beside(() -> watch(over), new AtomicBoolean());
    Thread copy =
        beside(
            () -> {
              yard.copy(number("RATE", 50_000));
              copyCpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            },
            over);
    RunResult result =
        traffic.send(Duration.ofHours(3), () -> over.get() || world.ticks().nanos() > deadline);
    double took = (world.ticks().nanos() - begun) / 1e9;
    boolean whole = over.getAndSet(true);
    yard.stop();
    copy.join();
    watch.join();
    System.out.printf(
        "%s %,d rows in %.0f s: %,.0f rows/s, tried again %d, state %s, %.1f µs of processor a"
            + " row%n",
        whole ? "copied" : "NOT finished,",
        yard.copied(),
        took,
        yard.copied() / took,
        yard.retried(),
        yard.state(),
        copyCpuNanos / 1e3 / yard.copied());
    say("while copying", result);
    return whole;
  }

  /// Keeps the largest file and heap, and says every minute where the copy is.
  private void watch(AtomicBoolean over) throws InterruptedException {
    long last = 0;
    for (int second = 0; !over.get(); second++) {
      Yard.Disk disk = yard.disk();
      fileMb = Math.max(fileMb, disk.fileMb());
      liveMb = Math.max(liveMb, disk.liveMb());
      Runtime now = Runtime.getRuntime();
      heapMb = Math.max(heapMb, now.totalMemory() - now.freeMemory() >> 20);
      if (second % LINE_EVERY_SECONDS == 0) {
        long copied = yard.copied();
        System.out.printf(
            "  %d s: %,d of %,d rows, %,d in the last minute, %s, heap peak %,d MB,"
                + " load average %.1f%n",
            second, copied, rows, copied - last, disk, heapMb, loadAverage());
        last = copied;
      }
      world.pause().sleepNanos(1_000_000_000);
    }
  }

  private void cutOver() throws InterruptedException {
    Thread swap =
        beside(
            () -> {
              world.pause().sleepNanos(arm.toNanos() / 2);
              System.out.printf("cut-over held arrivals for %.1f ms%n", yard.cutOver());
            },
            new AtomicBoolean());
    say("cut-over half-way", traffic.send(arm, () -> false));
    swap.join();
  }

  private void say(String arm, RunResult result) {
    double p99 = result.all().p99Millis();
    System.out.printf(
        "%s: %,.0f requests/s, p50 %.2f ms, p99 %.2f ms (%.1f of base), of the middle second"
            + " %.2f ms, longest %.0f ms, failed %s of %,d; p99 of%s; sent late %.2f ms (p99),"
            + " of that the pacer %.2f ms; %.2f cores busy%n",
        arm,
        result.offered() / result.seconds(),
        result.all().p50Millis(),
        p99,
        p99 / base,
        ArmTable.usualP99Millis(result),
        result.all().maxMillis(),
        result.failed(),
        result.offered(),
        kinds(result),
        result.schedule().lagP99Millis(),
        result.schedule().pacerP99Millis(),
        result.schedule().cores());
  }

  private static String kinds(RunResult result) {
    return result.operations().stream()
        .map(each ->
            " %ss %.2f ms (%.2f from when they were sent)"
                .formatted(each.name(), each.latency().p99Millis(), each.serviceP99Millis()))
        .collect(Collectors.joining(","));
  }
}
