package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.orders.Incident.Cost;
import dev.hotseat.telemetry.Readings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What an incident costs is counted from its beginning.
class IncidentTest {
  private final AtomicLong now = new AtomicLong(1);
  private final Incident incident = new Incident(now::get);

  @Test
  void nothingIsCountedBeforeItBegins() {
    incident.second(false, 1);
    incident.hurt(17);

    Cost cost = incident.cost();
    assertThat(cost.began()).isFalse();
    assertThat(cost.badSeconds()).isZero();
    assertThat(cost.budgetBurned()).isZero();
    assertThat(cost.hurtCustomers()).isZero();
  }

  @Test
  void threeQuartersOfAnHourWithoutASingleGoodCheckoutBurnAMonthsBudget() {
    incident.begin();
    for (int i = 0; i < 2_592; i++) {
      now.addAndGet(TimeUnit.SECONDS.toNanos(1));
      incident.second(false, 1);
    }

    assertThat(incident.cost().budgetBurned()).isBetween(0.999, 1.001);
    assertThat(incident.cost().seconds()).isEqualTo(2_592);
    assertThat(incident.cost().badSeconds()).isEqualTo(2_592);
  }

  @Test
  void goodSecondsCountInARowOnly() {
    for (boolean met : new boolean[] {true, true, true, false, true, true}) {
      incident.second(met, 0);
    }

    assertThat(incident.cost().okSeconds()).isEqualTo(2);
  }

  @Test
  void aCustomerIsHurtOnce() {
    incident.begin();
    incident.hurt(17);
    incident.hurt(17);
    incident.hurt(18);

    assertThat(incident.cost().hurtCustomers()).isEqualTo(2);
  }

  @Test
  void theObjectiveIsAboutTheTailAndTheErrorsOfCheckout() {
    assertThat(met(80, 0)).isTrue();
    assertThat(met(121, 0)).isFalse();
    assertThat(met(80, 0.006)).isFalse();
    assertThat(Objective.met(new Readings(1, Map.of(), Map.of()))).isFalse();
  }

  private static boolean met(double p99, double errors) {
    return Objective.met(
        new Readings(1, Map.of(), Map.of("p99/checkout", p99, "errorShare/checkout", errors)));
  }
}
