package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Profile;
import dev.hotseat.load.RunResult;
import dev.hotseat.world.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// What sending 100,000 calls a second costs: our crew of workers beside the plain way, a pacer
/// that starts one virtual thread per call. Arms take turns (A B B A), the target answers at once.
///
/// The plain arm does less: it records one histogram, and neither counts, retries nor limits.
public final class DispatchCost {
  private static final int RATE_PER_SECOND = 100_000;
  private static final Duration ARM = Duration.ofSeconds(8);
  private static final Target AT_ONCE = _ -> Reply.bare(204, Map.of());

  private DispatchCost() {}

  private record Arm(String name, double cores, double lagP99Millis, long sent) {}

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    crew();
    threadPerCall();
    System.out.println(Machine.conditions());
    System.out.println("| arm | sent/s | cores | lag p99 ms |\n|---|---:|---:|---:|");
    for (int pair = 0; pair < 2; pair++) {
      print(crew());
      print(threadPerCall());
      print(threadPerCall());
      print(crew());
    }
  }

  private static void print(Arm arm) {
    System.out.printf(
        "| %s | %,d | %.2f | %.2f |%n",
        arm.name, arm.sent / ARM.toSeconds(), arm.cores, arm.lagP99Millis);
  }

  private static Arm crew() throws InterruptedException {
    var profile = Profile.steady("crew", RATE_PER_SECOND, ARM, List.of(Flow.of("ping", 1)));
    try (var generator = new Generator(World.real(1), LoadLimits.USUAL)) {
      RunResult result =
          generator
              .start(profile, AT_ONCE, (_, _) -> (due, _) -> Call.get("/ping", Map.of(), due))
              .await();
      RunResult.Schedule schedule = result.schedule();
      return new Arm("crew", schedule.cores(), schedule.lagP99Millis(), result.served());
    }
  }

  private static Arm threadPerCall() {
    var recorder = new Recorder(3);
    long cpu = cpuNanos();
    long start = System.nanoTime();
    long count = RATE_PER_SECOND * ARM.toSeconds();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        long due = start + i * 1_000_000_000L / RATE_PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        threads.execute(() -> {
          recorder.recordValue(System.nanoTime() - due);
          AT_ONCE.handle(Call.get("/ping", Map.of(), due));
        });
      }
    }
    double cores = (double) (cpuNanos() - cpu) / (System.nanoTime() - start);
    Histogram lag = recorder.getIntervalHistogram();
    return new Arm(
        "thread per call", cores, lag.getValueAtPercentile(99) / 1e6, lag.getTotalCount());
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getProcessCpuTime()
        : 0;
  }
}
