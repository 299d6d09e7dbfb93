package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Retry;
import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A running orders service, ways to call it, and a hand inside it.
final class Rig extends LiveRig {
  static final String BASKET = "{\"customer\":17,\"items\":[{\"product\":5,\"quantity\":2}]}";

  private final Inside inside;
  private final Generator generator;

  Rig() {
    this(Pace.USUAL);
  }

  Rig(Pace pace) {
    this(new Inside(new OrdersBlueprint(pace)), World.real(SEED));
  }

  Rig(World world) {
    this(new Inside(new OrdersBlueprint(Pace.USUAL)), world);
  }

  /// A world where payments can serve fifty calls a second, one after another, and eighty can wait
  /// in its line.
  static Pace narrowPayments() {
    return new Pace(
        Pace.USUAL.pricing(),
        new Pace.Provider(1, Duration.ofMillis(20), new Spread(2, 3), 80),
        Pace.USUAL.restart(),
        Pace.USUAL.pauseLeast(),
        Pace.USUAL.pausePerMegabyte());
  }

  private Rig(Inside inside, World world) {
    super(inside, world, Map.of());
    this.inside = inside;
    this.generator = new Generator(world, LoadLimits.USUAL);
  }

  /// What a cause could get its hands on.
  Scene scene() {
    return inside.newest().parts().scene();
  }

  List<Audit.Line> audit() {
    return inside.newest().parts().audit().lines();
  }

  /// Whether an action could be begun now.
  void may(String action, Map<String, String> with) {
    inside.newest().mayAct(action, with);
  }

  /// Everything as in the beginning, but for what is written down: for tests that share a service.
  void calm() throws InterruptedException {
    Scene scene = scene();
    for (Downstream each : List.of(scene.pricing(), scene.payments())) {
      each.behave(Downstream.Manners.USUAL);
    }
    for (Setting setting : Setting.values()) {
      set(setting, setting.initial());
    }
    for (Instance each : fleet().all()) {
      each.cores().slow(1);
      each.enter(each.number() <= Topology.SERVING ? Instance.State.SERVING : Instance.State.SPARE);
      each.replace(new Version("2.40.3", Set.of()));
    }
    Flags.Flag _ = scene.flags().set(Flags.LIST_PRICE, true);
    for (String tenant : Request.TENANTS) {
      inside.newest().parts().doorkeeper().block(tenant, false);
    }
    while (!fleet().all().stream().allMatch(each -> each.up() && each.busy() == 0)) {
      pause(10);
    }
  }

  Fleet fleet() {
    return scene().fleet();
  }

  Instance instance(int number) {
    return fleet().all().get(number - 1);
  }

  void set(Setting setting, long value) {
    long _ = scene().config().set(setting, value, "test", "");
  }

  Reply checkout() {
    return checkout("acme");
  }

  Reply checkout(String tenant) {
    return system.handle(Call.post("/checkout", BASKET, Map.of("x-tenant", tenant), now()));
  }

  Reply product(long id) {
    return system.handle(Call.get("/products/" + id, Map.of(), now()));
  }

  static String instance(Reply reply) {
    return reply.headers().getOrDefault("X-Instance", "");
  }

  /// Calls answered well in each of the next seconds, on average.
  double goodput(int seconds) throws InterruptedException {
    Seconds eyes = inside.newest().parts().seconds();
    double sum = 0;
    for (int i = 0; i < seconds; i++) {
      Seconds.Snapshot before = eyes.last();
      while (eyes.last() == before) {
        pause(20);
      }
      sum += eyes.last().goodput();
    }
    return sum / seconds;
  }

  /// Clients who come at a steady rate and wait for ever, for so long.
  Run coming(String traffic, double perSecond, double seconds) {
    return coming(traffic, perSecond, seconds, Duration.ofHours(1));
  }

  /// The same with clients who wait so long and then leave.
  Run coming(String traffic, double perSecond, double seconds, Duration patience) {
    Profile profile =
        Profile.steady(
                "test",
                perSecond,
                Duration.ofMillis((long) (seconds * 1_000)),
                List.of(Flow.of(traffic, 1)))
            .with(new Patience("interactive", patience.toNanos()), new Retry.None());
    return generator.start(profile, system, system::traffic);
  }

  RunResult came(String traffic, double perSecond, double seconds) throws InterruptedException {
    return coming(traffic, perSecond, seconds).await();
  }

  /// Lines of a sheet; names and values of its parameters in turn.
  List<List<String>> sheet(String name, String... parameters) throws InterruptedException {
    return system.sheet(name, pairs(parameters)).rows();
  }

  @Override
  public void close() {
    generator.close();
    super.close();
  }

  /// Builds orders services and keeps the newest at hand.
  private record Inside(OrdersBlueprint blueprint, List<Orders> built) implements Blueprint {
    Inside(OrdersBlueprint blueprint) {
      this(blueprint, new ArrayList<>());
    }

    Orders newest() {
      return built.getLast();
    }

    @Override
    public Design design() {
      return blueprint.design();
    }

    @Override
    public Service build(Kit kit) {
      Orders orders = (Orders) blueprint.build(kit);
      built.add(orders);
      return orders;
    }
  }
}
