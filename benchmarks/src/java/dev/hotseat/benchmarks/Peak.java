package dev.hotseat.benchmarks;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// B5: the url-shortener at its peak, 100,000 redirects and 10,000 creations a second in process,
/// every hop instrumented and its seconds closed as a session closes them; beside it the same
/// system without its cache and without its index, at rates those can carry.
///
/// A thousand of the redirects and of the creations each second come as pairs, so that links just
/// acknowledged are asked for: the oracle counts those that were not found. Everybody calls from
/// eu, so that no ocean is crossed. CPU per call is the whole process: generator, system,
/// instruments.
///
/// Environment: `SECONDS` of the peak (60), of every other arm a quarter of that; `SEED` (1);
/// `PEAK` share of the full rate (1.0).
public final class Peak {
  /// A design that deserves the load.
  static final Map<String, String> FIT =
      Map.ofEntries(
          Map.entry("keys", "block-counter"),
          Map.entry("guard", "unique-constraint"),
          Map.entry("on-collision", "retry"),
          Map.entry("cache", "local"),
          Map.entry("cache-size", "100000"),
          Map.entry("cache-ttl", "3600"),
          Map.entry("single-flight", "on"),
          Map.entry("writes", "synchronous"),
          Map.entry("clicks", "batched"),
          Map.entry("batch-size", "10000"),
          Map.entry("batch-interval", "5000"),
          Map.entry("index", "on"),
          Map.entry("pool-size", "64"));

  private static final String SYSTEM = "url-shortener";

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration REST = Duration.ofSeconds(3);

  private final World world;
  private final Duration duration;
  private final double share;

  private Peak(World world, Duration duration, double share) {
    this.world = world;
    this.duration = duration;
    this.share = share;
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    var peak =
        new Peak(
            World.real(Long.parseLong(given("SEED", "1"))),
            Duration.ofSeconds(Long.parseLong(given("SECONDS", "60"))),
            Double.parseDouble(given("PEAK", "1")));
    System.out.println(Machine.conditions());
    System.out.println(
        """
        | arm | offered/s | served | failed | redirect p50 ms | p99 ms | p99.9 ms | create p99 ms | lag p99 ms | cores | CPU µs/call | lost links | read misses | lost clicks | verdict |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\
        """);
    Duration quarter = peak.duration.dividedBy(4);
    peak.arm("as designed", Map.of(), 100_000, 10_000, peak.duration);
    peak.arm("cache off, same load", Map.of("cache", "off"), 100_000, 10_000, quarter);
    peak.arm("cache off", Map.of("cache", "off"), 20_000, 2_000, quarter);
    peak.arm("cache and index off", noIndex(), 100, 10, quarter);
  }

  /// The unique constraint needs the index, so it goes with it.
  static Map<String, String> noIndex() {
    return Map.of("cache", "off", "index", "off", "guard", "none");
  }

  static LiveSystem start(World world, Map<String, String> but, int sampleOneIn) {
    SystemLimits limits = new SystemLimits(20_000, 2_000, 10_000, 200_000_000L, sampleOneIn);
    LiveSystems systems = LiveSystems.of(Found.BLUEPRINTS, limits);
    Design design = systems.design(SYSTEM).orElseThrow();
    LeverValues levers = LeverValues.initial(design.levers()).with(FIT).with(but);
    return systems.build(SYSTEM, world, levers);
  }

  private void arm(
      String name, Map<String, String> but, double redirects, double creations, Duration length)
      throws InterruptedException {
    try (LiveSystem system = start(world, but, 100);
        ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor();
        var generator = new Generator(world, LoadLimits.USUAL)) {
      Future<?> ticking = seconds.scheduleAtFixedRate(system::second, 1, 1, TimeUnit.SECONDS);
      double all = (redirects + creations) * share;
      Stage peak = Stage.hold(all, length);
      run(generator, system, "warm-up", redirects, creations, Stage.ramp(all / 20, all, WARM_UP));
      settle();
      RunResult result = run(generator, system, "peak", redirects, creations, peak);
      settle();
      ticking.cancel(false);
      row(name, result, system.second());
    }
  }

  private RunResult run(
      Generator generator,
      LiveSystem system,
      String name,
      double redirects,
      double creations,
      Stage stage)
      throws InterruptedException {
    double pairs = creations / 10;
    var mix =
        List.of(
            new Flow("redirect@eu", redirects - pairs, Map.of("skew", "1")),
            Flow.of("create@eu", creations - pairs),
            Flow.of("read-after-write@eu", 2 * pairs));
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(stage));
    return generator.start(new Profile(name, loop, mix), system, system::traffic).await();
  }

  /// Lets buffers be written and the collector finish before the next thing is measured.
  private void settle() throws InterruptedException {
    world.pause().sleepNanos(REST.toNanos());
  }

  private static void row(String name, RunResult result, Readings truth) {
    RunResult.Operation redirect = operation(result, "redirect@eu");
    System.out.printf(
        "| %s | %,.0f | %.2f %% | %d | %.3f | %.2f | %.2f | %.2f | %.2f | %.2f | %.1f | %.0f | %.0f | %.0f | %s |%n",
        name,
        result.offered() / result.seconds(),
        100.0 * result.served() / Math.max(1, result.offered()),
        result.failures(),
        redirect.latency().p50Millis(),
        redirect.latency().p99Millis(),
        redirect.latency().p999Millis(),
        operation(result, "create@eu").latency().p99Millis(),
        result.schedule().lagP99Millis(),
        result.schedule().cores(),
        1e6 * result.schedule().cores() * result.seconds() / Math.max(1, result.offered()),
        oracle(truth, "lostLinks"),
        oracle(truth, "readAfterWriteMisses"),
        oracle(truth, "lostClicks"),
        result.state());
    if (!result.note().isEmpty() || result.failures() > 0) {
      System.out.println("  " + name + ": " + result.note() + " " + result.failed());
    }
  }

  private static RunResult.Operation operation(RunResult result, String name) {
    return result.operations().stream()
        .filter(operation -> operation.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double oracle(Readings readings, String name) {
    return readings.number("oracle/" + name).orElseThrow();
  }

  private static String given(String name, String usual) {
    return System.getenv().getOrDefault(name, usual);
  }

  /// Looked for once, and only by who builds systems.
  private static final class Found {
    private static final Collection<Blueprint> BLUEPRINTS =
        ApplicationContext.run().getBeansOfType(Blueprint.class);
  }
}
