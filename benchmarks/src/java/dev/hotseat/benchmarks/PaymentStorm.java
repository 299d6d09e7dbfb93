package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.live.payments.Pace;
import dev.hotseat.live.payments.PaymentsBlueprint;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// R5, the long form: payments under every kind of fault at once, seed after seed, and after each
/// the history checker's verdict.
///
/// Phones and provider are `HURRY` times as quick as in life (10), so that a million requests fit
/// into minutes; everything else takes the time it takes.
///
/// Environment: `PURCHASES` a seed (10,000), `SEEDS` (20), `FIRST` (1), `CLIENTS` who buy one thing
/// after another (64), `LEVER` and `VALUE` to plant one wrong decision in the right design.
public final class PaymentStorm {
  private static final int HISTORY_MAX = 3_000_000;
  private static final String SYSTEM = "idempotent-payments";

  private static final Map<String, Double> FAULTS =
      Map.ofEntries(
          Map.entry("response-lost", 0.05),
          Map.entry("request-lost", 0.05),
          Map.entry("provider-slow", 0.2),
          Map.entry("provider-times-out", 0.1),
          Map.entry("provider-down", 0.02),
          Map.entry("kill-after-claim", 5.0),
          Map.entry("kill-after-charge", 5.0),
          Map.entry("kill-in-commit", 5.0),
          Map.entry("kill-after-commit", 5.0),
          Map.entry("twin-requests", 0.3),
          Map.entry("key-reused", 0.05),
          Map.entry("tenants-share-keys", 0.05),
          Map.entry("webhook-duplicated", 0.3),
          Map.entry("webhook-reordered", 0.1),
          Map.entry("clock-skew", 10.0));

  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry("keys", "claim-with-fingerprint"),
          Map.entry("key-scope", "per-tenant"),
          Map.entry("in-flight", "conflict"),
          Map.entry("transaction", "claim-call-commit"),
          Map.entry("provider-key", "sent"),
          Map.entry("after-timeout", "leave-to-completer"),
          Map.entry("replay-errors", "re-executed"),
          Map.entry("one-transaction", "on"),
          Map.entry("outbox", "on"),
          Map.entry("completer", "on"),
          Map.entry("completer-every", "1000"),
          Map.entry("key-lifetime", "48"),
          Map.entry("provider-timeout", "1000"),
          Map.entry("webhooks", "apply-once"),
          Map.entry("client-retries", "back-off"),
          Map.entry("retry-limit", "6"),
          Map.entry("pool-size", "32"));

  private PaymentStorm() {}

  /// Runs it.
  public static void main(String[] args) throws InterruptedException {
    int purchases = number("PURCHASES", 10_000);
    int seeds = number("SEEDS", 20);
    Map<String, String> levers = new HashMap<>(RIGHT);
    String lever = System.getenv().getOrDefault("LEVER", "");
    if (!lever.isEmpty()) {
      levers.put(lever, System.getenv().getOrDefault("VALUE", ""));
    }
    System.out.println(Machine.conditions());
    System.out.println("| seed | requests | charges | deaths | seconds | check s | found |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---|");
    int first = number("FIRST", 1);
    for (int seed = first; seed < first + seeds; seed++) {
      one(seed, purchases, levers);
    }
  }

  private static Pace pace() {
    Pace quick = Pace.USUAL.times(number("HURRY", 10));
    return new Pace(
        quick.least(),
        quick.tail(),
        quick.most(),
        quick.phonePatience(),
        quick.restart(),
        HISTORY_MAX);
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(usual)));
  }

  private static void one(int seed, int purchases, Map<String, String> changes)
      throws InterruptedException {
    World world = World.real(seed);
    var systems = LiveSystems.of(List.of(new PaymentsBlueprint(pace())), SystemLimits.USUAL);
    var levers = LeverValues.initial(systems.design(SYSTEM).orElseThrow().levers()).with(changes);
    try (LiveSystem system = systems.build(SYSTEM, world, levers)) {
      long begunNanos = world.ticks().nanos();
      FAULTS.forEach((fault, strength) -> system.startFault(fault, OptionalDouble.of(strength)));
      drive(system, world, purchases);
      FAULTS.keySet().forEach(system::stopFault);
      rest(system, world);
      double seconds = (world.ticks().nanos() - begunNanos) / 1e9;
      double deaths = system.second().number("gauge/kills").orElse(0);
      double charges = system.second().number("gauge/charges").orElse(0);
      long checkNanos = world.ticks().nanos();
      String said = system.act("audit", new LinkedHashMap<>());
      double check = (world.ticks().nanos() - checkNanos) / 1e9;
      String requests = said.replaceFirst(".* (\\d+) requests.*", "$1");
      System.out.printf(
          "| %d | %s | %.0f | %.0f | %.1f | %.2f | %s |%n",
          seed, requests, charges, deaths, seconds, check, said);
    }
  }

  private static void drive(LiveSystem system, World world, int purchases) {
    CallSource source = system.traffic("pay", Map.of());
    RandomGenerator random = world.dice().stream("storm");
    AtomicInteger left = new AtomicInteger(purchases);
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < number("CLIENTS", 64); i++) {
        crew.execute(() -> {
          while (left.getAndDecrement() > 0) {
            system.handle(next(source, world, random));
          }
        });
      }
    }
  }

  private static synchronized Call next(CallSource source, World world, RandomGenerator random) {
    return source.next(world.ticks().nanos(), random);
  }

  /// Until nothing is under way and, with a completer, nothing is left to finish.
  private static void rest(LiveSystem system, World world) throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      world.pause().sleepNanos(500_000_000L);
      var now = system.second();
      if (now.number("inFlight/calls").orElse(1) == 0
          && now.number("gauge/paymentsPending").orElse(1) == 0
          && i > 4) {
        return;
      }
    }
  }
}
