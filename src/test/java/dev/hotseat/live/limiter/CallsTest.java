package dev.hotseat.live.limiter;

import static dev.hotseat.live.limiter.Rig.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client sees of the gate.
class CallsTest {
  private final HandTime time = new HandTime();

  private Rig rig(String... levers) {
    return new Rig(time.world(7), levers);
  }

  @Test
  void servesACallAndSaysWhereItsKeyStands() {
    try (Rig rig = rig("algorithm", "token-bucket", "state", "store-atomic")) {
      Reply reply = rig.call(Rig.KEY);

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers())
          .containsEntry("RateLimit-Policy", "\"free\";q=100;w=60")
          .containsEntry("RateLimit", "\"free\";r=99;t=1");
    }
  }

  @Test
  void turnsAwayWhoAsksTooOftenAndSaysWhenToComeBack() {
    try (Rig rig = rig("algorithm", "token-bucket", "state", "store-atomic")) {
      assertThat(rig.admitted(100, Rig.KEY)).isEqualTo(100);

      Reply refused = rig.call(Rig.KEY);

      assertThat(refused.status()).isEqualTo(429);
      assertThat(reason(refused)).isEqualTo("limit");
      assertThat(refused.headers())
          .containsEntry("Retry-After", "1")
          .containsEntry("RateLimit", "\"free\";r=0;t=1")
          .containsEntry("Content-Type", "application/problem+json");
      assertThat(refused.body()).contains("#quota-exceeded", "\"violated-policies\":[\"free\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gold_1", "free_", "FREE_17", "free_a b", "free_é"})
  void doesNotKnowAKeyThatCannotBeOne(String key) {
    try (Rig rig = rig()) {
      assertThat(rig.call(key).status()).isEqualTo(401);
      assertThat(reason(rig.call(key))).isEqualTo("bad-key");
      assertThat(rig.limits(key.replace(' ', '-')).status()).isEqualTo(401);
    }
  }

  @Test
  void asksForAKey() {
    try (Rig rig = rig()) {
      Reply reply = rig.send("GET", "/gate/items", Map.of());

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reason(reply)).isEqualTo("no-key");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH"})
  void understandsEveryMethodBehindTheGate(String method) {
    try (Rig rig = rig()) {
      Map<String, String> key = Map.of("x-api-key", Rig.KEY);

      assertThat(rig.send(method, "/gate", key).status()).isEqualTo(200);
      assertThat(rig.send(method, "/gate/a/b/c", key).status()).isEqualTo(200);
      assertThat(rig.send(method, "/gatehouse", key).status()).isEqualTo(404);
    }
  }

  @Test
  void showsAnOwnerWhereAKeyStands() {
    try (Rig rig = rig("algorithm", "gcra", "state", "store-atomic")) {
      rig.admitted(40, Rig.KEY);

      assertThat(rig.limits(Rig.KEY).body())
          .contains("\"limit\":100", "\"remaining\":60", "\"seenBy\":\"counters\"");
    }
  }

  @Test
  void aRefusalIsNoFailureOfTheSystem() {
    try (Rig rig = rig("algorithm", "token-bucket", "state", "store-atomic")) {
      rig.admitted(200, Rig.KEY);

      var second = rig.system.second();

      assertThat(second.number("errors/call").orElse(0)).isZero();
      assertThat(second.number("goodput/call").orElseThrow())
          .isCloseTo(
              second.number("why/limit").orElseThrow(),
              org.assertj.core.data.Percentage.withPercentage(1));
    }
  }
}
