package dev.hotseat.benchmarks;

import static dev.hotseat.benchmarks.Migration.number;
import static dev.hotseat.benchmarks.MigrationTraffic.beside;

import dev.hotseat.live.Jobs;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.PostgresServer;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.live.migration.CustomersBlueprint;
import dev.hotseat.live.migration.Yard;
import dev.hotseat.load.RunResult;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// B9 as a candidate's clients see it: the live system `customers` itself, four instances and a
/// store next door, under 500 reads and 500 writes a second, open loop, while its customers move in
/// the right order by the levers and actions that a candidate has.
///
/// Environment: `ROWS` (1,000,000; more are kept in a file, in the temporary directory), `SECONDS`
/// for each arm (10), `BATCH`, customers copied in one transaction (100). A small system is moved
/// first, in short arms under four times the traffic and with nothing printed: see
/// [MigrationTraffic#warmUp].
public final class MigrationServed implements AutoCloseable {
  private static final int ROWS_WARMING_UP = 200_000;
  private static final int ROWS_WARMING_UP_ON_DISK = 1_100_000;
  private static final Duration ARM_WARMING_UP = Duration.ofSeconds(6);

  private final World world = World.real(1);
  private final Duration arm;
  private final Consumer<String> print;
  private final LiveSystem system;
  private final MigrationTraffic traffic;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Readings now;
  private double base = 1;

  private MigrationServed(int rows, double ofEachPerSecond, Duration arm, Consumer<String> print) {
    this.arm = arm;
    this.print = print;
    var systems =
        LiveSystems.of(List.of(new CustomersBlueprint(PostgresServer.NONE)), SystemLimits.USUAL);
    LeverValues levers =
        LeverValues.initial(new CustomersBlueprint(PostgresServer.NONE).design().levers())
            .with(Map.of("rows", "" + rows));
    this.system = systems.build("customers", world, levers);
    this.traffic = new MigrationTraffic(world, ofEachPerSecond, system, system::traffic);
    this.now = system.second();
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    System.out.println(Machine.conditions());
    int rows = number("ROWS", 1_000_000);
    try (var small =
        new MigrationServed(
            Yard.onDisk(rows) ? ROWS_WARMING_UP_ON_DISK : ROWS_WARMING_UP,
            MigrationTraffic.OF_EACH_PER_SECOND_WARMING_UP,
            ARM_WARMING_UP,
            _ -> {})) {
      small.run();
    }
    try (var benchmark =
        new MigrationServed(
            rows,
            MigrationTraffic.OF_EACH_PER_SECOND,
            Duration.ofSeconds(number("SECONDS", 10)),
            System.out::println)) {
      benchmark.run();
    }
    System.exit(0);
  }

  private void run() throws InterruptedException {
    Thread _ = beside(this::watch, new AtomicBoolean());
    while (gauge("rowsOld") < 1) {
      world.pause().sleepNanos(100_000_000);
    }
    print.accept("%,.0f customers".formatted(gauge("rowsOld")));
    print.accept(ArmTable.HEAD);
    traffic.send(arm.multipliedBy(2), () -> false);
    RunResult alone = traffic.send(arm, () -> false);
    base = alone.all().p99Millis();
    row("nothing else", 0, alone);
    act("create-new-table", Map.of());
    act("roll-instances", Map.of("to", "v2"));
    system.change(
        Map.of(
            "dual-write", "one-transaction",
            "version-check", "on",
            "checkpoint", "on",
            "replica-rate", "1000000",
            "batch-size", Integer.toString(Migration.batch()),
            "backfill-rate", "20000"));
    row("dual write", 0, traffic.send(arm, () -> false));
    copying();
    String _ = act("verify", Map.of("how", "full"));
    print.accept(act("repair-mismatches", Map.of()));
    system.change(Map.of("reads-from-new", "100"));
    row("reads from the new table", 0, traffic.send(arm, () -> false));
    print.accept(act("audit", Map.of()));
  }

  private void copying() throws InterruptedException {
    String _ = system.act("start-backfill", Map.of());
    world.pause().sleepNanos(1_000_000_000);
    copying("copy at 20,000 rows/s");
    system.change(Map.of("backfill-rate", "55000"));
    copying("copy at 55,000 rows/s");
    system.change(Map.of("backfill-rate", "0"));
    copying("copy as fast as it goes");
    settle();
  }

  private void copying(String name) throws InterruptedException {
    double before = copied();
    long begun = world.ticks().nanos();
    RunResult result = traffic.send(arm, () -> gauge("backfillShare") >= 1);
    row(name, (copied() - before) / ((world.ticks().nanos() - begun) / 1e9), result);
  }

  private double copied() {
    return system.jobs().stream()
        .filter(each -> each.name().equals("backfill"))
        .mapToDouble(Jobs.Standing::done)
        .max()
        .orElse(0);
  }

  private double gauge(String name) {
    return now.number("gauge/" + name).orElse(0);
  }

  /// Takes an action and waits for its end.
  private String act(String action, Map<String, String> with) throws InterruptedException {
    String said = system.act(action, with);
    settle();
    return said;
  }

  private void settle() throws InterruptedException {
    world.pause().sleepNanos(1_500_000_000);
    while (gauge("stepsRunning") > 0) {
      world.pause().sleepNanos(100_000_000);
    }
  }

  private void row(String name, double copied, RunResult result) {
    print.accept(ArmTable.row(name, copied, result, base, traffic.stolenSeconds()));
  }

  /// Closes the seconds, as whoever owns a system does.
  private void watch() throws InterruptedException {
    while (!over.get()) {
      world.pause().sleepNanos(1_000_000_000);
      now = system.second();
    }
  }

  @Override
  public void close() {
    over.set(true);
    traffic.close();
    system.close();
  }
}
