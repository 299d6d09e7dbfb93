package dev.hotseat.benchmarks;

import dev.hotseat.benchmarks.IncidentCases.Move;
import dev.hotseat.benchmarks.IncidentCases.Step;
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
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.World;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// B8: what the incident does to a checkout. The orders service under 240 calls a second, open
/// loop: the p99 of checkout before the cause, with it, after each step that does not help, and
/// after the one that does.
///
/// Each figure is the median of the seconds of an arm, each second a p99 of some 72 checkouts.
/// Nights wait more than they compute and share nothing but the machine, so several run at once; a
/// ratio is always one of a night to itself.
///
/// Environment: `SEEDS` (10), `SECONDS` of each arm (10), `INTENSITIES` (1,1.5), `CAUSES`,
/// `AT_ONCE` (5), `WRONG_SEEDS` that also take the wrong steps (3), `RIGHT_SEEDS` that go on to
/// what mends it (10).
public final class Incident {
  private static final String SYSTEM = "orders";
  private static final double RATE = 240;
  private static final int WARM_UP_SECONDS = 25;
  private static final int MENDED_SECONDS = 30;
  private static final double MENDED = 1.25;

  private final int seconds;
  private final int seeds;
  private final int wrongSeeds;
  private final int rightSeeds;
  private final int atOnce;
  private final ExecutorService nights;

  private Incident() {
    this.seconds = number("SECONDS", 10);
    this.seeds = number("SEEDS", 10);
    this.wrongSeeds = number("WRONG_SEEDS", 3);
    this.rightSeeds = number("RIGHT_SEEDS", 10);
    this.atOnce = number("AT_ONCE", 5);
    this.nights = Executors.newFixedThreadPool(atOnce);
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, "" + usual));
  }

  /// What one night showed.
  ///
  /// @param wrong ratio after each wrong step
  /// @param right name of the step that was to mend it
  /// @param mendedAfter seconds until p99 was within [#MENDED] of healthy; infinite for never
  /// @param goodput calls answered well a second: healthy, and at the end
  private record Night(
      double healthy,
      double ill,
      Map<String, Double> wrong,
      String right,
      double mended,
      double mendedAfter,
      double goodput) {
    double ratio() {
      return ill / healthy;
    }
  }

  /// Runs it.
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    String only = System.getenv().getOrDefault("CAUSES", "");
    String[] intensities = System.getenv().getOrDefault("INTENSITIES", "1,1.5").split(",");
    var benchmark = new Incident();
    System.out.println(Machine.conditions());
    benchmark.warmUp();
    System.out.println(
        """
        | cause | intensity | healthy ms | with it ms | ratio (spread) | wrong steps | right step: ratio, after s |
        |---|---:|---:|---:|---:|---|---|\
        """);
    for (IncidentCases each : IncidentCases.ALL) {
      if (only.isEmpty() || Arrays.asList(only.split(",")).contains(each.cause())) {
        benchmark
            .all(each, intensities)
            .forEach((intensity, nights) -> print(each.cause() + " | " + intensity, nights));
      }
    }
    var runtime = ManagementFactory.getRuntimeMXBean();
    double cpu =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime()
            / 1e6
            / runtime.getUptime();
    System.out.printf("%nAt work for %d s, on %.2f cores.%n", runtime.getUptime() / 1_000, cpu);
    System.exit(0);
  }

  /// So many nights side by side, and then so many again: they begin together, so that none is
  /// disturbed by the building of another.
  private Map<String, List<Night>> all(IncidentCases which, String[] intensities)
      throws InterruptedException, ExecutionException {
    List<Callable<Night>> waiting = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      for (String intensity : intensities) {
        long mine = seed;
        waiting.add(() -> night(which, Double.parseDouble(intensity), mine));
      }
    }
    Map<String, List<Night>> found = new LinkedHashMap<>();
    for (int from = 0; from < waiting.size(); from += atOnce) {
      int to = Math.min(from + atOnce, waiting.size());
      int at = from;
      for (Future<Night> each : nights.invokeAll(waiting.subList(from, to))) {
        String intensity = intensities[at++ % intensities.length];
        found.computeIfAbsent(intensity, _ -> new ArrayList<>()).add(each.get());
      }
    }
    return found;
  }

  /// A service of its own, so that the first night finds compiled code.
  private void warmUp() throws InterruptedException {
    World world = World.real(0);
    LiveSystems systems = LiveSystems.of(List.of(new OrdersBlueprint()), SystemLimits.USUAL);
    try (LiveSystem system = systems.build(SYSTEM, world, LeverValues.initial(List.of()));
        var generator = new Generator(world, LoadLimits.USUAL);
        Run _ = traffic(generator, system)) {
      new Watch(system, world).skip(WARM_UP_SECONDS);
    }
  }

  private static void print(String row, List<Night> nights) {
    double[] ratios = nights.stream().mapToDouble(Night::ratio).sorted().toArray();
    System.out.printf(
        "| %s | %.0f | %.0f | %.1f (%.1f–%.1f) | %s | %s |%n",
        row,
        median(nights.stream().mapToDouble(Night::healthy).toArray()),
        median(nights.stream().mapToDouble(Night::ill).toArray()),
        median(ratios),
        ratios[0],
        ratios[ratios.length - 1],
        wrong(nights),
        right(nights));
  }

  private static String wrong(List<Night> nights) {
    Map<String, List<Double>> byStep = new LinkedHashMap<>();
    nights.forEach(night ->
        night
            .wrong()
            .forEach(
                (name, ratio) -> byStep.computeIfAbsent(name, _ -> new ArrayList<>()).add(ratio)));
    return byStep.entrySet().stream()
        .map(each -> "%s %.1f".formatted(each.getKey(), median(doubles(each.getValue()))))
        .collect(Collectors.joining(", "));
  }

  private static String right(List<Night> nights) {
    Map<String, List<Night>> byStep =
        nights.stream()
            .filter(night -> !night.right().isEmpty())
            .collect(Collectors.groupingBy(Night::right, LinkedHashMap::new, Collectors.toList()));
    return byStep.entrySet().stream()
        .map(each ->
            "%s: %.2f, %.0f s, goodput %.2f (%d)"
                .formatted(
                    each.getKey(),
                    median(each.getValue().stream().mapToDouble(Night::mended).toArray()),
                    each.getValue().stream().mapToDouble(Night::mendedAfter).max().orElse(0),
                    median(each.getValue().stream().mapToDouble(Night::goodput).toArray()),
                    each.getValue().size()))
        .collect(Collectors.joining("; "));
  }

  private static double[] doubles(List<Double> of) {
    return of.stream().mapToDouble(each -> each).toArray();
  }

  private Night night(IncidentCases which, double intensity, long seed)
      throws InterruptedException {
    World world = World.real(seed);
    LiveSystems systems = LiveSystems.of(List.of(new OrdersBlueprint()), SystemLimits.USUAL);
    try (LiveSystem system = systems.build(SYSTEM, world, LeverValues.initial(List.of()));
        var generator = new Generator(world, LoadLimits.USUAL);
        Run _ = traffic(generator, system)) {
      Watch watch = new Watch(system, world);
      watch.skip(7);
      Seen healthy = watch.over(seconds);
      system.startFault(which.cause(), OptionalDouble.of(intensity));
      watch.skip(which.settleSeconds());
      Seen ill = watch.over(seconds);
      Map<String, Double> wrong = new LinkedHashMap<>();
      if (seed <= wrongSeeds && intensity == 1) {
        for (Move move : which.wrong()) {
          watch.take(move);
          wrong.put(move.name(), watch.over(seconds).p99() / healthy.p99());
        }
      }
      Night night =
          new Night(healthy.p99(), ill.p99(), wrong, "", Double.NaN, Double.NaN, Double.NaN);
      if (seed <= rightSeeds && intensity == 1) {
        night = mended(watch, night, healthy, which.right().get((int) seed % which.right().size()));
      }
      System.err.printf(
          "%tT %s %.1f seed %d: %.0f ms, %.1f times; wrong %s; %s %.2f after %.0f s%n",
          System.currentTimeMillis(),
          which.cause(),
          intensity,
          seed,
          night.healthy(),
          night.ratio(),
          night.wrong(),
          night.right(),
          night.mended(),
          night.mendedAfter());
      return night;
    }
  }

  private Night mended(Watch watch, Night night, Seen healthy, Move right)
      throws InterruptedException {
    watch.take(new Move(right.name(), 0, right.steps()));
    double after = watch.untilBelow(MENDED * healthy.p99());
    Seen end = watch.over(seconds);
    return new Night(
        night.healthy(),
        night.ill(),
        night.wrong(),
        right.name(),
        end.p99() / healthy.p99(),
        after,
        end.goodput() / healthy.goodput());
  }

  private static Run traffic(Generator generator, LiveSystem system) {
    var loop =
        new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.hold(RATE, Duration.ofMinutes(9))));
    var profile = new Profile("night", loop, List.of(Flow.of("mix", 1)));
    return generator.start(profile, system, system::traffic);
  }

  /// What was seen over an arm.
  private record Seen(double p99, double goodput) {}

  /// Looks at a system second by second, and does things to it.
  private record Watch(LiveSystem system, World world) {
    void skip(int count) throws InterruptedException {
      Seen _ = over(count);
    }

    Seen over(int count) throws InterruptedException {
      double[] p99 = new double[count];
      double[] goodput = new double[count];
      for (int i = 0; i < count; i++) {
        Readings readings = second();
        p99[i] = readings.number("p99/checkout").orElse(Double.NaN);
        goodput[i] = readings.number("gauge/goodput").orElse(Double.NaN);
      }
      return new Seen(median(p99), Arrays.stream(goodput).average().orElse(Double.NaN));
    }

    private Readings second() throws InterruptedException {
      world.pause().sleepNanos(TimeUnit.SECONDS.toNanos(1));
      return system.second();
    }

    /// Seconds until the median of three seconds is below a limit.
    double untilBelow(double limit) throws InterruptedException {
      double[] last = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
      for (int i = 1; i <= MENDED_SECONDS; i++) {
        last[i % 3] = second().number("p99/checkout").orElse(Double.MAX_VALUE);
        if (median(last) <= limit) {
          return i;
        }
      }
      return Double.POSITIVE_INFINITY;
    }

    void take(Move move) throws InterruptedException {
      for (Step step : move.steps()) {
        Map<String, String> with = new HashMap<>();
        for (var each : step.with().entrySet()) {
          with.put(each.getKey(), meant(each.getValue()));
        }
        String _ = system.act(step.action(), with);
      }
      skip(move.settleSeconds());
    }

    private String meant(String value) throws InterruptedException {
      return switch (value) {
        case "newest" -> row("deploys", Map.of(), row -> row.contains("orders")).getFirst();
        case "batch" -> row("statements", Map.of(), row -> row.get(1).equals("batch")).getFirst();
        case "slowest" ->
            system.sheet("breakdown", Map.of("by", "instance", "of", "checkout")).rows().stream()
                .max(Comparator.comparingDouble(row -> digits(row.get(5))))
                .orElseThrow()
                .getFirst();
        default -> value;
      };
    }

    private List<String> row(String sheet, Map<String, String> with, Predicate<List<String>> wanted)
        throws InterruptedException {
      for (int i = 0; i < 2_000; i++) {
        var found = system.sheet(sheet, with).rows().stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        world.pause().sleepNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      throw new IllegalStateException("no such row in " + sheet);
    }

    private static double digits(String text) {
      String digits = text.replaceAll("[^0-9.]", "");
      double value = digits.isEmpty() ? 0 : Double.parseDouble(digits);
      return text.endsWith(" s") ? value * 1_000 : value;
    }
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }
}
