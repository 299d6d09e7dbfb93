package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.hotseat.live.LeverValues;
import dev.hotseat.load.Run;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// A reset leaves nothing of what was done or happened; an end leaves nothing at all.
class LifeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /*
   * Counts sleepers: everything that goes on in the service sleeps through this sooner or later, and
   * a thread that has ended sleeps no more.
   */
  private final Set<Thread> sleepers = ConcurrentHashMap.newKeySet();
  private final World world =
      new World(
          World.real(1).wall(),
          World.real(1).ticks(),
          nanos -> {
            sleepers.add(Thread.currentThread());
            World.real(1).pause().sleepNanos(nanos);
          },
          World.real(1).dice());

  @Test
  void startsAfreshAfterAResetAndLeavesNothingAtItsEnd() throws InterruptedException {
    Set<String> others = databases();
    Rig rig = new Rig(world);
    List<Tuple> told = told(rig);
    try {
      Run run = rig.coming("mix", 60, 60);
      rig.scene().pricing().behave(new Downstream.Manners(1, 60_000_000_000L, 0, false));
      rig.act("drain", "instance", "orders.2");
      rig.act("resize-pool", "size", "3");
      rig.act("block-tenant", "tenant", "acme");
      rig.act("add-instance");
      rig.fleet().run(new Version("9.0.0", Set.of(Trait.UNTESTED)));
      rig.set(Setting.PRICING_TIMEOUT, 0);
      await().atMost(LONG).until(() -> rig.scene().pricing().served() >= 0 && busy(rig) > 10);
      run.stop();

      rig.system.reset(LeverValues.initial(List.of()));

      assertThat(rig.fleet().started()).hasSize(4).allMatch(Instance::takesCalls);
      assertThat(rig.scene().kit().occupancy("pool.1").size())
          .isEqualTo((int) Setting.POOL_SIZE.initial());
      assertThat(told(rig)).isEqualTo(told);
      assertThat(rig.instance(1).lifetime().version()).isEqualTo(rig.scene().releases().current());
      assertThat(rig.checkout("acme").status()).isEqualTo(201);
      assertThat(databases()).filteredOn(name -> !others.contains(name)).hasSize(1);
    } finally {
      rig.close();
    }

    assertThat(databases()).isSubsetOf(others);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(sleepers).filteredOn(Thread::isVirtual).noneMatch(Thread::isAlive));
  }

  /// What was changed before the night began, without when.
  private static List<Tuple> told(Rig rig) {
    return rig.scene().config().history().stream()
        .map(each -> tuple(each.setting(), each.before(), each.after(), each.who(), each.why()))
        .toList();
  }

  private static int busy(Rig rig) {
    return rig.fleet().started().stream().mapToInt(Instance::busy).sum();
  }

  /// Those of sessions that other tests left open in this JVM among them. H2 lists its open
  /// in-memory databases nowhere public; its driver's engine does.
  @SuppressWarnings("unchecked")
  private static Set<String> databases() {
    try {
      var field = org.h2.engine.Engine.class.getDeclaredField("DATABASES");
      field.setAccessible(true);
      return ((Map<String, Object>) field.get(null))
          .keySet().stream()
              .filter(name -> name.contains(OrdersDesign.NAME + "-"))
              .collect(Collectors.toSet());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("H2 keeps its databases elsewhere now", e);
    }
  }
}
