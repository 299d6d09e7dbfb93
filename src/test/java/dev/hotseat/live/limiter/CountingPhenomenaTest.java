package dev.hotseat.live.limiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How many are let through, by algorithm and by where the counters are.
class CountingPhenomenaTest {
  private final HandTime time = new HandTime();

  private Rig rig(String... levers) {
    return new Rig(time.world(7), levers);
  }

  @Nested
  class WhenAHundredCallsComeBeforeTheEdgeOfAMinuteAndAHundredAfterIt {
    @ParameterizedTest
    @CsvSource({
      "fixed-window, 200, 200, 2.0",
      "token-bucket, 102, 104, 1.04",
      "gcra, 102, 104, 1.04",
      "sliding-counter, 100, 104, 1.04",
      "sliding-log, 100, 100, 1.0"
    })
    void soManyGetThrough(String algorithm, int least, int most, double worst) {
      try (Rig rig = rig("algorithm", algorithm, "state", "store-atomic")) {
        time.pass(59);
        int admitted = 0;
        for (int call = 0; call < 200; call++) {
          admitted += rig.call(Rig.KEY).status() == 200 ? 1 : 0;
          time.pass(0.01);
        }

        assertThat(admitted).isBetween(least, most);
        assertThat(rig.oracle("worstWindow")).isBetween(1.0, worst);
        assertThat(rig.oracle("overAdmitted")).isEqualTo(admitted - 100.0);
        assertThat(rig.oracle("wronglyRejected")).isZero();
      }
    }
  }

  @Nested
  class WhenFourNodesShareTheTraffic {
    @ParameterizedTest
    @CsvSource({"per-node, 400", "store-atomic, 100", "store-read-write, 100", "local-share, 100"})
    void soManyGetThroughOneByOne(String state, int expected) {
      try (Rig rig = rig("algorithm", "sliding-log", "state", state)) {
        assertThat(rig.admitted(1_000, Rig.KEY)).isEqualTo(expected);
        assertThat(rig.oracle("overAdmitted")).isEqualTo(expected - 100.0);
        assertThat(rig.oracle("worstWindow")).isEqualTo(expected / 100.0);
      }
    }

    @Test
    void reconcilingLetsThroughWhatComesBetweenTwoRoundsAndNoMore() {
      try (Rig rig =
          rig("algorithm", "sliding-log", "state", "async-sync", "sync-interval", "500")) {
        int first = rig.admitted(80, Rig.KEY);
        await().until(() -> knowsOf(rig, 20));
        int second = rig.admitted(1_000, Rig.KEY);

        assertThat(first).isEqualTo(80);
        assertThat(second).isBetween(20, 80);
        assertThat(rig.oracle("worstWindow")).isBetween(1.0, 1.6);
      }
    }

    /// Whether all nodes have heard that no more than so many remain.
    private boolean knowsOf(Rig rig, int remaining) {
      time.pass(0.1);
      for (int node = 0; node < 4; node++) {
        if (!rig.limits(Rig.KEY).body().contains("\"remaining\":" + remaining)) {
          return false;
        }
      }
      return true;
    }
  }

  @Nested
  class WhenTwoHundredAskAtOnceAndTheStoreTakesFiveMillis {
    @Test
    void readingAndThenWritingLetsTooManyThrough() {
      assertThat(admittedAtOnce("store-read-write")).isGreaterThan(110);
    }

    @Test
    void decidingInOneStepLetsExactlyTheLimitThrough() {
      assertThat(admittedAtOnce("store-atomic")).isEqualTo(100);
    }

    private long admittedAtOnce(String state) {
      try (Rig rig = Rig.real("algorithm", "sliding-log", "state", state)) {
        rig.fault("store-slow", 4);
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          calls.add(() -> rig.call(Rig.KEY));
        }
        List<Reply> replies = Rig.together(calls);
        return replies.size() - Rig.count(replies, 429);
      }
    }
  }

  @Nested
  class WhenANodeComesOrGoes {
    @ParameterizedTest
    @CsvSource({
      "node-removed, configured, 75",
      "node-removed, live, 99",
      "node-added, configured, 125",
      "node-added, live, 100"
    })
    void theirSharesAddUpToThis(String fault, String membership, int expected) {
      try (Rig rig =
          rig("algorithm", "sliding-log", "state", "local-share", "membership", membership)) {
        rig.fault(fault);

        assertThat(rig.admitted(1_000, Rig.KEY)).isEqualTo(expected);
        assertThat(rig.gauge("nodesInService")).isEqualTo(fault.equals("node-added") ? 5 : 3);
      }
    }
  }

  @Nested
  class WhenTheClockOfANodeIsFiveSecondsAhead {
    @ParameterizedTest
    @CsvSource({"node, 50", "store, 0"})
    void soManyTokensOfTenASecondComeEarly(String clock, int early) {
      try (Rig rig =
          rig(
              "algorithm",
              "token-bucket",
              "state",
              "store-atomic",
              "clock",
              clock,
              "free-limit",
              "600")) {
        rig.admitted(600, Rig.KEY);
        rig.fault("clock-ahead", 5);

        assertThat(rig.admitted(400, Rig.KEY)).isEqualTo(early);
        assertThat(rig.oracle("overAdmitted")).isEqualTo(early);

        rig.system.stopFault("clock-ahead");
        time.pass(5);
        assertThat(rig.admitted(400, Rig.KEY)).isEqualTo(50 - early);
      }
    }
  }

  @Nested
  class WhenOneTenantSendsNineTenthsOfEverything {
    @Test
    void oneLimitForAllLetsTheSmallOnesSucceedInProportion() {
      try (Rig rig =
          rig("algorithm", "gcra", "state", "store-atomic", "scope", "global", "burst", "1")) {
        flood(rig);

        assertThat(rig.gauge("smallTenantsServedShare")).isBetween(0.2, 0.3);
      }
    }

    @Test
    void aLimitForEachKeyLetsAllOfThemThrough() {
      try (Rig rig = rig("algorithm", "gcra", "state", "store-atomic", "scope", "key")) {
        flood(rig);

        var second = rig.system.second();
        assertThat(second.number("gauge/smallTenantsServedShare").orElseThrow()).isEqualTo(1);
        assertThat(second.number("gauge/noisyTenantServedShare").orElseThrow()).isLessThan(0.3);
      }
    }

    /// Two seconds of 8,000 calls each.
    private void flood(Rig rig) {
      rig.fault("noisy-tenant", 0.9);
      var source = rig.system.traffic("call", Map.of());
      var random = rig.world.dice().stream("noise");
      for (int i = 0; i < 16_000; i++) {
        rig.system.handle(source.next(rig.now(), random));
        time.passNanos(125_000);
      }
    }
  }

  @Nested
  class WhenCallsAreWorthDifferentAmounts {
    @Test
    void countingThemLetsTenTimesTheCostThrough() {
      try (Rig rig = rig("algorithm", "sliding-log", "state", "store-atomic")) {
        assertThat(Rig.count(rig.send(200, "reports", "keys", "1"), 200)).isEqualTo(100);
        assertThat(rig.oracle("overAdmittedByCost")).isEqualTo(90);
        assertThat(rig.oracle("worstWindowByCost")).isEqualTo(10);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"fixed-window", "sliding-log", "sliding-counter", "token-bucket", "gcra"})
    void weighingThemKeepsTheLimit(String algorithm) {
      try (Rig rig = rig("algorithm", algorithm, "state", "store-atomic", "counting", "cost")) {
        assertThat(Rig.count(rig.send(200, "reports", "keys", "1"), 200)).isEqualTo(10);
        assertThat(rig.oracle("overAdmittedByCost")).isZero();
        assertThat(rig.oracle("wronglyRejectedByCost")).isZero();
      }
    }
  }

  @Nested
  class WhenACustomerMayUseTenTimesItsLimitOnceAnHour {
    @Test
    void anOrdinaryLimitRefusesWhatItWasPromised() {
      try (Rig rig = rig("algorithm", "sliding-log", "state", "store-atomic")) {
        assertThat(rig.admitted(1_000, Rig.KEY)).isEqualTo(100);
        assertThat(rig.oracle("wronglyRejectedWithBurst")).isEqualTo(900);
      }
    }

    @Test
    void theHourlyBurstLetsItThroughOnce() {
      try (Rig rig =
          rig("algorithm", "sliding-log", "state", "store-atomic", "hourly-burst", "on")) {
        assertThat(rig.admitted(1_200, Rig.KEY)).isEqualTo(1_000);
        time.pass(600);
        assertThat(rig.admitted(1_000, Rig.KEY)).isEqualTo(100);
        time.pass(3_000);
        assertThat(rig.admitted(1_200, Rig.KEY)).isEqualTo(1_000);
        assertThat(rig.oracle("overAdmittedWithBurst")).isZero();
        assertThat(rig.oracle("wronglyRejectedWithBurst")).isZero();
      }
    }

    @Test
    void aBucketTenTimesAsLargeLetsItThroughSixTimesAnHour() {
      try (Rig rig = rig("algorithm", "token-bucket", "state", "store-atomic", "burst", "1000")) {
        assertThat(rig.admitted(1_200, Rig.KEY)).isEqualTo(1_000);
        time.pass(600);
        assertThat(rig.admitted(1_200, Rig.KEY)).isEqualTo(1_000);
        assertThat(rig.oracle("overAdmittedWithBurst")).isEqualTo(900);
      }
    }
  }

  @Nested
  class WhenThereAreThreeRegions {
    @ParameterizedTest
    @CsvSource({
      "store-atomic, home, 100",
      "store-atomic, per-region, 300",
      "store-atomic, per-region-share, 99",
      "local-share, home, 96",
      "per-node, home, 600"
    })
    void soManyGetThrough(String state, String stores, int expected) {
      try (Rig rig =
          rig("algorithm", "sliding-log", "regions", "three", "state", state, "stores", stores)) {
        int admitted = 0;
        for (int i = 0; i < 1_500; i++) {
          String region = LimiterDesign.REGIONS.get(i % 3);
          admitted += rig.call(Rig.KEY, "/gate/items", region).status() == 200 ? 1 : 0;
        }

        assertThat(admitted).isEqualTo(expected);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "one, store-atomic, home, 101",
      "three, store-atomic, home, 100",
      "three, store-atomic, per-region, 21",
      "three, async-sync, home, 20"
    })
    void aCallInUsTakesSoManyMillis(String regions, String state, String stores, long millis) {
      HandTime passing = HandTime.passing();
      try (Rig rig =
          new Rig(
              passing.world(7),
              "algorithm",
              "gcra",
              "regions",
              regions,
              "state",
              state,
              "stores",
              stores)) {
        AtomicLong before = new AtomicLong(rig.now());
        rig.call(Rig.KEY, "/gate/items", "us");

        assertThat((rig.now() - before.get()) / 1_000_000).isEqualTo(millis);
      }
    }
  }
}
