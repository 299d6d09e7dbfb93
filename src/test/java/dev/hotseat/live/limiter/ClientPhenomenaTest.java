package dev.hotseat.live.limiter;

import static dev.hotseat.live.limiter.Rig.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.LeverValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients are told, and what comes of it.
class ClientPhenomenaTest {
  private final HandTime time = new HandTime();

  private Rig rig(String... levers) {
    return new Rig(time.world(7), levers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed-window", "sliding-log", "sliding-counter", "token-bucket", "gcra"})
  void whoComesBackWhenToldIsServedAndASecondEarlierIsNot(String algorithm) {
    try (Rig rig = rig("algorithm", algorithm, "state", "store-atomic", "free-limit", "7")) {
      RandomGenerator random = rig.world.dice().stream("when");
      for (int round = 0; round < 40; round++) {
        time.pass(random.nextDouble() * 20);
        Reply refused = rig.call(Rig.KEY);
        while (refused.status() == 200) {
          time.pass(random.nextDouble());
          refused = rig.call(Rig.KEY);
        }
        long told = Long.parseLong(refused.headers().getOrDefault("Retry-After", "0"));
        assertThat(told).isPositive();
        time.pass(told - 1);
        assertThat(told == 1 ? 429 : rig.call(Rig.KEY).status()).isEqualTo(429);
        time.pass(1);
        assertThat(rig.call(Rig.KEY).status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"exact, true", "jittered, true", "absent, false"})
  void aRefusedClientIsToldWhenToComeBackUnlessTheLeverSaysNot(String lever, boolean told) {
    try (Rig rig = rig("retry-after", lever, "free-limit", "1", "state", "store-atomic")) {
      rig.call(Rig.KEY);

      assertThat(rig.call(Rig.KEY).headers().containsKey("Retry-After")).isEqualTo(told);
    }
  }

  @Nested
  class WhenManyWereRefusedAndComeBackWhenTold {
    @Test
    void allTellingTheSameBringsThemBackInOneSecond() {
      assertThat(peakOfReturns("exact")).isGreaterThan(8);
    }

    @Test
    void jitterSpreadsThemOverTheWindow() {
      assertThat(peakOfReturns("jittered")).isLessThan(1.5);
    }

    /// 12,000 clients refused over a minute; how their returns lie over the next.
    private double peakOfReturns(String retryAfter) {
      try (Rig rig = rig("state", "store-atomic", "retry-after", retryAfter)) {
        rig.admitted(100, Rig.KEY);
        List<Double> returns = new ArrayList<>();
        for (int client = 0; client < 12_000; client++) {
          Reply refused = rig.call(Rig.KEY);
          long told = Long.parseLong(refused.headers().getOrDefault("Retry-After", "0"));
          returns.add(client / 200.0 + told);
          time.pass(1 / 200.0);
        }
        returns.sort(null);
        double now = 60;
        for (double at : returns) {
          time.pass(at - now > 0 ? at - now : 0);
          now = Math.max(now, at);
          rig.call(Rig.KEY);
        }
        time.pass(121 - now);
        return rig.gauge("arrivalPeakToMean");
      }
    }
  }

  @Test
  void theCrowdOfTheLiveSystemComesBackInTheResetSecond() {
    try (Rig rig = rig("state", "store-atomic", "free-window", "20", "free-limit", "20")) {
      rig.fault("synchronised-clients", 100);
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> {
            time.pass(0.25);
            return rig.gauge("arrivalPeakToMean") > 4;
          });
      rig.system.stopFault("synchronised-clients");
    }
  }

  @Test
  void clientsWhoTryAgainAtOnceMultiplyTheDecisions() {
    try (Rig rig = rig("state", "store-atomic", "free-limit", "1")) {
      rig.call(Rig.KEY);
      rig.fault("impatient-clients", 4);
      rig.gauge("decisionsPerCall");

      assertThat(rig.admitted(100, Rig.KEY)).isZero();
      assertThat(rig.gauge("decisionsPerCall")).isEqualTo(5);
    }
  }

  @Test
  void aLeakyBucketLetsCallsWaitAndRefusesWhoWouldWaitTooLong() {
    HandTime passing = new HandTime();
    try (Rig rig =
        new Rig(passing.world(1), "algorithm", "leaky-bucket", "state", "store-atomic")) {
      List<Reply> replies = List.of(rig.call(Rig.KEY), rig.call(Rig.KEY), rig.call(Rig.KEY));

      assertThat(replies.stream().map(Reply::status)).containsExactly(200, 200, 429);
      assertThat(reason(replies.getLast())).isEqualTo("queue-full");
      assertThat(replies.getLast().headers()).containsEntry("Retry-After", "1");
    }
  }

  @Test
  void callsInALeakyBucketLeaveAtItsRate() {
    HandTime passing = HandTime.passing();
    try (Rig rig = new Rig(passing.world(1), "algorithm", "leaky-bucket", "free-limit", "600")) {
      long begun = rig.now();

      assertThat(rig.admitted(100, Rig.KEY)).isEqualTo(100);

      assertThat((rig.now() - begun) / 1e9).isBetween(2.0, 3.0);
    }
  }

  @Nested
  class WhenKeysComeThatWereNeverSeen {
    @Test
    void aTableThatForgetsNobodyTurnsNewCustomersAway() {
      try (Rig rig = rig("state", "store-atomic", "keys-max", "1000")) {
        rig.call(Rig.KEY);
        rig.send(999, "key-flood");

        Reply stranger = rig.call("free_stranger");

        assertThat(stranger.status()).isEqualTo(503);
        assertThat(reason(stranger)).isEqualTo("memory-full");
        assertThat(rig.call(Rig.KEY).status()).isEqualTo(200);
        assertThat(rig.gauge("keysTracked")).isEqualTo(1_000);
      }
    }

    @Test
    void forgettingIdleKeysMakesRoomAsSoonAsThereAreAny() {
      try (Rig rig =
          rig(
              "algorithm",
              "gcra",
              "state",
              "store-atomic",
              "keys-max",
              "1000",
              "eviction",
              "idle")) {
        rig.send(1_000, "key-flood");
        assertThat(rig.call(Rig.KEY).status()).isEqualTo(503);

        time.pass(1);

        assertThat(rig.call(Rig.KEY).status()).isEqualTo(200);
        await()
            .until(() -> {
              time.pass(1);
              return rig.gauge("keysTracked") <= 1;
            });
      }
    }

    @Test
    void forgettingWhoWasNotAskedLatelyServesEverybodyAndStaysSmall() {
      try (Rig rig = rig("state", "store-atomic", "keys-max", "1000", "eviction", "lru")) {
        assertThat(Rig.count(rig.send(20_000, "key-flood"), 200)).isEqualTo(20_000);
        assertThat(rig.gauge("keysTracked")).isLessThanOrEqualTo(1_000);
      }
    }

    @Test
    void aMillionOfThemDoNotExhaustATable() {
      Choices choices =
          Choices.of(
              LeverValues.initial(LimiterLevers.levers())
                  .with(Map.of("eviction", "lru", "keys-max", "50000")));
      Quotas quotas = Quotas.of(choices);
      KeyTable table = new KeyTable(choices);
      for (int key = 0; key < 1_000_000; key++) {
        assertThat(table.ask("free_" + key, quotas, 60_000_000_000L + key, 1).refused()).isFalse();
      }

      assertThat(table.size()).isLessThanOrEqualTo(50_000);
      assertThat(table.evicted()).isGreaterThanOrEqualTo(950_000);
    }
  }

  @Test
  void aLogOfAHundredTimesNeedsManyTimesTheMemoryOfACounter() {
    assertThat(bytesPerKey("sliding-log")).isGreaterThan(8 * bytesPerKey("fixed-window"));
    assertThat(bytesPerKey("fixed-window")).isLessThan(150);
    assertThat(bytesPerKey("gcra")).isLessThan(150);
  }

  private double bytesPerKey(String algorithm) {
    try (Rig rig = rig("algorithm", algorithm, "state", "store-atomic")) {
      for (int key = 0; key < 50; key++) {
        rig.admitted(100, Customers.free(key));
      }
      var second = rig.system.second();
      double bytes = second.number("gauge/bytesPerKey").orElseThrow();
      assertThat(second.number("gauge/megabytesPerMillionKeys").orElseThrow()).isEqualTo(bytes);
      assertThat(second.number("gauge/stateBytes").orElseThrow()).isEqualTo(50 * bytes);
      return bytes;
    }
  }
}
