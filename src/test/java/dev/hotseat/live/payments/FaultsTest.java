package dev.hotseat.live.payments;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Faults that make things late or clocks wrong: they bite, and leave when they are told to.
class FaultsTest {
  private final Rig rig = Rig.right("provider-timeout", "10000");
  private final AtomicInteger payments = new AtomicInteger();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aDelayOfTheProviderIsAddedToEveryCharge() {
    rig.fault("provider-delay", 700);
    double delayed = Math.min(secondsOfOne(), secondsOfOne());
    rig.stop("provider-delay");

    assertThat(delayed).isGreaterThanOrEqualTo(0.7);
    await().atMost(30, SECONDS).until(() -> secondsOfOne() < 0.7);
  }

  /// A payment visits the store for its claim and for its result.
  @Test
  void aSlowStoreIsPaidForAtEachVisit() {
    rig.fault("store-slow", 400);
    double slow = Math.min(secondsOfOne(), secondsOfOne());
    rig.stop("store-slow");

    assertThat(slow).isGreaterThanOrEqualTo(0.8);
    await().atMost(30, SECONDS).until(() -> secondsOfOne() < 0.8);
  }

  @Test
  void oneWrongClockDatesWhatItsProcessWritesAndNothingElse() {
    rig.fault("clock-skew", 10);
    Instant now = Instant.now();

    for (int i = 0; i < 6; i++) {
      for (JsonNode step : rig.payment(Rig.id(pay())).get("trail")) {
        long ahead = now.until(Instant.parse(step.get("at").asString()), MINUTES);
        assertThat(ahead >= 9)
            .as(step.toString())
            .isEqualTo(step.get("who").asString().equals("api.2"));
      }
    }
  }

  /// What a process with a wrong clock left behind is as old as it is, not as young as its clock
  /// made it.
  @Test
  void aWrongClockHidesNobodysDeadFromTheCompleter() {
    rig.fault("clock-skew", 60);
    rig.fault("kill-after-charge", 600);
    while (rig.system.second().number("gauge/kills").orElse(0) == 0) {
      pay();
    }
    rig.stop("kill-after-charge");

    await().atMost(30, SECONDS).until(() -> rig.number("SELECT COUNT(*) FROM unfinished") == 0);
    assertThat(rig.audit().get("findings")).isEmpty();
  }

  private Reply pay() {
    return rig.pay("key-" + payments.incrementAndGet());
  }

  private double secondsOfOne() {
    long begun = rig.now();
    pay();
    return (rig.now() - begun) / 1e9;
  }
}
