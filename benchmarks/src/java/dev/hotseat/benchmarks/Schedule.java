package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.Stage;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// B2: how well the generator keeps its plan at 10, 50 and 100 thousand calls a second, evenly
/// spaced and by chance, against a target that answers at once and one that waits in every call.
///
/// Seconds per arm: environment variable `SECONDS_PER_ARM`, 10 when not given.
public final class Schedule {
  private static final List<Flow> MIX = List.of(Flow.of("ping", 1));
  private static final Reply PONG = Reply.bare(204, Map.of());

  private Schedule() {}

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    Duration duration =
        Duration.ofSeconds(Integer.parseInt(System.getenv().getOrDefault("SECONDS_PER_ARM", "10")));
    World world = World.real(20_251_122);
    System.out.println(Machine.conditions());
    System.out.println(
        """
        | target | spacing | planned/s | achieved | failed | lag p99 ms | lag max ms | pacer p99 ms | p99 ms | cores | verdict |
        |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|\
        """);
    try (var generator = new Generator(world, LoadLimits.USUAL)) {
      measure(generator, "at once", atOnce(), Loop.Spacing.EVEN, 50_000, Duration.ofSeconds(10));
      for (int rate : new int[] {10_000, 50_000, 100_000}) {
        for (Loop.Spacing spacing : Loop.Spacing.values()) {
          row("at once", measure(generator, "at once", atOnce(), spacing, rate, duration));
        }
      }
      for (int rate : new int[] {1_000, 10_000}) {
        var blocking = waits(world, 5_000_000);
        row(
            "waits 5 ms",
            measure(generator, "wait", blocking, Loop.Spacing.POISSON, rate, duration));
      }
    }
  }

  private static RunResult measure(
      Generator generator,
      String name,
      Target target,
      Loop.Spacing spacing,
      double rate,
      Duration duration)
      throws InterruptedException {
    var loop = new Loop.Open(spacing, List.of(Stage.hold(rate, duration)));
    return generator
        .start(
            new Profile(name, loop, MIX),
            target,
            (_, _) -> (due, _) -> Call.get("/ping", Map.of(), due))
        .await();
  }

  private static void row(String target, RunResult result) {
    RunResult.Schedule schedule = result.schedule();
    System.out.printf(
        "| %s | %s | %,.0f | %.2f %% | %d | %.3f | %.1f | %.3f | %.3f | %.2f | %s |%n",
        target,
        ((Loop.Open) result.profile().loop()).spacing(),
        schedule.plannedPerSecond(),
        100.0 * schedule.achievedPerSecond() * result.seconds() / Math.max(1, result.offered()),
        result.failures(),
        schedule.lagP99Millis(),
        schedule.lagMaxMillis(),
        schedule.pacerP99Millis(),
        result.all().p99Millis(),
        schedule.cores(),
        result.state());
  }

  private static Target atOnce() {
    return _ -> PONG;
  }

  private static Target waits(World world, long nanos) {
    return _ -> {
      try {
        world.pause().sleepNanos(nanos);
        return PONG;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Reply.bare(503, Map.of());
      }
    };
  }
}
