package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.telemetry.Readings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private final Baseline baseline = new Baseline(List.of("read", "add"));
  private long second;

  @Test
  void holdsAfterTenQuietSeconds() {
    quiet(9);
    assertThat(baseline.notYet()).hasValueSatisfying(why -> assertThat(why).contains("9 of 10"));

    quiet(1);

    assertThat(baseline.notYet()).isEmpty();
  }

  @Test
  void doesNotHoldWithoutTraffic() {
    for (int i = 0; i < 10; i++) {
      see(0, 0, 1);
    }

    assertThat(baseline.notYet()).hasValueSatisfying(why -> assertThat(why).contains("no calls"));
  }

  @Test
  void doesNotHoldWhenOneInAThousandFails() {
    quiet(9);
    see(1_000, 11, 5);

    assertThat(baseline.notYet()).hasValueSatisfying(why -> assertThat(why).contains("0.11 %"));
  }

  @Test
  void forgivesFewerThanOneInAThousand() {
    quiet(9);
    see(1_000, 9, 5);

    assertThat(baseline.notYet()).isEmpty();
  }

  @Test
  void doesNotHoldWhileP99Climbs() {
    quiet(7);
    see(1_000, 0, 10);
    see(1_000, 0, 20);
    see(1_000, 0, 40);

    assertThat(baseline.notYet())
        .hasValueSatisfying(why -> assertThat(why).contains("p99 of read", "40.0 ms", "5.0 ms"));
  }

  @Test
  void doesNotReadMuchIntoAFewCalls() {
    quiet(9);
    see(3, 0, 400);

    assertThat(baseline.notYet()).isEmpty();
  }

  @Test
  void startsAnewAfterAGap() {
    quiet(10);
    second += 5;
    quiet(1);

    assertThat(baseline.notYet()).isPresent();
  }

  @Test
  void startsAnewWhenTold() {
    quiet(10);

    baseline.restart();

    assertThat(baseline.notYet()).isPresent();
  }

  private void quiet(int seconds) {
    for (int i = 0; i < seconds; i++) {
      see(1_000, 0, 5);
    }
  }

  private void see(double rate, double errors, double p99Millis) {
    baseline.add(
        new Readings(
            ++second,
            Map.of("rate/read", rate, "errors/read", errors, "p99/read", p99Millis),
            Map.of()));
  }
}
