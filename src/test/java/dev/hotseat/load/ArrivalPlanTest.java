package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.load.Loop.Spacing;
import dev.hotseat.world.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArrivalPlanTest {
  private static final double SECOND = 1e9;

  @Nested
  class EvenlySpaced {
    @Test
    void aSteadyRateIsDueAtTheIndexTimesTheInterval() {
      List<Long> due = even(Stage.hold(300, Duration.ofSeconds(10)));

      assertThat(due).hasSize(3_000);
      for (int i = 0; i < due.size(); i++) {
        assertThat(due.get(i)).isCloseTo(Math.round(i * SECOND / 300), within(1L));
      }
    }

    @Test
    void aRampIsDueWhenItsIntegralReachesTheIndex() {
      double rise = 100; // per second, each second: the integral is 50 t²
      List<Long> due = even(Stage.ramp(0, 1_000, Duration.ofSeconds(10)));

      assertThat(due).hasSize(5_000);
      for (int i = 0; i < due.size(); i++) {
        assertThat(due.get(i)).isCloseTo(Math.round(Math.sqrt(2 * i / rise) * SECOND), within(2L));
      }
    }

    @Test
    void anyStagesGiveTheArrivalsThatTheIntegralAsksForInEveryStretch() {
      RandomGenerator random = new Dice(1).stream("stages");
      for (int trial = 0; trial < 200; trial++) {
        List<Stage> stages = someStages(random);

        List<Long> due = even(stages.toArray(Stage[]::new));

        assertThat(due).isSorted();
        for (int cut = 0; cut < 20; cut++) {
          long until = random.nextLong(wholeNanos(stages) + 1);
          long before = due.stream().filter(each -> each < until).count();
          assertThat((double) before).isCloseTo(integral(stages, until), within(1.001));
        }
      }
    }

    @Test
    void aStretchWithoutRateHasNoArrivals() {
      Duration second = Duration.ofSeconds(1);

      List<Long> due =
          even(Stage.hold(100, second), Stage.hold(0, second), Stage.hold(100, second));

      assertThat(due).hasSize(200).noneMatch(each -> each >= SECOND && each < 2 * SECOND);
      assertThat(due.get(100)).isEqualTo(2_000_000_000L);
    }

    @Test
    void aSpikeIsTheMiddleFifth() {
      List<Stage> stages = Stage.spike(10, 1_000, Duration.ofSeconds(10));

      List<Long> due = even(stages.toArray(Stage[]::new));

      assertThat(due).hasSize(2_080);
      assertThat(due.stream().filter(each -> each >= 4 * SECOND && each < 6 * SECOND))
          .hasSize(2_000);
    }
  }

  @Nested
  class ByChance {
    private final Stage hold = Stage.hold(1_000, Duration.ofSeconds(100));

    @Test
    void asManyComeAsTheRateSays() {
      // A Poisson count of mean 100,000 has a deviation of 316; five of them leave one seed in
      // a million outside.
      assertThat(poisson(5, hold).size()).isCloseTo(100_000, within(5 * 316));
    }

    @Test
    void theGapsAreExponential() {
      List<Long> due = poisson(6, hold);
      double[] gaps = new double[due.size() - 1];
      for (int i = 0; i < gaps.length; i++) {
        gaps[i] = (due.get(i + 1) - due.get(i)) / SECOND;
      }

      double mean = java.util.Arrays.stream(gaps).average().orElseThrow();
      double longerThanMean =
          (double) java.util.Arrays.stream(gaps).filter(gap -> gap > mean).count() / gaps.length;
      double longerThanThree =
          (double) java.util.Arrays.stream(gaps).filter(gap -> gap > 3 * mean).count()
              / gaps.length;

      assertThat(mean).isCloseTo(0.001, within(0.00002));
      assertThat(longerThanMean).isCloseTo(Math.exp(-1), within(0.01));
      assertThat(longerThanThree).isCloseTo(Math.exp(-3), within(0.005));
    }

    @Test
    void theCountsOfSecondsVaryAsMuchAsTheirMean() {
      long[] counts = new long[100];
      poisson(7, hold).forEach(due -> counts[(int) (due / 1_000_000_000L)]++);

      double mean = java.util.Arrays.stream(counts).average().orElseThrow();
      double variance =
          java.util.Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum() / 99;

      // The ratio of variance to mean over 100 counts has a deviation of about 0.14.
      assertThat(variance / mean).isBetween(0.4, 1.7);
    }

    @Test
    void aRampDrawsThreeQuartersIntoItsSecondHalf() {
      List<Long> due = poisson(8, Stage.ramp(0, 2_000, Duration.ofSeconds(50)));

      double late = due.stream().filter(each -> each >= 25 * SECOND).count();

      assertThat(late / due.size()).isCloseTo(0.75, within(0.01));
    }

    @Test
    void theSeedDecidesAllOfIt() {
      assertThat(poisson(9, hold)).isEqualTo(poisson(9, hold)).isNotEqualTo(poisson(10, hold));
    }
  }

  private static List<Long> even(Stage... stages) {
    return all(Spacing.EVEN, new Dice(0), stages);
  }

  private static List<Long> poisson(long seed, Stage... stages) {
    return all(Spacing.POISSON, new Dice(seed), stages);
  }

  private static List<Long> all(Spacing spacing, Dice dice, Stage... stages) {
    var plan = new ArrivalPlan(new Loop.Open(spacing, List.of(stages)), dice.stream("arrivals"));
    List<Long> due = new ArrayList<>();
    for (long next = plan.next(); next >= 0; next = plan.next()) {
      due.add(next);
    }
    return due;
  }

  private static List<Stage> someStages(RandomGenerator random) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      Duration duration = Duration.ofMillis(1 + random.nextInt(3_000));
      double from = random.nextBoolean() ? 0 : random.nextDouble(500);
      double to = random.nextBoolean() ? from : random.nextDouble(500);
      stages.add(Stage.ramp(from, to, duration));
    }
    return stages;
  }

  private static long wholeNanos(List<Stage> stages) {
    return stages.stream().mapToLong(stage -> stage.duration().toNanos()).sum();
  }

  /// Midpoint sums, so that a wrong closed form cannot agree with itself.
  private static double integral(List<Stage> stages, long untilNanos) {
    double sum = 0;
    long left = untilNanos;
    for (Stage stage : stages) {
      double whole = stage.duration().toNanos();
      double part = Math.min(left, whole);
      double step = part / 1_000;
      for (int i = 0; i < 1_000; i++) {
        double at = (i + 0.5) * step / whole;
        double rate = stage.fromPerSecond() + at * (stage.toPerSecond() - stage.fromPerSecond());
        sum += rate * step / SECOND;
      }
      left -= (long) part;
    }
    return sum;
  }
}
