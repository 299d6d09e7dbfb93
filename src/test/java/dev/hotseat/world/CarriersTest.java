package dev.hotseat.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CarriersTest {
  private static final long LONG_ENOUGH_SECONDS = 60;

  private final ThreadFactory crowd = Carriers.own("crowd");

  @Test
  void theBuildGivesCrowdsCarriersOfTheirOwn() {
    assertThat(Carriers.possible()).isTrue();
  }

  @Test
  void aCrowdThatComputesWithoutEndStopsNobodyElse() throws InterruptedException {
    int more = Runtime.getRuntime().availableProcessors() + 1;
    var computing = new CountDownLatch(more - 1);
    var enough = new AtomicBoolean();
    try {
      for (int each = 0; each < more; each++) {
        crowd.newThread(() -> compute(computing, enough)).start();
      }
      assertThat(computing.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();

      var answered = new CountDownLatch(1);
      Thread.ofVirtual().start(answered::countDown);

      assertThat(answered.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      enough.set(true);
    }
  }

  @Test
  void aCrowdsThreadsAreVirtualAndGoOnAfterWaiting() throws InterruptedException {
    var waited = new CountDownLatch(1);
    Thread thread =
        crowd.newThread(() -> {
          Thread.yield();
          waited.countDown();
        });
    thread.start();

    assertThat(thread.isVirtual()).isTrue();
    assertThat(thread.getName()).startsWith("crowd-");
    assertThat(waited.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private static void compute(CountDownLatch computing, AtomicBoolean enough) {
    computing.countDown();
    while (!enough.get()) {
      Thread.onSpinWait();
    }
  }
}
