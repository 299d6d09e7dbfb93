package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.live.payments.Pace;
import dev.hotseat.live.payments.PaymentsBlueprint;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.RunResult;
import dev.hotseat.load.Stage;
import dev.hotseat.world.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// B7: what the idempotency layer costs. The same payments API with and without keys, the provider
/// answering at once.
///
/// Two things are asked of each arm. How many payments a second it takes, of a closed loop in which
/// every payment is a new one: stricter than the traffic of the target, since a repeat is cheaper
/// than a payment. And the p99 of 2,000 requests a second, offered whatever comes back, of which 30
/// % repeat one sent lately and 10 % of whose replies get lost.
///
/// Arms alternate A B B A after a warm-up; figures are medians of paired ratios. Before each pair
/// one thread does a fixed piece of work: a pair before which it took 15 % longer than ever, or had
/// its core for less than 80 % of the time, is void. A figure counts only where the history checker
/// found nothing in the arm with keys. Environment: `PAIRS` (5), `SECONDS` of each arm (6),
/// `WARMUP` (20 seconds in all).
public final class Idempotency {
  private static final String SYSTEM = "idempotent-payments";
  private static final int CLIENTS = 64;
  private static final double RATE = 2_000;
  private static final double DUPLICATES = 0.3;

  private static final Map<String, String> WITH =
      Map.ofEntries(
          Map.entry("keys", "claim-with-fingerprint"),
          Map.entry("key-scope", "per-tenant"),
          Map.entry("in-flight", "conflict"),
          Map.entry("transaction", "claim-call-commit"),
          Map.entry("provider-key", "sent"),
          Map.entry("after-timeout", "leave-to-completer"),
          Map.entry("one-transaction", "on"),
          Map.entry("outbox", "on"),
          Map.entry("webhooks", "ignored"),
          Map.entry("pool-size", "64"));

  private final Duration length;
  private double quickest = Double.MAX_VALUE;

  private Idempotency(Duration length) {
    this.length = length;
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    int pairs = number("PAIRS", 5);
    var benchmark = new Idempotency(Duration.ofSeconds(number("SECONDS", 6)));
    System.out.println(Machine.conditions());
    benchmark.warm(Duration.ofSeconds(number("WARMUP", 20)));
    System.out.println(
        """
        | pair | with keys/s | without/s | ratio | with p99 ms | without p99 ms | ratio \
        | CPU µs with, without | lag p99 ms | failed with, without | double charges | |
        |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|\
        """);
    List<Pair> rows = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      Pair row = benchmark.pair(i % 2 == 0);
      rows.add(row);
      row.print(i + 1);
    }
    List<Pair> sound = rows.stream().filter(row -> row.note().isEmpty()).toList();
    System.out.printf(
        "%d of %d pairs count: ratio of throughput %s, of p99 %s; of all pairs %s and %s%n",
        sound.size(),
        pairs,
        spread(sound, Pair::throughput),
        spread(sound, Pair::p99),
        spread(rows, Pair::throughput),
        spread(rows, Pair::p99));
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(usual)));
  }

  private static String spread(List<Pair> rows, ToDoubleFunction<Pair> ratio) {
    if (rows.isEmpty()) {
      return "none";
    }
    double[] sorted = rows.stream().mapToDouble(ratio).sorted().toArray();
    return "%.2f (%.2f to %.2f)"
        .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  private void warm(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    boolean with = true;
    while (System.nanoTime() < until) {
      arm(with);
      with = !with;
    }
    calibrated();
  }

  private Pair pair(boolean withFirst) throws InterruptedException {
    String busy = calibrated();
    Arm first = arm(withFirst);
    Arm second = arm(!withFirst);
    Arm with = withFirst ? first : second;
    Arm without = withFirst ? second : first;
    String note = with.found().isEmpty() ? busy : with.found();
    return new Pair(with, without, note);
  }

  /// Empty where the machine was ours just now.
  private String calibrated() {
    var threads = ManagementFactory.getThreadMXBean();
    long cpuBegun = threads.getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    long mixed = 1;
    for (int i = 0; i < 1_000_000_000; i++) {
      mixed = mixed * 6364136223846793005L + i;
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double share = (threads.getCurrentThreadCpuTime() - cpuBegun) / 1e9 / seconds;
    quickest = Math.min(quickest, seconds);
    boolean busy = seconds > 1.15 * quickest || share < 0.8;
    return busy && mixed != 0
        ? "void: the fixed loop took %.2f of its least, with %.0f %% of a core"
            .formatted(seconds / quickest, 100 * share)
        : "";
  }

  private Arm arm(boolean with) throws InterruptedException {
    Map<String, String> levers = new HashMap<>(WITH);
    if (!with) {
      levers.put("keys", "none");
    }
    World world = World.real(7);
    double perSecond;
    try (LiveSystem system = system(world, levers);
        var generator = new Generator(world, LoadLimits.USUAL)) {
      var loop = new Loop.Closed(CLIENTS, Duration.ZERO, length);
      RunResult result = run(generator, system, loop, 0);
      perSecond = result.served() / result.seconds();
    }
    System.gc(); // what the closed loop left behind is not to be collected in the open one
    try (LiveSystem system = system(world, levers);
        var generator = new Generator(world, LoadLimits.USUAL)) {
      system.startFault("response-lost", OptionalDouble.of(0.1));
      var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.hold(RATE, length)));
      RunResult result = run(generator, system, loop, DUPLICATES);
      world.pause().sleepNanos(Duration.ofSeconds(4).toNanos());
      double doubled = system.second().number("oracle/doubleCharges").orElseThrow();
      String said = with ? system.act("audit", Map.of()) : "";
      String found = !said.startsWith("Found") ? "" : said;
      return Arm.of(perSecond, result, doubled, found);
    }
  }

  /// What one design did.
  ///
  /// @param cpuMicros processor time of the whole process for each request of the open loop
  /// @param failed share of requests that failed of something else than a lost reply
  /// @param found what the history checker found
  private record Arm(
      double perSecond,
      double p99Millis,
      double cpuMicros,
      double lagP99Millis,
      double failed,
      double doubled,
      String found) {
    static Arm of(double perSecond, RunResult open, double doubled, String found) {
      long lost = open.failed().getOrDefault("response-lost", 0L);
      long failed = open.failed().values().stream().mapToLong(Long::longValue).sum() - lost;
      return new Arm(
          perSecond,
          open.operations().getFirst().latency().p99Millis(),
          open.schedule().cores() * open.seconds() * 1e6 / open.offered(),
          open.schedule().lagP99Millis(),
          (double) failed / open.offered(),
          doubled,
          found);
    }
  }

  /// Both, one after the other.
  ///
  /// @param note why it does not count; usually empty
  private record Pair(Arm with, Arm without, String note) {
    double throughput() {
      return with.perSecond() / without.perSecond();
    }

    double p99() {
      return with.p99Millis() / without.p99Millis();
    }

    void print(int number) {
      System.out.printf(
          "| %d | %,.0f | %,.0f | %.2f | %.2f | %.2f | %.2f | %.0f, %.0f | %.2f, %.2f"
              + " | %.1f %%, %.1f %% | %.0f, %.0f | %s |%n",
          number,
          with.perSecond(),
          without.perSecond(),
          throughput(),
          with.p99Millis(),
          without.p99Millis(),
          p99(),
          with.cpuMicros(),
          without.cpuMicros(),
          with.lagP99Millis(),
          without.lagP99Millis(),
          100 * with.failed(),
          100 * without.failed(),
          with.doubled(),
          without.doubled(),
          note);
    }
  }

  private static LiveSystem system(World world, Map<String, String> changes) {
    var systems = LiveSystems.of(List.of(new PaymentsBlueprint(Pace.SANDBOX)), SystemLimits.USUAL);
    var levers = LeverValues.initial(systems.design(SYSTEM).orElseThrow().levers()).with(changes);
    return systems.build(SYSTEM, world, levers);
  }

  private static RunResult run(Generator generator, LiveSystem system, Loop loop, double duplicates)
      throws InterruptedException {
    var profile = new Profile("payments", loop, List.of(Flow.of("pay", 1)));
    return generator.start(profile, system, (_, _) -> payments(duplicates)).await();
  }

  /// Payments, a share of which repeat one sent lately.
  private static CallSource payments(double duplicates) {
    long[] sent = new long[1];
    String[] lately = new String[256];
    Arrays.fill(lately, "");
    return (due, random) -> {
      boolean again = sent[0] > lately.length && random.nextDouble() < duplicates;
      String key = again ? lately[random.nextInt(lately.length)] : "key-" + sent[0]++;
      lately[(int) (sent[0] % lately.length)] = key;
      int customer = Math.floorMod(key.hashCode(), 1000);
      return Call.post(
          "/payments",
          "{\"amount\":1250,\"currency\":\"EUR\",\"customer\":\"cus-" + customer + "\"}",
          Map.of("idempotency-key", key, "x-tenant", "acme", "x-wish", key),
          due);
    };
  }
}
