package dev.hotseat.live.shortener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CreationLimitTest {
  private final AtomicLong nanos = new AtomicLong(5);
  private final CreationLimit limit = new CreationLimit(nanos::get);

  @Test
  void letsTenSecondsWorthThroughAtOnceAndThenKeepsThePace() {
    int allowed = 0;
    for (int millis = 0; millis < 60_000; millis += 50) {
      nanos.set(5 + TimeUnit.MILLISECONDS.toNanos(millis));
      allowed += limit.waitNanos("a", 60) == 0 ? 1 : 0;
    }

    assertThat(allowed).isBetween(68, 70);
  }

  @Test
  void saysHowLongToWait() {
    while (limit.waitNanos("a", 60) == 0) {
      // until it is too much
    }
    long wait = limit.waitNanos("a", 60);

    nanos.addAndGet(wait);

    assertThat(wait).isPositive();
    assertThat(limit.waitNanos("a", 60)).isZero();
  }

  @Test
  void evenTheSlowestPaceAllowsTheFirst() {
    assertThat(limit.waitNanos("a", 1)).isZero();
    assertThat(limit.waitNanos("a", 1)).isPositive();
    assertThat(limit.waitNanos("b", 1)).isZero();
  }
}
