package dev.hotseat.live.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for the algorithms whatever arrives. Histories come from seeds; a message names the
/// seed that broke a rule.
class AlgorithmsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int SEEDS = 60;
  private static final int ARRIVALS = 1_500;

  private static Quota quota(RandomGenerator random) {
    long limit = 1 + random.nextInt(60);
    long window = SECOND * (1 + random.nextInt(60));
    long burst = 1 + random.nextInt(80);
    return Quota.of("test", limit, window, burst, random.nextLong(3 * SECOND));
  }

  private static RandomGenerator history(int seed) {
    return new Dice(seed).stream("history");
  }

  private static int cost(RandomGenerator random) {
    return random.nextInt(5) == 0 ? 1 + random.nextInt(8) : 1;
  }

  /// Says something about every arrival of every history.
  private static void forAll(Algorithm algorithm, Check check) {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomGenerator random = history(seed);
      Quota quota = quota(random);
      Limiter limiter = algorithm.limiter();
      Arrived arrived = new Arrived(random, quota);
      for (int i = 0; i < ARRIVALS; i++) {
        long now = arrived.next(quota);
        check.see(new Seen(limiter, quota, now, cost(random), algorithm + ", seed " + seed));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void lettingThroughIsRightToTheNanosecondAboutWhenToComeBack(Algorithm algorithm) {
    forAll(
        algorithm,
        seen -> {
          Limiter twin = seen.limiter.copy();
          long answer = seen.limiter.ask(seen.quota, seen.nowNanos, seen.cost);
          if (answer < 0) {
            long back = seen.nowNanos - answer;
            assertThat(twin.copy().ask(seen.quota, back, seen.cost)).as(seen.what).isNotNegative();
            assertThat(twin.copy().ask(seen.quota, back - 1, seen.cost)).as(seen.what).isNegative();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatRemainsIsWhatIsLetThroughAndNotOneMore(Algorithm algorithm) {
    forAll(
        algorithm,
        seen -> {
          Standing standing = seen.limiter.standing(seen.quota, seen.nowNanos);
          Limiter twin = seen.limiter.copy();
          for (int i = 0; i < standing.remaining(); i++) {
            assertThat(twin.ask(seen.quota, seen.nowNanos, 1)).as(seen.what).isNotNegative();
          }
          assertThat(twin.ask(seen.quota, seen.nowNanos, 1)).as(seen.what).isNegative();
          seen.limiter.ask(seen.quota, seen.nowNanos, seen.cost);
        });
  }

  @ParameterizedTest
  @EnumSource
  void noMoreRemainsBeforeTheTimeThatIsTold(Algorithm algorithm) {
    forAll(
        algorithm,
        seen -> {
          seen.limiter.ask(seen.quota, seen.nowNanos, seen.cost);
          Standing standing = seen.limiter.standing(seen.quota, seen.nowNanos);
          long more = seen.nowNanos + standing.moreNanos();
          assertThat(seen.limiter.standing(seen.quota, more - 1).remaining())
              .as(seen.what)
              .isLessThanOrEqualTo(standing.remaining());
        });
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsIdleDecidesLikeANewOne(Algorithm algorithm) {
    forAll(
        algorithm,
        seen -> {
          if (seen.limiter.idle(seen.quota, seen.nowNanos)) {
            Limiter twin = seen.limiter.copy();
            Limiter fresh = algorithm.limiter();
            for (int i = 0; i < 5; i++) {
              long now = seen.nowNanos + i * seen.quota.intervalNanos() / 3;
              assertThat(twin.ask(seen.quota, now, 1))
                  .as(seen.what)
                  .isEqualTo(fresh.ask(seen.quota, now, 1));
            }
          }
          seen.limiter.ask(seen.quota, seen.nowNanos, seen.cost);
        });
  }

  @ParameterizedTest
  @EnumSource
  void underSaturationNearlyAllThatIsAllowedIsLetThrough(Algorithm algorithm) {
    Quota quota = Quota.of("test", 100, 10 * SECOND, 100, SECOND);
    Limiter limiter = algorithm.limiter();
    long admitted = 0;
    long start = 1_000 * SECOND;
    for (long now = start; now < start + 200 * SECOND; now += SECOND / 100) {
      admitted += limiter.ask(quota, now, 1) >= 0 ? 1 : 0;
    }

    assertThat(admitted).isGreaterThanOrEqualTo((long) (0.98 * 20 * quota.limit()));
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatIsSetBackLetsNothingThroughThatWasRefused(Algorithm algorithm) {
    RandomGenerator steps = new Dice(3).stream("steps");
    forAll(
        algorithm,
        seen -> {
          long back = seen.nowNanos - 1 - steps.nextLong(5 * SECOND);
          Limiter twin = seen.limiter.copy();
          if (seen.limiter.ask(seen.quota, seen.nowNanos, seen.cost) < 0) {
            assertThat(twin.ask(seen.quota, back, seen.cost)).as(seen.what).isNegative();
          }
        });
  }

  @Nested
  class TokenBucketAndGcra {
    @ParameterizedTest
    @EnumSource(names = {"TOKEN_BUCKET", "GCRA"})
    void neverLetThroughMoreThanBurstAndRateAllow(Algorithm algorithm) {
      for (int seed = 0; seed < SEEDS; seed++) {
        RandomGenerator random = history(seed);
        Quota quota = quota(random);
        Limiter limiter = algorithm.limiter();
        Arrived arrived = new Arrived(random, quota);
        Envelope envelope = new Envelope(quota);
        long latest = 0;
        for (int i = 0; i < ARRIVALS; i++) {
          long step = random.nextInt(50) == 0 ? random.nextLong(-5 * SECOND, 5 * SECOND) : 0;
          long now = arrived.next(quota) + step;
          latest = Math.max(latest, now);
          if (limiter.ask(quota, now, 1) >= 0) {
            envelope.admit(latest, 1);
          }
          assertThat(envelope.isKept()).as(algorithm + ", seed " + seed).isTrue();
        }
      }
    }

    @Test
    void areTheSameRuleInTwoForms() {
      for (int seed = 0; seed < SEEDS; seed++) {
        RandomGenerator random = history(seed);
        Quota quota = quota(random);
        Limiter bucket = new TokenBucket();
        Limiter cells = new Gcra();
        Arrived arrived = new Arrived(random, quota);
        for (int i = 0; i < ARRIVALS; i++) {
          long now = arrived.next(quota);
          int cost = Math.min(cost(random), (int) quota.burst());

          assertThat(bucket.ask(quota, now, cost))
              .as("seed " + seed)
              .isEqualTo(cells.ask(quota, now, cost));
        }
      }
    }
  }

  @Nested
  class TheSlidingLog {
    @Test
    void decidesAsOneWouldWhoCountsEveryCallOfTheWindow() {
      for (int seed = 0; seed < SEEDS; seed++) {
        RandomGenerator random = history(seed);
        Quota quota = quota(random);
        Limiter limiter = new SlidingLog();
        Arrived arrived = new Arrived(random, quota);
        List<Long> admitted = new ArrayList<>();
        for (int i = 0; i < ARRIVALS; i++) {
          long now = arrived.next(quota);
          admitted.removeIf(at -> at <= now - quota.windowNanos());
          boolean fits = admitted.size() < quota.limit();
          if (fits) {
            admitted.add(now);
          }

          assertThat(limiter.ask(quota, now, 1) >= 0).as("seed " + seed).isEqualTo(fits);
        }
      }
    }
  }

  @Nested
  class Windows {
    @ParameterizedTest
    @EnumSource(names = {"FIXED_WINDOW", "SLIDING_COUNTER"})
    void neverLetThroughMoreThanTwiceTheLimitInAnyWindow(Algorithm algorithm) {
      for (int seed = 0; seed < SEEDS; seed++) {
        assertThat(fullest(algorithm, seed)).as("seed " + seed).isLessThanOrEqualTo(2);
      }
    }

    @Test
    void aFixedWindowDoesLetThroughTwiceTheLimitAroundItsEdge() {
      Quota quota = Quota.of("test", 100, 60 * SECOND, 100, 0);
      Limiter limiter = new FixedWindow();
      int admitted = 0;
      for (int i = 0; i < 200; i++) {
        long now = 6_000 * SECOND + (i < 100 ? -SECOND : SECOND) / 2;
        admitted += limiter.ask(quota, now, 1) >= 0 ? 1 : 0;
      }

      assertThat(admitted).isEqualTo(200);
    }

    @Test
    void aSlidingCounterIsNearTheTruthWhenStrangersCome() {
      RandomGenerator random = history(1);
      Quota quota = Quota.of("test", 1_000, 10 * SECOND, 1_000, 0);
      Limiter limiter = new SlidingCounter();
      Log truth = new Log();
      double worst = 0;
      double now = 1_000.0 * SECOND;
      for (int i = 0; i < 60_000; i++) {
        now += -Math.log(1 - random.nextDouble()) * quota.intervalNanos() / 1.5;
        truth.expire((long) now - quota.windowNanos());
        if (limiter.ask(quota, (long) now, 1) >= 0) {
          truth.add((long) now, 1);
        }
        worst = Math.max(worst, (double) truth.calls() / quota.limit());
      }

      assertThat(worst).isBetween(1.0, 1.4);
    }

    /// The most let through in one sliding window, as a share of the limit.
    private double fullest(Algorithm algorithm, int seed) {
      RandomGenerator random = history(seed);
      Quota quota = quota(random);
      Limiter limiter = algorithm.limiter();
      Arrived arrived = new Arrived(random, quota);
      Log truth = new Log();
      int most = 0;
      for (int i = 0; i < ARRIVALS; i++) {
        long now = arrived.next(quota);
        truth.expire(now - quota.windowNanos());
        if (limiter.ask(quota, now, 1) >= 0) {
          truth.add(now, 1);
        }
        most = Math.max(most, truth.calls());
      }
      return (double) most / quota.limit();
    }
  }

  @Nested
  class TheLeakyBucket {
    @Test
    void letsCallsLeaveAtItsRateAndNobodyWaitLongerThanTheQueueIs() {
      for (int seed = 0; seed < SEEDS; seed++) {
        RandomGenerator random = history(seed);
        Quota quota = quota(random);
        Limiter limiter = new LeakyBucket();
        Arrived arrived = new Arrived(random, quota);
        long next = 0;
        for (int i = 0; i < ARRIVALS; i++) {
          long now = arrived.next(quota);
          int cost = cost(random);
          long wait = limiter.ask(quota, now, cost);
          if (wait >= 0) {
            assertThat(wait).as("seed " + seed).isLessThanOrEqualTo(quota.queueNanos());
            assertThat(now + wait).as("seed " + seed).isGreaterThanOrEqualTo(next);
            next = now + wait + cost * quota.intervalNanos();
          }
        }
      }
    }
  }

  @Test
  void aShareOfAQuotaIsNeverMoreThanItsPartOfTheWhole() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomGenerator random = history(seed);
      Quota whole = Quota.of("test", 10 + random.nextInt(1_000), 60 * SECOND, 10, 0);
      int among = 1 + random.nextInt(10);

      Quota part = whole.share(among);

      assertThat(part.limit() * among).isBetween(whole.limit() - among, whole.limit());
      assertThat(part.intervalNanos()).isEqualTo(whole.intervalNanos() * among);
    }
  }

  private interface Check {
    void see(Seen seen);
  }

  private record Seen(Limiter limiter, Quota quota, long nowNanos, int cost, String what) {}

  /// Burst + rate·t, as a bucket of real numbers that leaks: the worst over all pairs of times at
  /// once.
  private static final class Envelope {
    private final Quota quota;
    private double level;
    private long atNanos = Long.MIN_VALUE;

    Envelope(Quota quota) {
      this.quota = quota;
    }

    void admit(long nowNanos, int cost) {
      double leaked =
          atNanos == Long.MIN_VALUE ? 0 : (double) (nowNanos - atNanos) / quota.intervalNanos();
      level = Math.max(0, level - leaked) + cost;
      atNanos = nowNanos;
    }

    boolean isKept() {
      return level <= quota.burst() + 1e-6;
    }
  }
}
