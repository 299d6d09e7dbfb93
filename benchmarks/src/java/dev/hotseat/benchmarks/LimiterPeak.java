package dev.hotseat.benchmarks;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.live.limiter.Deciders;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.Stage;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.World;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The rate limiter's seed peak: 100,000 calls a second through balancer, four nodes and the gate,
/// for each algorithm; one tenant sends 60 % of them, 20,000 keys the rest. The limit is divided
/// among the nodes, so that no decision waits for a network; what the backend cannot take is shed.
///
/// Time to decide, over-admission and wrong refusals come from the system's own instruments and its
/// judge, memory per key from the heap.
///
/// Environment: `SECONDS` for each algorithm (60); `SEED` (1); `RATE` (100000).
public final class LimiterPeak {
  private static final String SYSTEM = "rate-limiter";
  private static final int KEYS_WEIGHED = 50_000;
  private static final List<String> ALGORITHMS =
      List.of(
          "gcra", "token-bucket", "fixed-window", "sliding-counter", "sliding-log", "leaky-bucket");

  private final World world;
  private final double rate;
  private final Duration duration;

  private LimiterPeak(World world, double rate, Duration duration) {
    this.world = world;
    this.rate = rate;
    this.duration = duration;
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    var peak =
        new LimiterPeak(
            World.real(Long.parseLong(given("SEED", "1"))),
            Double.parseDouble(given("RATE", "100000")),
            Duration.ofSeconds(Long.parseLong(given("SECONDS", "60"))));
    System.out.println(Machine.conditions());
    System.out.println(
        """
        | algorithm | offered/s | decisions/s | decision p99 µs, median second | worst second | lag p99 ms | cores | over-admitted | fullest window | wrongly refused | bytes per key, heap | by the gauge |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\
        """);
    for (String algorithm : ALGORITHMS) {
      peak.arm(algorithm);
    }
  }

  private void arm(String algorithm) throws InterruptedException {
    List<Readings> readings = new CopyOnWriteArrayList<>();
    RunResult result;
    try (LiveSystem system = start(algorithm);
        ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor();
        var generator = new Generator(world, LoadLimits.USUAL)) {
      Future<?> ticking =
          seconds.scheduleAtFixedRate(() -> readings.add(system.second()), 1, 1, TimeUnit.SECONDS);
      run(generator, system, Stage.ramp(rate / 20, rate, Duration.ofSeconds(10)));
      readings.clear();
      result = run(generator, system, Stage.hold(rate, duration));
      ticking.cancel(false);
    }
    row(algorithm, result, List.copyOf(readings));
  }

  private LiveSystem start(String algorithm) {
    LiveSystems systems =
        LiveSystems.of(
            ApplicationContext.run().getBeansOfType(Blueprint.class),
            new SystemLimits(20_000, 2_000, 10_000, 200_000_000L, 100));
    LeverValues levers =
        LeverValues.initial(systems.design(SYSTEM).orElseThrow().levers())
            .with(
                Map.of(
                    "algorithm", algorithm,
                    "state", "local-share",
                    "shed", "1",
                    "queue-time", "0",
                    "eviction", "idle"));
    return systems.build(SYSTEM, world, levers);
  }

  private static RunResult run(Generator generator, LiveSystem system, Stage stage)
      throws InterruptedException {
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(stage));
    var profile = new Profile("peak", loop, List.of(Flow.of("call", 1)));
    return generator.start(profile, system, system::traffic).await();
  }

  private static void row(String algorithm, RunResult result, Collection<Readings> readings) {
    List<Double> p99 = new ArrayList<>(all(readings, "gauge/decisionP99"));
    p99.sort(null);
    List<Double> decisions = all(readings, "gauge/decisionsPerSecond");
    System.out.printf(
        "| %s | %,.0f | %,.0f | %.1f | %.1f | %.2f | %.2f | %.0f | %.2f | %.0f | %.0f | %.0f |%n",
        algorithm,
        result.offered() / result.seconds(),
        decisions.stream().mapToDouble(each -> each).average().orElse(0),
        1000 * p99.get(p99.size() / 2),
        1000 * p99.getLast(),
        result.schedule().lagP99Millis(),
        result.schedule().cores(),
        last(readings, "oracle/overAdmitted"),
        all(readings, "oracle/worstWindow").stream().mapToDouble(each -> each).max().orElse(0),
        last(readings, "oracle/wronglyRejected"),
        Deciders.bytesPerKey(algorithm, KEYS_WEIGHED),
        Deciders.bytesByGauge(algorithm));
    if (!result.note().isEmpty() || last(readings, "oracle/unjudged") > 0) {
      System.out.println("  " + result.note() + " unjudged " + last(readings, "oracle/unjudged"));
    }
  }

  private static List<Double> all(Collection<Readings> readings, String key) {
    return readings.stream().map(each -> each.number(key).orElse(0)).toList();
  }

  private static double last(Collection<Readings> readings, String key) {
    List<Double> all = all(readings, key);
    return all.getLast();
  }

  private static String given(String name, String usual) {
    return System.getenv().getOrDefault(name, usual);
  }
}
