package dev.hotseat.benchmarks;

import dev.hotseat.live.migration.Yard;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.Stage;
import dev.hotseat.world.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// B9: moving a table while 500 reads and 500 writes a second go on, open loop: what the copy does
/// at three rates, what a blocking statement does, how long the cut-over holds everybody back, and
/// whether the tables agree in the end.
///
/// Environment: `ROWS` (2,000,000) in a database in memory, `SECONDS` for each arm (10). With
/// `MILLIONS` the large one instead: so many million rows in a file under `DIRECTORY` (the
/// temporary one), copied from the first to the last at `RATE` rows a second (50,000), `MINUTES`
/// from the start at most (60); `INDEX=0` does without the index of e-mail addresses on the old
/// table.
public final class Migration {
  private static final double READS_PER_SECOND = 500;
  private static final double WRITES_PER_SECOND = 500;
  private static final long USUAL_ROWS_PER_SECOND = 20_000;
  private static final long FAST_ROWS_PER_SECOND = 55_000;

  private final World world = World.real(1);
  private final Duration arm = Duration.ofSeconds(number("SECONDS", 10));
  private final LoadLimits limits =
      new LoadLimits(
          10_000, Duration.ofHours(3), 20_000, 1_000, Duration.ofSeconds(30), Duration.ofMillis(2));

  private volatile long copyCpuNanos;

  private Migration() {}

  /// Runs it.
  public static void main(String[] args) throws Exception {
    System.out.println(Machine.conditions());
    int millions = number("MILLIONS", 0);
    if (millions > 0) {
      new Migration().large(millions);
    } else {
      new Migration().arms(number("ROWS", 2_000_000));
    }
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(usual)));
  }

  private void arms(int rows) throws InterruptedException {
    try (Yard yard = new Yard(world, "jdbc:h2:mem:yard;DB_CLOSE_DELAY=-1", rows);
        var generator = new Generator(world, limits)) {
      System.out.printf("%,d customers seeded in %s%n", rows, seconds(yard::seed));
      System.out.printf("indexed in %s%n%n", seconds(yard::index));
      System.out.println(
          """
          | arm | rows/s copied | requests/s | p50 ms | p99 ms | longest ms | p99 to base | failed |
          |---|---:|---:|---:|---:|---:|---:|---:|\
          """);
      load(generator, yard, arm.multipliedBy(2), () -> false);
      double base = row("nothing else", 0, load(generator, yard, arm, () -> false), 1);
      yard.expand();
      row("dual write", 0, load(generator, yard, arm, () -> false), base);
      copying(generator, yard, base);
      blocked(generator, yard, base);
      System.out.printf("cut-over held arrivals for %.1f ms%n", cutOver(generator, yard, base));
      System.out.printf("customers that differ in the end: %d%n", yard.differing("full"));
    }
  }

  private void copying(Generator generator, Yard yard, double base) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread copy = copy(yard, USUAL_ROWS_PER_SECOND, over);
    rated("copy at 20,000 rows/s", generator, yard, base, arm, () -> false);
    yard.pacing(FAST_ROWS_PER_SECOND);
    rated("copy at 55,000 rows/s", generator, yard, base, arm, () -> false);
    yard.pacing(0);
    rated("copy as fast as it goes", generator, yard, base, arm.multipliedBy(10), over::get);
    copy.join();
    System.out.printf(
        "the copy is %s, tried again %d, %s%n", yard.state(), yard.retried(), cost(yard));
  }

  private void rated(
      String name,
      Generator generator,
      Yard yard,
      double base,
      Duration length,
      BooleanSupplier until)
      throws InterruptedException {
    long before = yard.copied();
    long begun = world.ticks().nanos();
    RunResult result = load(generator, yard, length, until);
    double rate = (yard.copied() - before) / ((world.ticks().nanos() - begun) / 1e9);
    row(name, rate, result, base);
  }

  private void blocked(Generator generator, Yard yard, double base) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread ddl =
        background(
            () -> yard.run("CREATE INDEX customers_new_email ON customers_new (email)"), over);
    row("CREATE INDEX on the table in use", 0, load(generator, yard, arm, over::get), base);
    ddl.join();
  }

  private double cutOver(Generator generator, Yard yard, double base) throws InterruptedException {
    AtomicLong stall = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread swap =
        background(
            () -> {
              world.pause().sleepNanos(arm.toNanos() / 2);
              stall.set(Math.round(1_000 * yard.cutOver()));
            },
            over);
    row("cut-over half-way", 0, load(generator, yard, arm, () -> false), base);
    swap.join();
    return stall.get() / 1_000.0;
  }

  private void large(int millions) throws IOException, InterruptedException {
    Path directory =
        Files.createTempDirectory(
            Path.of(
                System.getenv().getOrDefault("DIRECTORY", System.getProperty("java.io.tmpdir"))),
            "migration-");
    try {
      large(millions * 1_000_000, directory);
    } finally {
      erase(directory);
    }
  }

  private void large(int rows, Path directory) throws InterruptedException {
    long rate = number("RATE", 50_000);
    long deadline = world.ticks().nanos() + Duration.ofMinutes(number("MINUTES", 60)).toNanos();
    String url = "jdbc:h2:file:" + directory.resolve("yard") + ";CACHE_SIZE=524288";
    try (Yard yard = new Yard(world, url, rows);
        var generator = new Generator(world, limits)) {
      System.out.printf("%,d customers seeded in %s%n", rows, seconds(yard::seed));
      if (number("INDEX", 1) > 0) {
        System.out.printf("indexed in %s%n", seconds(yard::index));
      }
      double before = yard.fileMb();
      System.out.printf("file before the copy: %,.0f MB%n", before);
      load(generator, yard, arm, () -> false);
      double base = say("nothing else", load(generator, yard, arm, () -> false), 1);
      yard.expand();
      AtomicBoolean over = new AtomicBoolean();
      Peaks peaks = new Peaks(yard, rows);
      Thread watch = background(() -> peaks.watch(over), new AtomicBoolean());
      long begun = world.ticks().nanos();
      Thread copy = copy(yard, rate, over);
      BooleanSupplier ended = () -> over.get() || world.ticks().nanos() > deadline;
      RunResult result = load(generator, yard, Duration.ofHours(3), ended);
      double took = (world.ticks().nanos() - begun) / 1e9;
      boolean whole = over.getAndSet(true);
      yard.stop();
      copy.join();
      watch.join();
      System.out.printf(
          "%s %,d rows in %.0f s: %,.0f rows/s, tried again %d, state %s, %s%n",
          whole ? "copied" : "NOT finished,",
          yard.copied(),
          took,
          yard.copied() / took,
          yard.retried(),
          yard.state(),
          cost(yard));
      say("while copying", result, base);
      System.out.printf(
          "file peak %,.0f MB, %.2f times the table before; heap peak %,d MB%n",
          peaks.fileMb, peaks.fileMb / before, peaks.heapMb);
      if (whole) {
        System.out.printf("cut-over held arrivals for %.1f ms%n", yard.cutOver());
        System.out.printf("customers that differ in a sample: %d%n", yard.differing("sampled"));
      }
    }
  }

  private static void erase(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// On a thread of its own, whose processor time is the copy's.
  private Thread copy(Yard yard, long rowsPerSecond, AtomicBoolean over) {
    return background(
        () -> {
          try {
            yard.copy(rowsPerSecond);
          } finally {
            copyCpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          }
        },
        over);
  }

  private String cost(Yard yard) {
    return "%.1f µs of processor a row".formatted(copyCpuNanos / 1e3 / yard.copied());
  }

  private static Thread background(Work work, AtomicBoolean over) {
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

  private RunResult load(Generator generator, Yard yard, Duration length, BooleanSupplier until)
      throws InterruptedException {
    var stage = Stage.hold(READS_PER_SECOND + WRITES_PER_SECOND, length);
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(stage));
    var flows = List.of(Flow.of("read", READS_PER_SECOND), Flow.of("write", WRITES_PER_SECOND));
    try (Run run =
        generator.start(
            new Profile("migration", loop, flows),
            yard.target(),
            (traffic, _) -> traffic.equals("read") ? yard.reads() : yard.writes())) {
      while (!run.progress().state().over() && !until.getAsBoolean()) {
        world.pause().sleepNanos(50_000_000);
      }
      run.stop();
      return run.await();
    }
  }

  private static double row(String arm, double copied, RunResult result, double base) {
    double p99 = result.all().p99Millis();
    System.out.printf(
        "| %s | %,.0f | %,.0f | %.2f | %.2f | %.1f | %.1f | %s |%n",
        arm,
        copied,
        result.offered() / result.seconds(),
        result.all().p50Millis(),
        p99,
        result.all().maxMillis(),
        base == 1 ? 1 : p99 / base,
        result.failed().isEmpty() ? "0" : result.failed());
    return p99;
  }

  private static double say(String arm, RunResult result, double base) {
    double p99 = result.all().p99Millis();
    System.out.printf(
        "%s: %,.0f requests/s, p50 %.2f ms, p99 %.2f ms (%.1f of base), longest %.0f ms,"
            + " failed %s of %,d%n",
        arm,
        result.offered() / result.seconds(),
        result.all().p50Millis(),
        p99,
        base == 1 ? 1 : p99 / base,
        result.all().maxMillis(),
        result.failed(),
        result.offered());
    return p99;
  }

  /// How long it takes, and how much of that this thread had a processor.
  private String seconds(Work work) throws InterruptedException {
    var threads = ManagementFactory.getThreadMXBean();
    long begun = world.ticks().nanos();
    long cpu = threads.getCurrentThreadCpuTime();
    work.run();
    return "%.1f s (%.1f s of processor)"
        .formatted(
            (world.ticks().nanos() - begun) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /// The largest file and heap seen, with a line about the copy each half minute.
  private final class Peaks {
    private final Yard yard;
    private final int rows;
    private volatile double fileMb;
    private volatile long heapMb;

    Peaks(Yard yard, int rows) {
      this.yard = yard;
      this.rows = rows;
    }

    void watch(AtomicBoolean over) throws InterruptedException {
      for (int second = 0; !over.get(); second++) {
        fileMb = Math.max(fileMb, yard.fileMb());
        Runtime now = Runtime.getRuntime();
        heapMb = Math.max(heapMb, now.totalMemory() - now.freeMemory() >> 20);
        if (second % 30 == 0) {
          System.out.printf(
              "  %d s: %,d of %,d rows, file %,.0f MB, heap %,d MB%n",
              second, yard.copied(), rows, fileMb, heapMb);
        }
        world.pause().sleepNanos(1_000_000_000);
      }
      fileMb = Math.max(fileMb, yard.fileMb());
    }
  }
}
