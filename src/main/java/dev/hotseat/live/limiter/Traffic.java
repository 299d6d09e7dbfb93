package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.live.Parameters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// The kinds of calls that the load generator can send.
final class Traffic {
  static final String KEY = "x-api-key";
  static final String REGION = "x-region";
  private static final List<String> ROUTES = List.of("/gate/items", "/gate/search", "/gate/users");
  private static final String REPORTS = "/gate/reports";

  private final Customers customers;
  private final Disturbance disturbance;
  private final EpochClock clock;
  private final LongSupplier freeWindowNanos;

  /*
   * Keys that must not come twice in the life of a system, however many runs there are.
   */
  private final AtomicLong floods = new AtomicLong();
  private final AtomicLong bursts = new AtomicLong();

  Traffic(
      Customers customers,
      Disturbance disturbance,
      EpochClock clock,
      LongSupplier freeWindowNanos) {
    this.customers = customers;
    this.disturbance = disturbance;
    this.clock = clock;
    this.freeWindowNanos = freeWindowNanos;
  }

  CallSource of(String kind, Map<String, String> given) {
    return switch (kind) {
      case "call" -> calls(known(kind, given, "noisy", "keys", "reports"));
      case "one-key" -> oneKey(known(kind, given, "plan", "key", "route"));
      case "window-edge" -> windowEdge(known(kind, given, "seconds"));
      case "key-flood" -> flood(known(kind, given, "distinct"));
      case "bad-key" -> badKeys(known(kind, given));
      case "hourly-burst" -> bursts(known(kind, given, "customers", "calls"));
      case "reports" -> reports(known(kind, given, "keys"));
      case "limits" -> limits(known(kind, given, "keys"));
      default -> throw new IllegalArgumentException("no such traffic: " + kind);
    };
  }

  private static Parameters known(String kind, Map<String, String> given, String... names) {
    Set<String> known = new HashSet<>(List.of(names));
    known.add("region");
    return new Parameters(kind, given, known);
  }

  /*
   * Every call draws the same numbers whether or not a fault is in force, so that two runs of one
   * seed are the same calls except where the fault itself says otherwise.
   */
  private CallSource calls(Parameters with) {
    double noisy = with.number("noisy", 0.6, 0, 1);
    int keys = with.count("keys", Customers.SIZE, Customers.SIZE);
    double dear = with.number("reports", 0, 0, 1);
    Origin origin = Origin.of(with);
    return (due, random) -> {
      double who = random.nextDouble();
      double what = random.nextDouble();
      double flooded = random.nextDouble();
      int number = random.nextInt(keys);
      String path = what < dear ? REPORTS : ROUTES.get((int) (what * 1000) % ROUTES.size());
      String region = origin.draw(random);
      if (flooded < disturbance.floodShare()) {
        return call(path, unseen(), region, due);
      }
      boolean loud = who < Math.max(noisy, disturbance.noisyShare());
      return call(path, loud ? customers.noisy() : customers.key(number), region, due);
    };
  }

  private CallSource oneKey(Parameters with) {
    boolean paid = with.oneOf("plan", "free", List.of("free", "paid")).equals("paid");
    int number = (int) with.number("key", 0, 0, 99_999);
    String key = paid ? Customers.paid(number) : Customers.free(number);
    String path = "/gate/" + with.text("route", "items");
    Origin origin = Origin.of(with);
    return (due, random) -> call(path, key, origin.draw(random), due);
  }

  /*
   * With one key alone only the first edge would show anything: it has spent after an edge what it
   * would need before the next one.
   */
  private CallSource windowEdge(Parameters with) {
    long nearNanos = (long) (with.number("seconds", 1, 0.01, 60) * TimeUnit.SECONDS.toNanos(1));
    List<String> keys = List.of(Customers.free(77_777), Customers.free(77_778));
    Origin origin = Origin.of(with);
    return (due, random) -> {
      int number = random.nextInt(Customers.SIZE);
      String region = origin.draw(random);
      long window = freeWindowNanos.getAsLong();
      long at = clock.at(due);
      long into = Math.floorMod(at, window);
      boolean near = into < nearNanos || window - into <= nearNanos;
      long edge = Math.floorDiv(at + window / 2, window);
      String key = near ? keys.get(Math.floorMod(edge, keys.size())) : customers.key(number);
      return call(ROUTES.getFirst(), key, region, due);
    };
  }

  private CallSource flood(Parameters with) {
    int distinct = with.count("distinct", 10_000_000, 100_000_000);
    Origin origin = Origin.of(with);
    return (due, random) -> {
      String key = "free_f" + Long.toString(floods.getAndIncrement() % distinct, 36);
      return call(ROUTES.getFirst(), key, origin.draw(random), due);
    };
  }

  private static CallSource badKeys(Parameters with) {
    Origin origin = Origin.of(with);
    return (due, random) -> {
      String key = random.nextBoolean() ? "" : "gold_" + random.nextInt(1000);
      return call(ROUTES.getFirst(), key, origin.draw(random), due);
    };
  }

  private CallSource bursts(Parameters with) {
    int calls = with.count("calls", 1_000, 1_000_000);
    int customers = with.count("customers", 10, 10_000);
    Origin origin = Origin.of(with);
    long run = bursts.getAndIncrement();
    AtomicLong sent = new AtomicLong();
    return (due, random) -> {
      long who = sent.getAndIncrement() / calls % customers;
      return call(ROUTES.getFirst(), "free_b" + run + "x" + who, origin.draw(random), due);
    };
  }

  private CallSource reports(Parameters with) {
    int keys = with.count("keys", 50, Customers.SIZE);
    Origin origin = Origin.of(with);
    return (due, random) ->
        call(REPORTS, Customers.free(random.nextInt(keys)), origin.draw(random), due);
  }

  private CallSource limits(Parameters with) {
    int keys = with.count("keys", Customers.SIZE, Customers.SIZE);
    Origin origin = Origin.of(with);
    return (due, random) ->
        Call.get(
            "/limits/" + customers.key(random.nextInt(keys)),
            Map.of(REGION, origin.draw(random)),
            due);
  }

  private String unseen() {
    return "free_n" + Long.toString(floods.getAndIncrement(), 36);
  }

  private static Call call(String path, String key, String region, long due) {
    Map<String, String> headers = new HashMap<>(4);
    headers.put(REGION, region);
    if (!key.isEmpty()) {
      headers.put(KEY, key);
    }
    return Call.get(path, headers, due);
  }

  /// Where calls come from, each region as likely as the next.
  private record Origin(List<String> regions) {
    static Origin of(Parameters with) {
      String region = with.oneOf("region", LimiterDesign.EU, List.of("eu", "us", "ap", "mix"));
      return new Origin(region.equals("mix") ? LimiterDesign.REGIONS : List.of(region));
    }

    String draw(RandomGenerator random) {
      return regions.size() == 1 ? regions.getFirst() : regions.get(random.nextInt(regions.size()));
    }
  }
}
