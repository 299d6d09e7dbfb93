package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SessionClockTest {
  private static final Offset<Double> EXACT = within(1e-9);

  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

  private SessionClock clock(double speed) {
    return new SessionClock(nanos::get, speed);
  }

  private void pass(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void standsUntilItIsTold() {
    SessionClock clock = clock(1);

    pass(5);

    assertThat(clock.elapsedSeconds()).isZero();
  }

  @Test
  void doesNotCountPauses() {
    SessionClock clock = clock(1);

    clock.go();
    pass(3);
    clock.stand();
    pass(100);
    clock.go();
    pass(2);

    assertThat(clock.elapsedSeconds()).isEqualTo(5, EXACT);
  }

  @Test
  void goesFasterWhereItMay() {
    SessionClock clock = clock(30);

    clock.go();
    pass(2);

    assertThat(clock.elapsedSeconds()).isEqualTo(60, EXACT);
  }

  @Test
  void goesOnFromWhereAnEarlierProcessLeftIt() {
    SessionClock clock = clock(1);

    clock.set(120.5);
    clock.go();
    pass(1);
    clock.go();
    pass(1);

    assertThat(clock.elapsedSeconds()).isEqualTo(122.5, EXACT);
    assertThat(clock.stamp()).isEqualTo(122.5);
  }
}
