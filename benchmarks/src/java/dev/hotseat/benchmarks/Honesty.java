package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// B1: whether a run reports what its clients went through. A server freezes for S in every P;
/// clients who come evenly meet latency S - (1 - q) P at quantile q. A closed loop runs beside the
/// open one, against the same freezes.
///
/// Rounds: environment variable `ROUNDS`, 1 when not given; one takes 80 seconds.
public final class Honesty {
  private static final List<Flow> MIX = List.of(Flow.of("ping", 1));
  private static final Traffic PINGS = (_, _) -> (due, _) -> Call.get("/ping", Map.of(), due);
  private static final double RATE_PER_SECOND = 1_000;
  private static final int CLOSED_CLIENTS = 10;

  private final World world = World.real(1);

  private Honesty() {}

  private record Shape(Duration freeze, Duration every) {
    double theoryMillis(double quantile) {
      return freeze.toMillis() - (1 - quantile) * every.toMillis();
    }
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(System.getenv().getOrDefault("ROUNDS", "1"));
    System.out.println(Machine.conditions());
    System.out.println(
        """
        | freeze | every | theory p99 | open p99 | off by | theory p99.9 | open p99.9 | off by | closed p99 | under-reported | lag p99 ms | verdict |
        |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\
        """);
    for (int round = 0; round < rounds; round++) {
      new Honesty().measure(new Shape(Duration.ofSeconds(1), Duration.ofSeconds(10)));
      new Honesty().measure(new Shape(Duration.ofMillis(200), Duration.ofSeconds(10)));
      new Honesty().measure(new Shape(Duration.ofSeconds(2), Duration.ofSeconds(20)));
    }
  }

  private void measure(Shape shape) throws InterruptedException {
    Duration duration = shape.every.multipliedBy(2);
    var open = new Loop.Open(Loop.Spacing.EVEN, List.of(Stage.hold(RATE_PER_SECOND, duration)));
    var closed = Loop.Closed.reaching(RATE_PER_SECOND, CLOSED_CLIENTS, duration);
    try (var generator = new Generator(world, LoadLimits.USUAL)) {
      Run openRun = generator.start(new Profile("open", open, MIX), freezing(shape), PINGS);
      Run closedRun = generator.start(new Profile("closed", closed, MIX), freezing(shape), PINGS);
      row(shape, openRun.await(), closedRun.await());
    }
  }

  private static void row(Shape shape, RunResult open, RunResult closed) {
    double p99 = open.all().p99Millis();
    double p999 = open.all().p999Millis();
    double hidden = closed.all().p99Millis();
    System.out.printf(
        "| %d ms | %d s | %.0f ms | %.1f ms | %+.2f %% | %.0f ms | %.1f ms | %+.2f %% | %.2f ms"
            + " | %,.0fx | %.2f | %s |%n",
        shape.freeze.toMillis(),
        shape.every.toSeconds(),
        shape.theoryMillis(0.99),
        p99,
        offBy(p99, shape.theoryMillis(0.99)),
        shape.theoryMillis(0.999),
        p999,
        offBy(p999, shape.theoryMillis(0.999)),
        hidden,
        p99 / hidden,
        open.schedule().lagP99Millis(),
        open.state());
  }

  private static double offBy(double reported, double theory) {
    return 100 * (reported - theory) / theory;
  }

  private Target freezing(Shape shape) {
    long freeze = shape.freeze.toNanos();
    long every = shape.every.toNanos();
    return _ -> {
      long into = Math.floorMod(world.ticks().nanos(), every);
      try {
        world.pause().sleepNanos(into < freeze ? freeze - into : 0);
        return Reply.bare(204, Map.of());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Reply.bare(503, Map.of());
      }
    };
  }
}
