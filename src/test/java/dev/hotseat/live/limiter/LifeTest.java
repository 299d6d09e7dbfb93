package dev.hotseat.live.limiter;

import static dev.hotseat.live.limiter.Rig.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.live.Design.Measure;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.live.Lever;
import dev.hotseat.live.LeverValues;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.Dice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rate limiter through changes, faults, actions and resets.
class LifeTest {
  private final HandTime time = new HandTime();

  private Rig rig(String... levers) {
    return new Rig(time.world(7), levers);
  }

  @Test
  void everyDeclaredReadingIsRead() {
    try (Rig rig = rig()) {
      Readings readings = rig.system.second();

      for (Measure gauge : rig.system.design().gauges()) {
        assertThat(readings.numbers()).containsKey("gauge/" + gauge.name());
      }
      for (Measure oracle : rig.system.design().oracles()) {
        assertThat(readings.numbers()).containsEntry("oracle/" + oracle.name(), 0.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu", "us", "ap", "mix"})
  void everyKindOfTrafficIsAnsweredFromEverywhere(String region) {
    try (Rig rig = rig("regions", "three")) {
      for (Traffic kind : rig.system.design().traffic()) {
        List<Reply> replies = rig.send(30, kind.name(), "region", region);

        int expected = kind.name().equals("bad-key") ? 401 : 200;
        assertThat(replies).as(kind.name()).allMatch(reply -> reply.status() == expected);
      }
    }
  }

  @Test
  void trafficRefusesWhatItDoesNotKnow() {
    try (Rig rig = rig()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rig.system.traffic("call", Map.of("noise", "1")))
          .withMessageContaining("noise");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rig.system.traffic("one-key", Map.of("plan", "gold")))
          .withMessageContaining("gold");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rig.system.act("forget-key", Map.of("key", "no key")))
          .withMessageContaining("no key");
    }
  }

  @Test
  void oneTenantSendsSixTenthsOfOrdinaryTrafficAndTheSeedPicksIt() {
    try (Rig rig = rig("state", "store-atomic", "algorithm", "gcra")) {
      rig.send(2_000, "call");

      assertThat(new Customers(new Dice(7)).noisy()).startsWith("paid_");
      assertThat(rig.limits(new Customers(new Dice(7)).noisy()).body())
          .containsPattern("\"remaining\":0,");
    }
  }

  @Test
  void callsAroundTheEdgeAllCarryOneKey() {
    try (Rig rig = rig("state", "store-atomic", "free-limit", "10")) {
      time.pass(59.5);
      List<Reply> before = rig.send(30, "window-edge");
      time.pass(1);
      List<Reply> after = rig.send(30, "window-edge");
      time.pass(10);
      List<Reply> between = rig.send(30, "window-edge");

      assertThat(Rig.count(before, 200)).isEqualTo(10);
      assertThat(Rig.count(after, 200)).isEqualTo(10);
      assertThat(Rig.count(between, 200)).isEqualTo(30);
    }
  }

  @Test
  void eachEdgeIsMetByAKeyThatHasSpentNothingSinceTheEdgeBefore() {
    try (Rig rig = rig("state", "store-atomic", "algorithm", "fixed-window", "free-limit", "10")) {
      for (int edge = 1; edge <= 4; edge++) {
        time.pass(edge == 1 ? 59.5 : 59);
        long before = Rig.count(rig.send(30, "window-edge"), 200);
        time.pass(1);
        long after = Rig.count(rig.send(30, "window-edge"), 200);

        assertThat(List.of(before, after)).as("edge %d", edge).containsExactly(10L, 10L);
      }
    }
  }

  @Test
  void aSecondRunOfHourlyBurstsComesFromOtherCustomers() {
    try (Rig rig = rig("state", "store-atomic", "hourly-burst", "on")) {
      assertThat(Rig.count(rig.send(2_500, "hourly-burst"), 200)).isEqualTo(2_500);
      assertThat(Rig.count(rig.send(2_500, "hourly-burst"), 200)).isEqualTo(2_500);
      assertThat(rig.gauge("hourlyBursts")).isEqualTo(6);
    }
  }

  @Test
  void faultsLeaveNothingBehind() {
    try (Rig rig = rig("algorithm", "sliding-log")) {
      for (FaultKind fault : rig.system.design().faults()) {
        rig.fault(fault.name());
        rig.call(Rig.PAID);
        rig.system.stopFault(fault.name());
        rig.call(Rig.PAID);
      }

      assertThat(rig.system.faults()).isEmpty();
      await()
          .until(() -> {
            time.pass(0.1); // whoever is at the backend gets to leave
            return rig.system.second().number("inUse/backend").orElseThrow() == 0;
          });
      assertThat(rig.admitted(1_000, Rig.KEY)).isEqualTo(400);
      assertThat(rig.gauge("nodesInService")).isEqualTo(4);
      rig.gauge("decisionsPerCall");
      List<Reply> calm = rig.send(500, "call", "noisy", "0");
      assertThat(Rig.count(calm, 200)).isEqualTo(500);
      assertThat(rig.gauge("decisionsPerCall")).isEqualTo(1);
    }
  }

  @Test
  void anyLeversMayChangeWhileItServes() {
    try (Rig rig = rig()) {
      RandomGenerator random = new Dice(11).stream("levers");
      List<Lever> levers = rig.system.design().levers();
      for (int i = 0; i < 300; i++) {
        Lever lever = levers.get(random.nextInt(levers.size()));
        rig.system.change(Map.of(lever.name(), anyValue(lever, random)));
        for (Reply reply : rig.send(5, "call", "region", "mix", "reports", "0.2")) {
          assertThat(reply.status()).as(rig.system.levers().all().toString()).isIn(200, 429, 503);
        }
        time.pass(random.nextDouble());
      }
      assertThat(rig.oracle("unjudged")).isZero();
    }
  }

  private static String anyValue(Lever lever, RandomGenerator random) {
    return switch (lever) {
      case Lever.Choice choice -> choice.allowed().get(random.nextInt(choice.allowed().size()));
      case Lever.Switch _ -> random.nextBoolean() ? "on" : "off";
      case Lever.Number number ->
          Long.toString(random.nextLong(number.min(), Math.min(number.max(), 5_000) + 1));
      case Lever.AtStart later -> anyValue(later.lever(), random);
    };
  }

  @Test
  void aChangedLimitHoldsForKeysThatAreAlreadyKnown() {
    try (Rig rig = rig("algorithm", "fixed-window", "state", "store-atomic")) {
      rig.admitted(60, Rig.KEY);

      rig.change("free-limit", "80");

      assertThat(rig.admitted(100, Rig.KEY)).isEqualTo(20);
    }
  }

  @Test
  void anotherAlgorithmStartsAfresh() {
    try (Rig rig = rig("algorithm", "fixed-window", "state", "store-atomic")) {
      rig.admitted(100, Rig.KEY);

      rig.change("algorithm", "gcra");

      assertThat(rig.admitted(200, Rig.KEY)).isEqualTo(100);
    }
  }

  @Test
  void actionsForgetOneKeyOrAllAndTellWhatTheJudgeFound() throws InterruptedException {
    try (Rig rig = rig("state", "store-atomic")) {
      rig.admitted(200, Rig.KEY);
      rig.admitted(200, "free_00018");

      assertThat(rig.system.act("forget-key", Map.of("key", Rig.KEY))).contains(Rig.KEY);
      assertThat(rig.admitted(200, Rig.KEY)).isEqualTo(100);
      assertThat(rig.admitted(200, "free_00018")).isZero();
      assertThat(rig.system.act("restart-counters", Map.of())).contains("2 counters");
      assertThat(rig.admitted(200, "free_00018")).isEqualTo(100);
      assertThat(rig.system.act("audit", Map.of())).contains("beyond the limit: 200");
    }
  }

  @Test
  void aResetForgetsEverything() {
    try (Rig rig = rig("state", "store-atomic")) {
      rig.admitted(200, Rig.KEY);

      rig.system.reset(rig.system.levers());

      assertThat(rig.admitted(200, Rig.KEY)).isEqualTo(100);
      assertThat(rig.oracle("overAdmitted")).isZero();
    }
  }

  @Test
  void theJudgeSaysHowManyItCouldNotJudge() {
    Judge judge = new Judge();
    Map<String, Double> verdict = new HashMap<>();
    Quotas quotas = Quotas.of(Choices.of(levers()));
    for (int key = 0; key < 300_010; key++) {
      judge.note("free_" + key, 1_000_000_000_000L, 1, true);
    }
    verdict.putAll(judge.verdict(quotas, 1_000_000_000_000L));

    assertThat(verdict).containsEntry("unjudged", 10.0);
    assertThat(judge.verdict(quotas, 2_000_000_000_000L)).containsEntry("unjudged", 10.0);
  }

  private static LeverValues levers() {
    return LeverValues.initial(LimiterLevers.levers()).with(pairs());
  }
}
