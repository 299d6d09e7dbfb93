package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.world.World;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What one redirect of the url-shortener costs in processor time of the thread that asks: from the
/// cache, from the store, from a store without an index, and with every trace kept.
///
/// Processor time does not count what a neighbour on the machine took, so this holds on a busy one.
/// Arms are interleaved round by round; the figure is the median of all rounds.
public final class ReadCost {
  private static final int ROUNDS = 21;
  private static final int WARM_UP_ROUNDS = 8;
  private static final int HANDFUL = 100;

  private ReadCost() {}

  private record Arm(String name, Map<String, String> but, int sampleOneIn, int calls) {}

  private static final List<Arm> ARMS =
      List.of(
          new Arm("cached", Map.of(), 100, 20_000),
          new Arm("cached, no trace kept", Map.of(), 0, 20_000),
          new Arm("cached, every trace kept", Map.of(), 1, 20_000),
          new Arm("cache off", Map.of("cache", "off"), 100, 10_000),
          new Arm("cache and index off", Peak.noIndex(), 100, 100));

  /// Runs it.
  public static void main(String[] args) {
    World world = World.real(1);
    System.out.println(Machine.conditions());
    List<LiveSystem> systems = new ArrayList<>();
    try {
      ARMS.forEach(arm -> systems.add(Peak.start(world, arm.but(), arm.sampleOneIn())));
      double[][] micros = measured(world, systems);
      double cached = median(micros[0]);
      System.out.println("| one redirect | µs of processor | times the cached one |");
      System.out.println("|---|---:|---:|");
      for (int arm = 0; arm < ARMS.size(); arm++) {
        System.out.printf(
            "| %s | %.2f (%.2f to %.2f) | %.2f |%n",
            ARMS.get(arm).name(),
            median(micros[arm]),
            Arrays.stream(micros[arm]).min().orElseThrow(),
            Arrays.stream(micros[arm]).max().orElseThrow(),
            median(micros[arm]) / cached);
      }
    } finally {
      systems.forEach(LiveSystem::close);
    }
  }

  private static double[][] measured(World world, List<LiveSystem> systems) {
    RandomGenerator random = world.dice().stream("read cost");
    List<CallSource> sources =
        systems.stream().map(system -> system.traffic("redirect@eu", Map.of("skew", "1"))).toList();
    double[][] micros = new double[ARMS.size()][ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (int arm = 0; arm < ARMS.size(); arm++) {
        int calls = ARMS.get(arm).calls();
        double took = burst(world, systems.get(arm), sources.get(arm), random, calls);
        if (round >= 0) {
          micros[arm][round] = took;
        }
      }
    }
    return micros;
  }

  /// Calls are made in handfuls outside the measured time: making them is the clients' affair.
  private static double burst(
      World world, LiveSystem system, CallSource source, RandomGenerator random, int calls) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Call> handful = new ArrayList<>(HANDFUL);
    long spent = 0;
    for (int made = 0; made < calls; made += HANDFUL) {
      handful.clear();
      for (int i = 0; i < HANDFUL; i++) {
        handful.add(source.next(world.ticks().nanos(), random));
      }
      long before = threads.getCurrentThreadCpuTime();
      for (Call call : handful) {
        Reply reply = system.handle(call);
        if (reply.status() != 302) {
          throw new IllegalStateException("no redirect but " + reply);
        }
      }
      spent += threads.getCurrentThreadCpuTime() - before;
    }
    return spent / 1e3 / calls;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
