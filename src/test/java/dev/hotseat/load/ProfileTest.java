package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hotseat.exchange.Refusal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<Flow> MIX = List.of(Flow.of("read", 1));

  @Test
  void lastsAsLongAsItsStages() {
    var loop =
        new Loop.Open(
            Loop.Spacing.POISSON,
            List.of(Stage.ramp(0, 100, SECOND), Stage.hold(100, SECOND.multipliedBy(3))));

    assertThat(loop.duration()).isEqualTo(Duration.ofSeconds(4));
    assertThat(ArrivalPlan.expected(loop.stages())).isEqualTo(350);
  }

  @Test
  void keepsItsRatesWhenSqueezed() {
    var loop =
        new Loop.Open(
            Loop.Spacing.EVEN,
            List.of(Stage.ramp(0, 100, SECOND), Stage.hold(100, SECOND.multipliedBy(3))));

    Profile half = new Profile("half", loop, MIX).lasting(Duration.ofSeconds(2));

    assertThat(half.loop())
        .isEqualTo(
            new Loop.Open(
                Loop.Spacing.EVEN,
                List.of(
                    Stage.ramp(0, 100, Duration.ofMillis(500)),
                    Stage.hold(100, Duration.ofMillis(1_500)))));
  }

  @Test
  void aClosedLoopThinksAsLongAsItsRateAsks() {
    Loop.Closed loop = Loop.Closed.reaching(200, 50, SECOND);

    assertThat(loop.think()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void saysWhichFieldMakesNoSense() {
    refuses("mix", () -> Profile.steady("none", 1, SECOND, List.of()));
    refuses("ratePerSecond", () -> Stage.hold(-1, SECOND));
    refuses("ratePerSecond", () -> Stage.ramp(1, Double.NaN, SECOND));
    refuses("duration", () -> Stage.hold(1, Duration.ZERO));
    refuses("stages", () -> new Loop.Open(Loop.Spacing.EVEN, List.of()));
    refuses("clients", () -> new Loop.Closed(0, SECOND, SECOND));
    refuses("retry.attempts", () -> new Retry.AtOnce(1));
    refuses("retry", () -> new Retry.BackOff(3, SECOND, Duration.ofMillis(1)));
  }

  private static void refuses(String field, ThrowingCallable making) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(making)
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
  }
}
