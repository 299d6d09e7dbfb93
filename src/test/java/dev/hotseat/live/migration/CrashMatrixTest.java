package dev.hotseat.live.migration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The right procedure, and the way back from it, with something dying at every boundary of its
/// steps and inside the copy. Clients never stop; whoever was in flight in a dead process is asked
/// again and succeeds.
///
/// `-Dmigration.kills=50` is the long form of the last one: there, back to the beginning, and there
/// for good, with a death a moment after each step has begun beside those at any moment.
class CrashMatrixTest {
  private static final int ROWS = 10_000;
  private static final int BETWEEN = 20;
  private static final int KILLS_USUAL = 5;
  private static final int KILLS = Integer.getInteger("migration.kills", KILLS_USUAL);

  private final Map<String, Integer> deaths = new ConcurrentHashMap<>();

  @Test
  void nobodyNoticesThatHalfTheAppDiesAtEveryBoundaryAndTheCopyHalfWay()
      throws InterruptedException {
    try (Crossing crossing = Crossing.of(2, ROWS)) {
      crossing.fault("backfill-dies", 40);
      crossing.takeDying(Crossing.THERE, BETWEEN);
      crossing.takeDying(Crossing.FOR_GOOD, BETWEEN);

      assertNothingIsWrong(crossing);
      assertThat(crossing.gauge("mismatches")).isZero();
    }
  }

  @Test
  void nobodyNoticesThatAllIsTakenBackWhileHalfTheAppDiesAtEveryBoundary()
      throws InterruptedException {
    try (Crossing crossing = Crossing.of(3, ROWS)) {
      for (Crossing.Step step : Crossing.THERE) {
        step.take(crossing);
      }
      crossing.takeDying(Crossing.BACK, BETWEEN);

      assertAllIsAsItWas(crossing);
      assertNothingIsWrong(crossing);
    }
  }

  @Test
  void nobodyNoticesDeathsAtAnyMoment() throws InterruptedException {
    boolean longForm = KILLS > KILLS_USUAL;
    try (Crossing crossing = Crossing.of(7, ROWS)) {
      crossing.change("backfill-rate", Integer.toString(Math.max(200, 5 * ROWS / KILLS)));
      Thread killer = Thread.ofVirtual().start(() -> kills(crossing));
      if (longForm) {
        take(crossing, Crossing.THERE, longForm);
        take(crossing, Crossing.BACK, longForm);
        assertAllIsAsItWas(crossing);
      }
      take(crossing, Crossing.THERE, longForm);
      take(crossing, Crossing.FOR_GOOD, longForm);
      killer.interrupt();
      killer.join();

      assertThat(deaths.values().stream().mapToInt(Integer::intValue).sum())
          .as("%s", deaths)
          .isGreaterThanOrEqualTo(KILLS);
      assertNothingIsWrong(crossing);
      assertThat(crossing.gauge("mismatches")).isZero();
      if (longForm) {
        assertThat(deaths.keySet())
            .as("deaths by step, of %,d requests: %s", crossing.requests.get(), deaths)
            .contains("read all from new", "stop writing the old table", "read nothing from new");
        System.out.printf(
            "%s: nothing wrong, %,d requests%n", new TreeMap<>(deaths), crossing.requests.get());
      }
    }
  }

  /// Step by step; in the long form with a death a moment after each has begun.
  private void take(Crossing crossing, List<Crossing.Step> steps, boolean dying)
      throws InterruptedException {
    var random = crossing.world.dice().stream("into a step");
    for (Crossing.Step step : steps) {
      int millis = random.nextInt(20);
      Thread killer = Thread.ofVirtual().unstarted(() -> killAfter(crossing, step, millis));
      if (dying) {
        crossing.awaitUp();
        killer.start();
      }
      step.take(crossing);
      killer.join();
    }
  }

  private void killAfter(Crossing crossing, Crossing.Step step, int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      if (crossing.killSomebody()) {
        deaths.merge(step.name(), 1, Integer::sum);
      }
    } catch (InterruptedException _) {
      // enough
    }
  }

  private void kills(Crossing crossing) {
    var random = crossing.world.dice().stream("moments");
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(200));
        if (crossing.killSomebody()) {
          deaths.merge("at any moment", 1, Integer::sum);
        }
      }
    } catch (InterruptedException _) {
      // enough
    }
  }

  private static void assertAllIsAsItWas(Crossing crossing) {
    assertThat(crossing.gauge("instancesV2")).isZero();
    assertThat(crossing.gauge("readsFromNewShare")).isZero();
    await().atMost(30, SECONDS).until(() -> crossing.gauge("rowsNew") == 0);
    assertThat(crossing.gauge("rowsOld")).isPositive();
  }

  private static void assertNothingIsWrong(Crossing crossing) throws InterruptedException {
    Map<String, Double> flaws = crossing.judged();

    assertThat(crossing.failures).isEmpty();
    assertThat(flaws.values()).as("%s", flaws).containsOnly(0.0);
    assertThat(crossing.gauge("shadowMismatches")).isZero();
    assertThat(crossing.requests.get()).isGreaterThan(100);
  }
}
