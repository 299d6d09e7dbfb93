package dev.hotseat.live.limiter;

import static dev.hotseat.live.limiter.Rig.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the gate when its store, or what stands behind it, does badly.
class StorePhenomenaTest {

  @Nested
  class WhenTheStoreTakes300MillisLonger {
    @Test
    void everyCallDoesWithoutATimeOut() {
      assertThat(millisOfACall("store-timeout", "0")).isEqualTo(1 + 300 + 20);
    }

    @Test
    void noneTakesMoreThanTheTimeOutLongerWithOne() {
      assertThat(millisOfACall("store-timeout", "20", "store-failure", "local-share"))
          .isEqualTo(20 + 20);
    }

    private long millisOfACall(String... levers) {
      HandTime time = HandTime.passing();
      try (Rig rig = new Rig(time.world(3), "algorithm", "gcra", "state", "store-atomic")) {
        rig.change(levers);
        rig.fault("store-slow");
        long begun = rig.now();
        assertThat(rig.call(Rig.KEY).status()).isEqualTo(200);
        return (rig.now() - begun) / 1_000_000;
      }
    }
  }

  @Test
  void aStoreThatIsTooSlowForAClosedGateIsOurFaultNotTheClients() {
    HandTime time = HandTime.passing();
    try (Rig rig = new Rig(time.world(3), "state", "store-atomic", "store-timeout", "20")) {
      rig.fault("store-slow");

      Reply reply = rig.call(Rig.KEY);

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reason(reply)).isEqualTo("timeout");
    }
  }

  @Nested
  class WhenTheStoreIsDownAndFiveTimesTheLimitComes {
    @Test
    void aClosedGateServesNobody() {
      Outcome closed = outcome("closed", 300);

      assertThat(closed.reachedBackend()).isZero();
      assertThat(closed.replies()).allMatch(reply -> reason(reply).equals("store-down"));
    }

    @Test
    void anOpenGateSendsAllOfItToTheBackendAndALocalShareKeepsTheCap() {
      Outcome open = outcome("open", 2_000);
      Outcome local = outcome("local-share", 2_000);

      assertThat(open.reachedBackend()).isEqualTo(open.replies().size());
      assertThat(open.replies()).noneMatch(Reply::turnedAway);
      assertThat(open.millis(0.99)).isGreaterThan(1_000);
      assertThat(open.millis(0.5)).isGreaterThan(2 * local.millis(0.5));
      assertThat(local.reachedBackend()).isBetween(100L, (long) (52 + 200 * local.seconds()));
    }

    /// 1,000 calls/s, where 200/s are allowed and the backend manages 250/s.
    private Outcome outcome(String storeFailure, int count) {
      try (Rig rig =
          Rig.real(
              "algorithm",
              "gcra",
              "state",
              "store-atomic",
              "scope",
              "global",
              "global-rate",
              "200",
              "burst",
              "25",
              "store-failure",
              storeFailure)) {
        rig.fault("backend-slow", 140);
        rig.fault("store-down");
        long start = rig.now() + TimeUnit.MILLISECONDS.toNanos(100);
        List<Long> tookNanos = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          long due = start + i * 1_000_000L;
          String key = Customers.free(i);
          calls.add(() -> {
            rig.world.pause().sleepNanos(due - rig.now());
            Reply reply = rig.call(key);
            if (!reply.turnedAway()) {
              tookNanos.add(rig.now() - due);
            }
            return reply;
          });
        }
        List<Reply> replies = Rig.together(calls);
        return new Outcome(
            replies, tookNanos.stream().sorted().toList(), (rig.now() - start) / 1e9);
      }
    }

    private record Outcome(List<Reply> replies, List<Long> tookNanos, double seconds) {
      long reachedBackend() {
        return replies.stream()
            .filter(reply -> reply.status() == 200 || reason(reply).equals("pool-wait"))
            .count();
      }

      double millis(double share) {
        return tookNanos.get((int) (tookNanos.size() * share)) / 1e6;
      }
    }
  }

  @Test
  void aGateThatShedsSaysThatItIsNotTheClient() {
    try (Rig rig = Rig.real("shed", "10", "algorithm", "gcra", "state", "store-atomic")) {
      rig.fault("backend-slow", 500);
      List<Callable<Reply>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String key = Customers.free(i);
        calls.add(() -> rig.call(key));
      }

      List<Reply> replies = Rig.together(calls);

      assertThat(Rig.count(replies, 429)).isZero();
      assertThat(Rig.count(replies, 503)).isGreaterThanOrEqualTo(140);
      assertThat(replies.stream().filter(reply -> reply.status() == 503))
          .allMatch(reply -> reason(reply).equals("shed"))
          .allMatch(reply -> reply.headers().containsKey("Retry-After"))
          .allMatch(reply -> reply.body().contains("#temporary-reduced-capacity"));
    }
  }

  @ParameterizedTest
  @CsvSource({"closed, 503", "open, 200", "local-share, 200"})
  void aRegionThatIsCutOffDoesWhatTheLeverSays(String storeFailure, int status) {
    HandTime time = HandTime.passing();
    try (Rig rig =
        new Rig(
            time.world(3),
            "algorithm",
            "gcra",
            "state",
            "store-atomic",
            "regions",
            "three",
            "store-failure",
            storeFailure)) {
      rig.fault("region-cut");

      assertThat(rig.call(Rig.KEY, "/gate/items", "us").status()).isEqualTo(status);
      assertThat(rig.call(Rig.KEY, "/gate/items", "eu").status()).isEqualTo(200);
    }
  }
}
