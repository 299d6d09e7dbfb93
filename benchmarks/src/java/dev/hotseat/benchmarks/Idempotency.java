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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// B7: what the idempotency layer costs. The same payments API with and without keys, the provider
/// answering at once: payments a second of a closed loop, and the p99 of 2,000 payments a second,
/// of which 30 % are sent twice and 10 % of whose replies get lost.
///
/// Arms alternate A B B A; figures are medians of paired ratios. Environment: `PAIRS` (5),
/// `SECONDS` of each arm (6).
public final class Idempotency {
  private static final String SYSTEM = "idempotent-payments";
  private static final int CLIENTS = 64;
  private static final double RATE = 2_000;

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

  private Idempotency(Duration length) {
    this.length = length;
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    int pairs = Integer.parseInt(System.getenv().getOrDefault("PAIRS", "5"));
    int seconds = Integer.parseInt(System.getenv().getOrDefault("SECONDS", "6"));
    var benchmark = new Idempotency(Duration.ofSeconds(seconds));
    System.out.println(Machine.conditions());
    benchmark.pair(true);
    List<double[]> rows = new ArrayList<>();
    System.out.println(
        """
        | pair | with keys/s | without/s | ratio | with p99 ms | without p99 ms | ratio | double charges with, without |
        |---:|---:|---:|---:|---:|---:|---:|---:|\
        """);
    for (int i = 0; i < pairs; i++) {
      double[] row = benchmark.pair(i % 2 == 0);
      rows.add(row);
      System.out.printf(
          "| %d | %,.0f | %,.0f | %.2f | %.2f | %.2f | %.2f | %.0f, %.0f |%n",
          i + 1, row[0], row[1], row[0] / row[1], row[2], row[3], row[2] / row[3], row[4], row[5]);
    }
    System.out.printf(
        "median ratio of throughput %.2f, of p99 %.2f%n", median(rows, 0, 1), median(rows, 2, 3));
  }

  private static double median(List<double[]> rows, int over, int under) {
    double[] ratios = rows.stream().mapToDouble(row -> row[over] / row[under]).sorted().toArray();
    return ratios[ratios.length / 2];
  }

  private double[] pair(boolean withFirst) throws InterruptedException {
    double[] first = arm(withFirst);
    double[] second = arm(!withFirst);
    double[] with = withFirst ? first : second;
    double[] without = withFirst ? second : first;
    return new double[] {with[0], without[0], with[1], without[1], with[2], without[2]};
  }

  /// Payments a second, p99 in milliseconds, double charges.
  private double[] arm(boolean with) throws InterruptedException {
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
    try (LiveSystem system = system(world, levers);
        var generator = new Generator(world, LoadLimits.USUAL)) {
      system.startFault("response-lost", OptionalDouble.of(0.1));
      var loop = new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.hold(RATE, length)));
      RunResult result = run(generator, system, loop, 0.3);
      world.pause().sleepNanos(Duration.ofSeconds(4).toNanos());
      double doubled = system.second().number("oracle/doubleCharges").orElseThrow();
      double p99 = result.operations().getFirst().latency().p99Millis();
      return new double[] {perSecond, p99, doubled};
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
