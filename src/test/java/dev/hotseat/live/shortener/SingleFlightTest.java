package dev.hotseat.live.shortener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.shortener.Found.Absent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private final SingleFlight flights = new SingleFlight();
  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void whoComesWhileItFliesSharesTheLoad() {
    CountDownLatch land = new CountDownLatch(1);
    AtomicInteger arrived = new AtomicInteger();

    Thread.ofVirtual()
        .start(() -> {
          await().until(() -> arrived.get() == 40);
          land.countDown();
        });
    List<Found> found =
        Rig.together(
            40,
            () -> {
              arrived.incrementAndGet();
              return flights.join(
                  "a",
                  () -> {
                    loads.incrementAndGet();
                    land.await();
                    return Absent.ANYWHERE;
                  });
            });

    assertThat(found).hasSize(40).containsOnly(Absent.ANYWHERE);
    assertThat(loads.get()).isLessThan(40);
  }

  @Test
  void whoComesLaterLoadsAgain() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      flights.join(
          "a",
          () -> {
            loads.incrementAndGet();
            return Absent.ANYWHERE;
          });
    }

    assertThat(loads.get()).isEqualTo(3);
  }

  @Test
  void aFailureIsSharedAndNotKept() throws InterruptedException {
    HopFailure down = new HopFailure(503, new Why("store-down", "store", "down"));

    assertThatThrownBy(() ->
            flights.join(
                "a",
                () -> {
                  throw down;
                }))
        .isSameAs(down);

    assertThat(flights.join("a", () -> Absent.ANYWHERE)).isEqualTo(Absent.ANYWHERE);
  }
}
