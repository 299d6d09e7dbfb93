package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The right procedure, with something dying at every boundary of its steps and inside the copy.
/// Clients never stop; whoever was in flight in a dead process is asked again and succeeds.
///
/// `-Dmigration.kills=50` is the long form of the last one.
class CrashMatrixTest {
  private static final int ROWS = 10_000;
  private static final int BETWEEN = 20;
  private static final int KILLS = Integer.getInteger("migration.kills", 5);

  @Test
  void nobodyNoticesThatHalfTheAppDiesAtEveryBoundaryAndTheCopyHalfWay()
      throws InterruptedException {
    try (Crossing crossing = Crossing.of(2, ROWS)) {
      crossing.fault("backfill-dies", 40);
      for (Crossing.Step step : Crossing.STEPS) {
        crossing.awaitRequests(BETWEEN);
        crossing.killHalf();
        step.take(crossing);
      }
      crossing.killHalf();
      crossing.awaitRequests(BETWEEN);

      assertNothingIsWrong(crossing);
    }
  }

  @Test
  void nobodyNoticesDeathsAtAnyMoment() throws InterruptedException {
    try (Crossing crossing = Crossing.of(7, ROWS)) {
      crossing.change("backfill-rate", Integer.toString(Math.max(200, 5 * ROWS / KILLS)));
      AtomicInteger kills = new AtomicInteger();
      Thread killer = Thread.ofVirtual().start(() -> kills(crossing, kills));
      for (Crossing.Step step : Crossing.STEPS) {
        step.take(crossing);
      }
      killer.interrupt();
      killer.join();

      assertThat(kills.get()).isGreaterThanOrEqualTo(KILLS);
      assertNothingIsWrong(crossing);
    }
  }

  private static void kills(Crossing crossing, AtomicInteger kills) {
    var random = crossing.world.dice().stream("moments");
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(200));
        if (crossing.killSomebody()) {
          kills.incrementAndGet();
        }
      }
    } catch (InterruptedException _) {
      // enough
    }
  }

  private static void assertNothingIsWrong(Crossing crossing) throws InterruptedException {
    Map<String, Double> flaws = crossing.judged();

    assertThat(crossing.failures).isEmpty();
    assertThat(flaws.values()).as("%s", flaws).containsOnly(0.0);
    assertThat(crossing.gauge("mismatches")).isZero();
    assertThat(crossing.gauge("shadowMismatches")).isZero();
    assertThat(crossing.requests.get()).isGreaterThan(100);
  }
}
