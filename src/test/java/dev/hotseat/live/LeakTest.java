package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.testing.Kiosk;
import dev.hotseat.world.World;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// After its end nothing of a system is left: no thread, no database, no connection.
class LeakTest {
  private final Kiosk kiosk = new Kiosk();
  private final LeverValues levers = LeverValues.initial(kiosk.design().levers());
  private final LiveSystems systems = LiveSystems.of(List.of(kiosk), SystemLimits.USUAL);

  /*
   * Counts sleepers: every background thread of the kiosk sleeps through this, and a thread that has
   * ended sleeps no more.
   */
  private final Set<Thread> sleepers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger naps = new AtomicInteger();
  private final World world =
      new World(
          World.real(1).wall(),
          World.real(1).ticks(),
          nanos -> {
            sleepers.add(Thread.currentThread());
            naps.incrementAndGet();
            World.real(1).pause().sleepNanos(nanos);
          },
          World.real(1).dice());

  @Test
  void leavesNothingBehindAfterResetsAndClose() throws InterruptedException {
    Set<String> before = platformThreads();
    LiveSystem system = systems.build(Kiosk.NAME, world, levers);
    for (int i = 0; i < 5; i++) {
      system.handle(Call.get("/items/7", Map.of(), world.ticks().nanos()));
      system.sql("SELECT COUNT(*) FROM item");
      system.startFault("store-slow", OptionalDouble.of(5));
      system.reset(levers);
    }
    assertThat(databasesOf(Kiosk.NAME)).isEqualTo(1);

    system.close();
    system.close();

    assertThat(naps.get()).isPositive();
    assertThat(sleepers).allMatch(thread -> !thread.isAlive() || thread == Thread.currentThread());
    assertThat(databasesOf(Kiosk.NAME)).isZero();
    await().untilAsserted(() -> assertThat(platformThreads()).isSubsetOf(before));
  }

  @Test
  void letsGoOfCallsThatAFaultHolds() throws InterruptedException {
    LiveSystem system = systems.build(Kiosk.NAME, world, levers);
    system.startFault("store-slow", OptionalDouble.of(5_000));
    Thread held =
        Thread.ofVirtual()
            .start(() -> system.handle(Call.get("/items/7", Map.of(), world.ticks().nanos())));
    await().until(() -> system.second().number("inUse/store").orElse(0) == 1);

    system.close();

    assertThat(held.join(java.time.Duration.ofSeconds(1))).isTrue();
  }

  private static Set<String> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.startsWith("ForkJoinPool") && !name.startsWith("VirtualThread"))
        .filter(
            name -> name.contains(Kiosk.NAME) || name.contains("H2") || name.contains("MVStore"))
        .collect(Collectors.toSet());
  }

  /// H2 lists its open in-memory databases nowhere public; its driver's engine does.
  @SuppressWarnings("unchecked")
  private static long databasesOf(String system) {
    try {
      var field = org.h2.engine.Engine.class.getDeclaredField("DATABASES");
      field.setAccessible(true);
      return ((Map<String, Object>) field.get(null))
          .keySet().stream().filter(name -> name.contains(system)).count();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("H2 keeps its databases elsewhere now", e);
    }
  }
}
