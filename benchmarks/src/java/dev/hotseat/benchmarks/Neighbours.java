package dev.hotseat.benchmarks;

import dev.hotseat.live.LiveSystem;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.Stage;
import dev.hotseat.world.Carriers;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// B13: what a session that overloads its live system costs the live system of another, and
/// whatever else runs on the common carriers: the way in over HTTP, the interviewer's pulse.
///
/// The offender takes six times what two cores carry, each redirect a query; the neighbour answers
/// 500 redirects a second. Arms alternate: alone, beside, beside, alone. Start it once with and
/// once without `--add-opens java.base/java.lang=ALL-UNNAMED` to see what carriers of its own are
/// worth.
///
/// Environment: `SECONDS` of each arm (10), `OFFERED` calls a second of the offender (120000).
public final class Neighbours {
  private static final World WORLD = World.real(1);
  private static final Duration WARM_UP = Duration.ofSeconds(8);

  private final Duration duration;
  private final double offered;

  private Neighbours(Duration duration, double offered) {
    this.duration = duration;
    this.offered = offered;
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    System.out.println(Machine.conditions());
    System.out.println("carriers of their own: " + Carriers.possible());
    new Neighbours(
            Duration.ofSeconds(Long.parseLong(given("SECONDS", "10"))),
            Double.parseDouble(given("OFFERED", "120000")))
        .run();
  }

  private void run() throws InterruptedException {
    try (LiveSystem good = Peak.start(WORLD, Map.of(), 100);
        LiveSystem bad = Peak.start(WORLD, Map.of("cache", "off"), 100);
        ScheduledExecutorService seconds = Executors.newScheduledThreadPool(2);
        var quiet = new Generator(WORLD, LoadLimits.USUAL);
        var loud = new Generator(WORLD, LoadLimits.USUAL)) {
      seconds.scheduleAtFixedRate(good::second, 1, 1, TimeUnit.SECONDS);
      seconds.scheduleAtFixedRate(bad::second, 1, 1, TimeUnit.SECONDS);
      quiet.start(profile("warm-up", 5_000, WARM_UP), good, good::traffic).await();
      loud.start(profile("warm-up", 20_000, WARM_UP), bad, bad::traffic).await();
      System.out.println(
          """
          | arm | neighbour p50 ms | p99 ms | its lag p99 ms | served | a task on the common carriers p50 ms | p99 ms | offender served/s |
          |---|---:|---:|---:|---:|---:|---:|---:|\
          """);
      for (boolean beside : List.of(false, true, true, false)) {
        arm(beside, good, bad, quiet, loud);
        TimeUnit.SECONDS.sleep(3);
      }
    }
  }

  private void arm(boolean beside, LiveSystem good, LiveSystem bad, Generator quiet, Generator loud)
      throws InterruptedException {
    var offender =
        beside
            ? loud.start(profile("loud", offered, duration.plusSeconds(2)), bad, bad::traffic)
            : null;
    if (beside) {
      TimeUnit.SECONDS.sleep(1);
    }
    var pulse = new Pulse();
    RunResult result = quiet.start(profile("quiet", 500, duration), good, good::traffic).await();
    Histogram tasks = pulse.stop();
    double served = 0;
    if (offender != null) {
      RunResult loudly = offender.await();
      served = loudly.served() / loudly.seconds();
    }
    RunResult.Operation redirect = result.operations().getFirst();
    System.out.printf(
        "| %s | %.2f | %.2f | %.2f | %.2f %% | %.2f | %.2f | %,.0f |%n",
        beside ? "beside" : "alone",
        redirect.latency().p50Millis(),
        redirect.latency().p99Millis(),
        result.schedule().lagP99Millis(),
        100.0 * result.served() / Math.max(1, result.offered()),
        tasks.getValueAtPercentile(50) / 1e6,
        tasks.getValueAtPercentile(99) / 1e6,
        served);
  }

  private static Profile profile(String name, double rate, Duration length) {
    var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.hold(rate, length)));
    return new Profile(name, loop, List.of(new Flow("redirect@eu", 1, Map.of("skew", "1"))));
  }

  private static String given(String name, String usual) {
    return System.getenv().getOrDefault(name, usual);
  }

  /// Starts a virtual thread every five milliseconds and notes how late it runs.
  private static final class Pulse {
    private final Histogram late = new Histogram(3);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().start(this::beat);

    private void beat() {
      try {
        while (!over.await(5, TimeUnit.MILLISECONDS)) {
          long asked = System.nanoTime();
          Thread.ofVirtual().start(() -> note(System.nanoTime() - asked));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private synchronized void note(long nanos) {
      late.recordValue(nanos);
    }

    synchronized Histogram stop() {
      over.countDown();
      thread.interrupt();
      return late.copy();
    }
  }
}
