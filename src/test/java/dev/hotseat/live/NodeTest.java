package dev.hotseat.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.telemetry.LogBook;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A process that dies.
class NodeTest {
  private final World world = World.real(1);
  private final LogBook logBook = new LogBook(world.wall(), 100);
  private final List<Runnable> restarts = new ArrayList<>();
  private final MortalNode node = new MortalNode("app.1", logBook, (_, step) -> restarts.add(step));

  @Test
  void runsWorkWhileItLives() throws InterruptedException {
    assertThat(inside(() -> 42)).isEqualTo(42);
    assertThat(node.up()).isTrue();
  }

  @Test
  void takesNoWorkWhenDead() {
    node.kill(Duration.ZERO);

    assertThat(node.up()).isFalse();
    assertThatThrownBy(() -> inside(() -> 42)).hasMessageContaining("process-down");
  }

  @Test
  void isReplacedByOneThatTakesWork() throws InterruptedException {
    node.kill(Duration.ZERO);
    restarts.forEach(Runnable::run);

    assertThat(node.up()).isTrue();
    assertThat(node.deaths()).isEqualTo(1);
    assertThat(inside(() -> 42)).isEqualTo(42);
  }

  @Test
  void diesOnceHoweverManyKillIt() {
    node.kill(Duration.ZERO);
    node.kill(Duration.ZERO);

    assertThat(node.deaths()).isEqualTo(1);
    assertThat(restarts).hasSize(1);
  }

  @Test
  void cutsTheWaitsOfWhateverIsInside() throws Exception {
    CountDownLatch insideAll = new CountDownLatch(20);
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(
            crew.submit(() ->
                assertThatThrownBy(() ->
                        inside(() -> {
                          insideAll.countDown();
                          Thread.sleep(60_000);
                          return 0;
                        }))
                    .hasMessageContaining("process-died")));
      }
      assertThat(insideAll.await(30, SECONDS)).isTrue();

      node.kill(Duration.ZERO);

      for (Future<?> call : calls) {
        call.get(30, SECONDS);
      }
    }
  }

  @Test
  void letsNothingOutThatWasNotDoneBefore() {
    assertThatThrownBy(() ->
            inside(() -> {
              node.kill(Duration.ZERO);
              return 42;
            }))
        .hasMessageContaining("process-died");
  }

  @Test
  void leavesNoInterruptBehindOnTheThreadsThatWereInIt() {
    assertThatThrownBy(() ->
            inside(() -> {
              node.kill(Duration.ZERO);
              return 42;
            }))
        .isInstanceOf(HopFailure.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /// However the moments of entering and dying fall, nobody stays in a dead process.
  @Test
  void catchesWhoEntersWhileItDies() throws Exception {
    for (int round = 0; round < 200; round++) {
      MortalNode each = new MortalNode("app.1", logBook, (_, _) -> {});
      AtomicInteger stuck = new AtomicInteger();
      try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> call =
            crew.submit(() -> {
              stuck.incrementAndGet();
              assertThatThrownBy(() ->
                      each.run(
                          visit(),
                          () -> {
                            Thread.sleep(60_000);
                            return 0;
                          }))
                  .isInstanceOf(HopFailure.class);
              return stuck.decrementAndGet();
            });
        crew.submit(() -> each.kill(Duration.ZERO));
        call.get(30, SECONDS);
      }
    }
  }

  @Test
  void takesItsCallsDownWithItInASystem() {
    try (LiveSystem system = new Mortals().system()) {
      assertThat(Mortals.ask(system).status()).isEqualTo(200);

      Mortals.kill(system, Duration.ofHours(1));

      assertThat(Mortals.ask(system).status()).isEqualTo(503);
    }
  }

  @Test
  void comesBackByItselfInASystem() {
    try (LiveSystem system = new Mortals().system()) {
      Mortals.kill(system, Duration.ofMillis(1));

      await().until(() -> Mortals.ask(system).status() == 200);
    }
  }

  /// The store is another part: a transaction of a dead process is rolled back, a committed one
  /// stays.
  @Test
  void losesWhatWasNotCommittedAndNothingElse() throws InterruptedException {
    try (LiveSystem system = new Mortals().system()) {
      assertThat(Mortals.send(system, "/commit-then-die").status()).isEqualTo(502);
      await().until(() -> Mortals.ask(system).status() == 200);
      assertThat(Mortals.send(system, "/die-then-commit").status()).isEqualTo(502);

      assertThat(system.sql("SELECT name FROM done").rows()).containsExactly(List.of("first"));
    }
  }

  private <T> T inside(Work<T, RuntimeException> work) throws InterruptedException {
    return node.run(visit(), work);
  }

  private TracedVisit visit() {
    return TracedVisit.errand(dev.hotseat.exchange.Call.get("/", Map.of(), 0), "", logBook);
  }
}
