package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final Loop OPEN =
      new Loop.Open(Loop.Spacing.EVEN, List.of(Stage.hold(1, Duration.ofSeconds(1))));
  private static final Loop CLOSED = new Loop.Closed(1, Duration.ZERO, Duration.ofSeconds(1));

  private final Lateness lateness = new Lateness(Duration.ofMillis(1));

  @Test
  void isAllowedUpToATenthOfWhatTheRunReports() {
    assertThat(verdict(9, 100, OPEN)).isEmpty();
    assertThat(verdict(11, 100, OPEN)).contains("11", "pacer");
  }

  @Test
  void isNeverHeldAgainstARunBelowTheFloor() {
    assertThat(verdict(0.9, 1, OPEN)).isEmpty();
    assertThat(verdict(1.1, 1.2, OPEN)).isNotEmpty();
  }

  @Test
  void isJudgedByTheOneInAHundredAndNotByTheWorst() {
    Tally tally = new Tally(1);
    for (int i = 0; i < 1_000; i++) {
      reply(tally, i < 5 ? 500 : 0.1, 2);
    }

    assertThat(lateness.tooLate(tally, Tally.nanos(), OPEN)).isEmpty();
  }

  @Test
  void meansNothingInAClosedLoop() {
    assertThat(verdict(90, 100, CLOSED)).isEmpty();
  }

  private String verdict(double lagMillis, double latencyMillis, Loop loop) {
    Tally tally = new Tally(1);
    for (int i = 0; i < 100; i++) {
      reply(tally, lagMillis, latencyMillis);
    }
    return lateness.tooLate(tally, Tally.nanos(), loop);
  }

  private static void reply(Tally tally, double lagMillis, double latencyMillis) {
    var attempt = new Attempt(0, Call.get("/", Map.of(), 0));
    long done = (long) (latencyMillis * 1e6);
    tally.lag(attempt, (long) (lagMillis * 1e6));
    tally.served(attempt, done, "");
  }
}
