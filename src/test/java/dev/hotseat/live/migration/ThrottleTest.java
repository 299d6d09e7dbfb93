package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.world.World;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
  private static final int ROWS = 200_000;

  private final Hours hours = new Hours();
  private final World world = hours.world();

  @ParameterizedTest
  @ValueSource(longs = {500, 20_000, 50_000, 400_000})
  void holdsTheRateHoweverLongTheCopyingOfAChunkTakes(long rate) throws InterruptedException {
    var throttle = new Throttle(world, rate);
    double begun = hours.seconds();

    for (int done = 0; done < ROWS; done += 1_000) {
      hours.nowNanos.addAndGet((done % 3_000) * 1_000_000_000L / rate / 4);
      throttle.pay(1_000);
    }

    assertThat(ROWS / (hours.seconds() - begun) / rate).isCloseTo(1, within(0.05));
  }

  @Test
  void doesNotMakeUpForALongStandstillInOneBurst() throws InterruptedException {
    var throttle = new Throttle(world, 10_000);
    throttle.pay(1_000);
    hours.nowNanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    double begun = hours.seconds();

    for (int i = 0; i < 100; i++) {
      throttle.pay(1_000);
    }

    assertThat(hours.seconds() - begun).isGreaterThan(9.5);
  }

  @Test
  void takesOnAnotherRateAtOnce() throws InterruptedException {
    var throttle = new Throttle(world, 1_000);
    throttle.pay(1_000);
    double begun = hours.seconds();

    throttle.change(100_000);
    throttle.pay(1_000);
    throttle.change(0);
    throttle.pay(1_000_000);

    assertThat(hours.seconds() - begun).isCloseTo(0.01, within(0.001));
  }
}
