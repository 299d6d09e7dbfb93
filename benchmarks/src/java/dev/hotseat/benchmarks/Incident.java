package dev.hotseat.benchmarks;

import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.live.orders.OrdersBlueprint;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Run;
import dev.hotseat.load.Stage;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// B8: what the incident does to a checkout. The orders service under 240 calls a second, open
/// loop: the p99 of checkout before the cause, with it, after a step that does not help, and after
/// the one that does.
///
/// Each figure is the median of the seconds of an arm, each second a p99 of some 72 checkouts.
/// Environment: `SEEDS` (10), `SECONDS` of each arm (12), `INTENSITIES` (1,1.5), `CAUSES`.
public final class Incident {
  private static final String SYSTEM = "orders";
  private static final double RATE = 240;

  /// What begins, what does not help, what does: an action with its arguments, `newest` stands for
  /// the newest deploy.
  private record Case(String cause, int settleSeconds, List<String> wrong, List<String> right) {}

  private static final List<String> ONE_MORE = List.of("add-instance");
  private static final List<String> BACK = List.of("roll-back", "deploy", "newest");

  private static final List<Case> CASES =
      List.of(
          new Case("missing-index", 2, ONE_MORE, BACK),
          new Case("n-plus-one", 2, ONE_MORE, BACK),
          new Case("call-in-transaction", 2, ONE_MORE, BACK),
          new Case("connection-leak", 40, List.of("resize-pool", "size", "24"), BACK),
          new Case(
              "pricing-slow",
              2,
              ONE_MORE,
              List.of("set-timeout", "downstream", "pricing", "millis", "30")),
          new Case("retry-storm", 12, ONE_MORE, List.of("set-retry-budget", "percent", "10")),
          new Case("hot-row-lock", 2, ONE_MORE, List.of("stop-batch")),
          new Case("big-baskets", 2, ONE_MORE, List.of("block-tenant", "tenant", "umbrella")),
          new Case("gc-pauses", 25, List.of("restart", "instance", "orders.1"), BACK),
          new Case(
              "pool-shrunk",
              3,
              List.of("resize-queue", "size", "40"),
              List.of("resize-pool", "size", "20")),
          new Case(
              "queue-enlarged",
              5,
              List.of("resize-queue", "size", "150"),
              List.of("set-flag", "flag", "personal-offers", "state", "off")));

  private final int seconds;

  private Incident(int seconds) {
    this.seconds = seconds;
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    int seeds = Integer.parseInt(System.getenv().getOrDefault("SEEDS", "10"));
    int seconds = Integer.parseInt(System.getenv().getOrDefault("SECONDS", "12"));
    String only = System.getenv().getOrDefault("CAUSES", "");
    String[] intensities = System.getenv().getOrDefault("INTENSITIES", "1,1.5").split(",");
    var benchmark = new Incident(seconds);
    System.out.println(Machine.conditions());
    System.out.println(
        """
        | cause | intensity | healthy ms | with it ms | ratio (spread) | wrong step | right step |
        |---|---:|---:|---:|---:|---:|---:|\
        """);
    for (Case each : CASES) {
      if (only.isEmpty() || Arrays.asList(only.split(",")).contains(each.cause())) {
        for (String intensity : intensities) {
          benchmark.row(each, Double.parseDouble(intensity), seeds);
        }
      }
    }
    System.exit(0);
  }

  private void row(Case which, double intensity, int seeds) throws InterruptedException {
    List<double[]> nights = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      nights.add(night(which, intensity, seed));
    }
    double[] ratios = nights.stream().mapToDouble(night -> night[1] / night[0]).sorted().toArray();
    System.out.printf(
        "| %s | %.1f | %.0f | %.0f | %.1f (%.1f–%.1f) | %.1f | %.2f |%n",
        which.cause(),
        intensity,
        median(nights.stream().mapToDouble(night -> night[0]).toArray()),
        median(nights.stream().mapToDouble(night -> night[1]).toArray()),
        median(ratios),
        ratios[0],
        ratios[ratios.length - 1],
        median(nights.stream().mapToDouble(night -> night[2] / night[0]).toArray()),
        median(nights.stream().mapToDouble(night -> night[3] / night[0]).toArray()));
  }

  /// The p99 of checkout in milliseconds: healthy, ill, after the wrong step, after the right one.
  private double[] night(Case which, double intensity, long seed) throws InterruptedException {
    World world = World.real(seed);
    LiveSystems systems = LiveSystems.of(List.of(new OrdersBlueprint()), SystemLimits.USUAL);
    try (LiveSystem system = systems.build(SYSTEM, world, LeverValues.initial(List.of()));
        var generator = new Generator(world, LoadLimits.USUAL);
        Run _ = traffic(generator, system, which)) {
      double _ = p99(system, world, 8);
      double healthy = p99(system, world, seconds);
      system.startFault(which.cause(), OptionalDouble.of(intensity));
      double _ = p99(system, world, which.settleSeconds());
      double ill = p99(system, world, seconds);
      act(system, which.wrong());
      double _ = p99(system, world, 2);
      double wrong = p99(system, world, seconds);
      act(system, which.right());
      double _ = p99(system, world, 12);
      return new double[] {healthy, ill, wrong, p99(system, world, seconds)};
    }
  }

  private Run traffic(Generator generator, LiveSystem system, Case which) {
    Duration whole = Duration.ofSeconds(4L * seconds + 30 + which.settleSeconds());
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.hold(RATE, whole)));
    var profile = new Profile("night", loop, List.of(Flow.of("mix", 1)));
    return generator.start(profile, system, system::traffic);
  }

  private static void act(LiveSystem system, List<String> step) throws InterruptedException {
    Map<String, String> arguments = new HashMap<>();
    for (int i = 1; i < step.size(); i += 2) {
      String value = step.get(i + 1);
      arguments.put(
          step.get(i),
          value.equals("newest")
              ? system.sheet("deploys", Map.of()).rows().getFirst().getFirst()
              : value);
    }
    String _ = system.act(step.getFirst(), arguments);
  }

  private static double p99(LiveSystem system, World world, int over) throws InterruptedException {
    double[] found = new double[over];
    var _ = system.second();
    for (int i = 0; i < over; i++) {
      world.pause().sleepNanos(TimeUnit.SECONDS.toNanos(1));
      found[i] = system.second().number("p99/checkout").orElse(Double.NaN);
    }
    return median(found);
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }
}
