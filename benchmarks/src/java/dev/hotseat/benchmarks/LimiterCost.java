package dev.hotseat.benchmarks;

import com.google.common.util.concurrent.RateLimiter;
import dev.hotseat.live.limiter.Deciders;
import dev.hotseat.live.limiter.Deciders.Decider;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// B6: what one decision costs, ours beside three libraries, each in a `ConcurrentHashMap` by key,
/// 1,000 calls a second and as many at once for each key; one hot key, and 100,000 keys of which
/// one gets a fifth of the calls; one thread and two. Every arm reads the clock once.
///
/// The arms that end in `-told` also say what remains, as header fields need it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LimiterCost {
  private static final int CALLS = 1 << 17;
  private static final int PER_SECOND = 1_000;

  @Param({
    "gcra",
    "bucket4j",
    "resilience4j",
    "guava",
    "token-bucket",
    "fixed-window",
    "sliding-counter",
    "sliding-log",
    "leaky-bucket",
    "gcra-told",
    "bucket4j-told"
  })
  public String arm = "";

  @Param({"1", "100000"})
  public int keys;

  private String[] calls = new String[0];
  private Decider decider = _ -> false;

  /// Makes all limiters before the first decision is measured.
  @Setup
  public void prepare() {
    calls = Deciders.calls(keys, CALLS);
    decider = decider(arm);
    for (String key : calls) {
      decider.admits(key);
    }
  }

  @Benchmark
  public boolean decide(Place place) {
    return decider.admits(calls[place.next++ & CALLS - 1]);
  }

  /// Where a thread is in the list of calls.
  @State(Scope.Thread)
  public static class Place {
    private int next;

    /// Threads begin in different places.
    @Setup
    public void begin() {
      next = (int) (Thread.currentThread().threadId() * 7_919) & CALLS - 1;
    }
  }

  private static Decider decider(String arm) {
    return switch (arm) {
      case "bucket4j" -> byKey(_ -> bucket(), bucket -> bucket.tryConsume(1));
      case "bucket4j-told" ->
          byKey(_ -> bucket(), bucket -> bucket.tryConsumeAndReturnRemaining(1).isConsumed());
      case "resilience4j" -> byKey(LimiterCost::resilience, each -> each.acquirePermission());
      case "guava" -> byKey(_ -> RateLimiter.create(PER_SECOND), each -> each.tryAcquire());
      case "gcra-told" -> Deciders.inTable("gcra");
      default -> Deciders.alone(arm);
    };
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_SECOND).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
        .build();
  }

  private static io.github.resilience4j.ratelimiter.RateLimiter resilience(String key) {
    return io.github.resilience4j.ratelimiter.RateLimiter.of(
        key,
        RateLimiterConfig.custom()
            .limitForPeriod(PER_SECOND)
            .limitRefreshPeriod(Duration.ofSeconds(1))
            .timeoutDuration(Duration.ZERO)
            .build());
  }

  private static <T> Decider byKey(Function<String, T> maker, Predicate<T> admits) {
    Map<String, T> limiters = new ConcurrentHashMap<>();
    return key -> {
      T known = limiters.get(key);
      T limiter = known == null ? limiters.computeIfAbsent(key, maker) : known;
      return admits.test(limiter);
    };
  }

  /// Runs it: one thread, then two. `MILLIS` (500) is the length of one of three measurements.
  public static void main(String[] args) throws RunnerException {
    System.out.println(Machine.conditions());
    for (String algorithm : new String[] {"fixed-window", "token-bucket", "gcra"}) {
      System.out.printf(
          "%s lets %d of 1,000 through in one second around an edge%n",
          algorithm, Deciders.mostAroundAnEdge(algorithm));
    }
    var length =
        TimeValue.milliseconds(Long.parseLong(System.getenv().getOrDefault("MILLIS", "500")));
    for (int threads = 1; threads <= 2; threads++) {
      new Runner(
              new OptionsBuilder()
                  .include(LimiterCost.class.getName() + "\\.")
                  .threads(threads)
                  .forks(1)
                  .warmupIterations(2)
                  .warmupTime(length)
                  .measurementIterations(3)
                  .measurementTime(length)
                  .build())
          .run();
    }
  }
}
