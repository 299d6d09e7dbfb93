package dev.hotseat.benchmarks;

import static dev.hotseat.benchmarks.MigrationTraffic.beside;
import static dev.hotseat.benchmarks.MigrationTraffic.seconds;

import dev.hotseat.live.OpenStore;
import dev.hotseat.live.migration.Yard;
import dev.hotseat.load.RunResult;
import dev.hotseat.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// B9: moving a table while 500 reads and 500 writes a second go on, open loop: what the copy does
/// at three rates, what a blocking statement does, how long the cut-over holds everybody back, and
/// whether the tables agree in the end.
///
/// Environment: `ROWS` (2,000,000), in a database in memory or, with `DISK=1`, in a file under
/// `DIRECTORY` (the temporary one); `SECONDS` for each arm (10); `BATCH`, customers copied in one
/// transaction (100). With `MILLIONS` the large one instead, see [MigrationAtLength].
public final class Migration {
  private static final int CONNECTIONS = 24;
  private static final long USUAL_ROWS_PER_SECOND = 20_000;
  private static final long FAST_ROWS_PER_SECOND = 55_000;

  private final World world = World.real(1);
  private final Duration arm = Duration.ofSeconds(number("SECONDS", 10));
  private final Yard yard;
  private final MigrationTraffic traffic;
  private double base = 1;
  private volatile long copyCpuNanos;

  private Migration(OpenStore store, int rows) {
    this.yard = new Yard(world, store, rows, batch());
    this.traffic = MigrationTraffic.of(world, yard);
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    System.out.println(Machine.conditions());
    int millions = number("MILLIONS", 0);
    boolean onDisk = millions > 0 || number("DISK", 0) > 0;
    MigrationTraffic.warmUp(World.real(1), onDisk);
    if (millions > 0) {
      MigrationAtLength.run(store(onDisk), millions * 1_000_000);
    } else {
      arms(store(onDisk));
    }
  }

  /// An empty one.
  static OpenStore store(boolean onDisk) {
    return onDisk ? OpenStore.onDisk(directory(), CONNECTIONS) : OpenStore.inMemory(CONNECTIONS);
  }

  /// What the environment says, or the usual.
  static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(usual)));
  }

  /// Customers copied in one transaction.
  static int batch() {
    return number("BATCH", 100);
  }

  private static Path directory() {
    String parent = System.getenv().getOrDefault("DIRECTORY", System.getProperty("java.io.tmpdir"));
    try {
      return Files.createTempDirectory(Path.of(parent), "migration-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder in " + parent, e);
    }
  }

  private static void arms(OpenStore store) throws InterruptedException {
    int rows = number("ROWS", 2_000_000);
    var migration = new Migration(store, rows);
    try (migration.yard;
        migration.traffic) {
      migration.arms(rows);
    }
  }

  private void arms(int rows) throws InterruptedException {
    System.out.printf(
        "%,d customers seeded in %s%n", rows, seconds(world, () -> yard.seed(_ -> {})));
    System.out.printf("indexed in %s%n", seconds(world, yard::index));
    System.out.println(ArmTable.HEAD);
    traffic.send(arm.multipliedBy(2), () -> false);
    Yard.Disk before = yard.disk();
    RunResult alone = traffic.send(arm, () -> false);
    base = alone.all().p99Millis();
    row("nothing else", 0, alone);
    yard.expand(false);
    row("dual write", 0, traffic.send(arm, () -> false));
    copying();
    Yard.Disk after = yard.disk();
    blocked();
    System.out.printf("cut-over held arrivals for %.1f ms%n", cutOver());
    System.out.printf("before the copy: %s; after it: %s%n", before, after);
    System.out.printf("customers that differ in the end: %d%n", yard.differing("full"));
  }

  private void copying() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread copy =
        beside(
            () -> {
              yard.copy(USUAL_ROWS_PER_SECOND);
              copyCpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            },
            over);
    rated("copy at 20,000 rows/s", arm, over::get);
    yard.pacing(FAST_ROWS_PER_SECOND);
    rated("copy at 55,000 rows/s", arm, over::get);
    yard.pacing(0);
    rated("copy as fast as it goes", arm.multipliedBy(10), over::get);
    copy.join();
    System.out.printf(
        "the copy is %s, tried again %d, %.1f µs of processor a row%n",
        yard.state(), yard.retried(), copyCpuNanos / 1e3 / yard.copied());
  }

  private void rated(String name, Duration length, BooleanSupplier until)
      throws InterruptedException {
    long before = yard.copied();
    long begun = world.ticks().nanos();
    RunResult result = traffic.send(length, until);
    row(name, (yard.copied() - before) / ((world.ticks().nanos() - begun) / 1e9), result);
  }

  private void blocked() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread ddl =
        beside(() -> yard.run("CREATE INDEX customers_new_email ON customers_new (email)"), over);
    row("CREATE INDEX on the table in use", 0, traffic.send(arm, over::get));
    ddl.join();
  }

  private double cutOver() throws InterruptedException {
    AtomicLong stall = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread swap =
        beside(
            () -> {
              world.pause().sleepNanos(arm.toNanos() / 2);
              stall.set(Math.round(1_000 * yard.cutOver()));
            },
            over);
    row("cut-over half-way", 0, traffic.send(arm, () -> false));
    swap.join();
    return stall.get() / 1_000.0;
  }

  private void row(String arm, double copied, RunResult result) {
    System.out.println(ArmTable.row(arm, copied, result, base, traffic.stolenSeconds()));
  }
}
