package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.telemetry.Readings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final Health health = new Health();

  private void pass(int seconds, Map<String, Double> recent) {
    for (int second = 0; second < seconds; second++) {
      health.add(new Readings(second, Map.of(), recent));
    }
  }

  @Test
  void isUnknownUntilTenSecondsWereSeen() {
    pass(9, Map.of());

    assertThat(health.objection()).hasValueSatisfying(why -> assertThat(why).contains("9 of 10"));
    pass(1, Map.of());
    assertThat(health.objection()).isEmpty();
  }

  @Test
  void suffersFromFailingOperations() {
    pass(9, Map.of("errorShare/read", 0.0, "p99/read", 5.0));
    pass(1, Map.of("errorShare/read", 0.002, "p99/read", 5.0));

    assertThat(health.objection()).hasValue("read is failing");
    pass(10, Map.of("errorShare/read", 0.0005, "p99/read", 5.0));
    assertThat(health.objection()).isEmpty();
  }

  @Test
  void suffersFromAnUnsteadyTail() {
    pass(9, Map.of("p99/read", 5.0));
    pass(1, Map.of("p99/read", 200.0));

    assertThat(health.objection()).hasValue("p99 of read is not steady");
  }

  @Test
  void looksAtOperationsNotAtHopsOrRegions() {
    pass(9, Map.of("p99/app>store", 5.0, "errorShare/read@us", 0.5));
    pass(1, Map.of("p99/app>store", 500.0, "errorShare/read@us", 0.5));

    assertThat(health.objection()).isEmpty();
  }

  @Test
  void isUnknownAgainAfterAReset() {
    pass(10, Map.of());

    health.forget();

    assertThat(health.objection()).isPresent();
  }
}
