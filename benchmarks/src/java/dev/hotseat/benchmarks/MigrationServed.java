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

/// B9 as a candidate's clients see it: the live system `customers` itself, four instances and a
/// store next door, under 500 reads and 500 writes a second, open loop, while its customers move in
/// the right order by the levers and actions that a candidate has.
///
/// Environment: `ROWS` (1,000,000; more are kept in a file, in the temporary directory), `SECONDS`
/// for each arm (10).
public final class MigrationServed implements AutoCloseable {
  private final World world = World.real(1);
  private final Duration arm = Duration.ofSeconds(number("SECONDS", 10));
  private final LiveSystem system;
  private final MigrationTraffic traffic;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Readings now;
  private double base = 1;

  private MigrationServed(int rows) {
    var systems =
        LiveSystems.of(List.of(new CustomersBlueprint(PostgresServer.NONE)), SystemLimits.USUAL);
    LeverValues levers =
        LeverValues.initial(new CustomersBlueprint(PostgresServer.NONE).design().levers())
            .with(Map.of("rows", "" + rows));
    this.system = systems.build("customers", world, levers);
    this.traffic = new MigrationTraffic(world, system, system::traffic);
    this.now = system.second();
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    System.out.println(Machine.conditions());
    int rows = number("ROWS", 1_000_000);
    MigrationTraffic.warmUp(World.real(1), Yard.onDisk(rows));
    try (var benchmark = new MigrationServed(rows)) {
      benchmark.run();
    }
    System.exit(0);
  }

  private void run() throws InterruptedException {
    Thread _ = beside(this::watch, new AtomicBoolean());
    while (gauge("rowsOld") < 1) {
      world.pause().sleepNanos(100_000_000);
    }
    System.out.printf("%,.0f customers%n", gauge("rowsOld"));
    System.out.println(ArmTable.HEAD);
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
            "backfill-rate", "20000"));
    row("dual write", 0, traffic.send(arm, () -> false));
    copying();
    String _ = act("verify", Map.of("how", "full"));
    System.out.println(act("repair-mismatches", Map.of()));
    system.change(Map.of("reads-from-new", "100"));
    row("reads from the new table", 0, traffic.send(arm, () -> false));
    System.out.println(act("audit", Map.of()));
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
    System.out.println(ArmTable.row(name, copied, result, base, traffic.stolenSeconds()));
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
