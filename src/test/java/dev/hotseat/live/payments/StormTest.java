package dev.hotseat.live.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The right design under every fault at once.
class StormTest {
  @ParameterizedTest
  @CsvSource({"1, 10000", "2, 3400", "3, 3400"})
  void chargesNobodyTwiceAndLosesNothing(long seed, int purchases) throws InterruptedException {
    try (Rig rig = Rig.right(seed, Rig.QUICK, "pool-size", "64")) {
      Storm storm = new Storm(rig);

      storm.over(purchases);
      JsonNode verdict = storm.verdict();

      assertThat(verdict.get("findings")).isEmpty();
      assertThat(verdict.get("complete").asBoolean()).isTrue();
      assertThat(rig.gauge("kills")).isPositive();
      assertThat(rig.number("SELECT COUNT(*) FROM ledger")).isPositive();
    }
  }
}
