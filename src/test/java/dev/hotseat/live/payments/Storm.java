package dev.hotseat.live.payments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// Everything that can go wrong, at once, while phones buy.
final class Storm {
  /// Faults and how strong they are.
  private static final Map<String, Double> FAULTS =
      Map.ofEntries(
          Map.entry("response-lost", 0.05),
          Map.entry("request-lost", 0.05),
          Map.entry("provider-slow", 0.2),
          Map.entry("provider-times-out", 0.1),
          Map.entry("provider-down", 0.02),
          Map.entry("kill-after-claim", 2.0),
          Map.entry("kill-after-charge", 2.0),
          Map.entry("kill-in-commit", 2.0),
          Map.entry("kill-after-commit", 2.0),
          Map.entry("twin-requests", 0.2),
          Map.entry("key-reused", 0.05),
          Map.entry("tenants-share-keys", 0.05),
          Map.entry("store-slow", 2.0),
          Map.entry("webhook-duplicated", 0.2),
          Map.entry("webhook-reordered", 0.1),
          Map.entry("clock-skew", 10.0));

  private static final int AT_ONCE = 200;

  private final Rig rig;

  Storm(Rig rig) {
    this.rig = rig;
  }

  /// Lets it rage over so many purchases and refunds, a day passes in the middle and people ask
  /// again for what they bought; then the sky clears and everything left behind is finished.
  void over(int purchases) throws InterruptedException {
    FAULTS.forEach(rig::fault);
    drive(purchases * 8 / 10, "pay");
    drive(purchases / 10, "refund");
    calm();
    FAULTS.forEach(rig::fault);
    rig.fault("clock-forward", 25);
    drive(purchases / 10, "late-retry");
    calm();
  }

  private void drive(int calls, String traffic) {
    CallSource source = rig.system.traffic(traffic, Map.of());
    RandomGenerator random = rig.world.dice().stream("storm of " + traffic);
    AtomicInteger left = new AtomicInteger(calls);
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        crew.execute(() -> {
          while (left.getAndDecrement() > 0) {
            Call call;
            synchronized (random) {
              call = source.next(rig.now(), random);
            }
            rig.system.handle(call);
          }
        });
      }
    }
  }

  /// Off means off; then waits until nothing is under way and nothing is left to finish that
  /// anybody will.
  void calm() {
    List<String> inForce = rig.system.faults().stream().map(fault -> fault.kind().name()).toList();
    inForce.stream().filter(name -> !name.equals("clock-forward")).forEach(rig::stop);
    await()
        .atMost(180, SECONDS)
        .until(() -> rig.system.second().number("inFlight/calls").orElse(1) == 0);
    if (rig.system.levers().on("completer")) {
      await().atMost(180, SECONDS).until(() -> rig.number("SELECT COUNT(*) FROM unfinished") == 0);
    }
  }

  /// What the checker says of it all.
  JsonNode verdict() {
    return rig.audit();
  }
}
