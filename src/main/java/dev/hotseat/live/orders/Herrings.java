package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.live.Kit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What looks bad and is not what hurts.
final class Herrings {
  private Herrings() {}

  /// One node is busy with something of no importance, which gives way to everything else.
  static final class BusyNode implements Cause {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private final AtomicInteger run = new AtomicInteger();

    @Override
    public String name() {
      return "busy-node";
    }

    @Override
    public boolean hurts() {
      return false;
    }

    @Override
    public void begin(Scene scene, Size size) {
      int mine = run.incrementAndGet();
      int number = scene.kit().world().dice().pick("busy-node", Topology.SERVING);
      Cores cores = scene.fleet().all().get(number).cores();
      for (int i = 0; i < cores.count(); i++) {
        scene
            .kit()
            .background(
                "log-compression",
                () -> {
                  while (run.get() == mine) {
                    cores.computeIdly(SLICE_NANOS);
                  }
                });
      }
    }

    @Override
    public void end(Scene scene) {
      int _ = run.incrementAndGet();
    }
  }

  /// A release of ours, minutes ago, that changes nothing that matters.
  record HarmlessDeploy() implements Cause {
    @Override
    public String name() {
      return "harmless-deploy";
    }

    @Override
    public boolean hurts() {
      return false;
    }

    @Override
    public void begin(Scene scene, Size size) {
      Duration ago =
          Duration.ofMinutes(2 + scene.kit().world().dice().pick("other-release-minutes", 12));
      Deploy _ =
          scene
              .releases()
              .ship(
                  ago,
                  "t.ivanova",
                  "Order pages: build the list without string concatenation",
                  """
                  --- a/pages/OrdersPage.java
                  +++ b/pages/OrdersPage.java
                  @@ -20,6 +20,6 @@ String show(List<Order> orders)
                  -    String page = "";
                  -    for (Order order : orders) {
                  -      page += render(order);
                  -    }
                  -    return page;
                  +    return orders.stream().map(this::render).collect(joining());
                  """,
                  Set.of());
      scene.fleet().run(scene.releases().current());
    }

    @Override
    public void end(Scene scene) {
      // it changed nothing
    }
  }

  /// Lines from another day that a log shipper sends once more.
  record ScaryLog() implements Cause {
    private static final List<String> LINES =
        List.of(
            "FATAL disk /var/lib/orders is full, 0 bytes left",
            "java.lang.OutOfMemoryError: unable to create native thread (1,204 threads)",
            "FATAL lost connection to the database: Connection refused",
            "ledger export aborted, 18,113 rows not written");

    @Override
    public String name() {
      return "scary-log";
    }

    @Override
    public boolean hurts() {
      return false;
    }

    @Override
    public void begin(Scene scene, Size size) {
      Kit kit = scene.kit();
      String then = kit.world().wall().instant().minus(Duration.ofHours(52)).toString();
      for (String line : LINES) {
        kit.log("ERROR", Topology.instance(2), line + " [shipped late, written " + then + "]");
      }
    }

    @Override
    public void end(Scene scene) {
      // what is written is written
    }
  }

  /// A report asks for the best sold products of all time, again and again.
  static final class SlowRoute implements Cause {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
    private final AtomicInteger run = new AtomicInteger();

    @Override
    public String name() {
      return "slow-route";
    }

    @Override
    public boolean hurts() {
      return false;
    }

    @Override
    public void begin(Scene scene, Size size) {
      int mine = run.incrementAndGet();
      Kit kit = scene.kit();
      kit.background(
          "report",
          () -> {
            while (run.get() == mine) {
              Object _ = kit.door().handle(bestSold(kit));
              kit.world().pause().sleepNanos(PAUSE_NANOS);
            }
          });
    }

    private static Call bestSold(Kit kit) {
      return new Call(
          "GET",
          "/search",
          Map.of("q", "*"),
          Map.of("x-tenant", "reporting"),
          "",
          kit.world().ticks().nanos(),
          Patience.ENDLESS,
          "");
    }

    @Override
    public void end(Scene scene) {
      int _ = run.incrementAndGet();
    }
  }
}
