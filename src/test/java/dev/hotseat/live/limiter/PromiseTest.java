package dev.hotseat.live.limiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.LeverValues;
import dev.hotseat.world.Dice;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a key is promised: never more than burst + rate·t, nearly all of it when it asks for all of
/// it, and header fields that do not say more than is true.
class PromiseTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final int KEYS = 100;

  /// A hundred keys for ten minutes, on two nodes that ask one store with clocks that are set.
  @ParameterizedTest
  @EnumSource(names = {"TOKEN_BUCKET", "GCRA"})
  void aHundredKeysForTenMinutesGetWhatTheyWerePromised(Algorithm algorithm) {
    Choices choices =
        choices("algorithm", algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Quota quota = Quotas.of(choices).free();
    KeyTable table = new KeyTable(choices);
    RandomGenerator random = new Dice(77).stream("minutes");
    long start = 10_000 * SECOND;
    long latest = start;
    long aheadOfOne = 0;
    int[] admitted = new int[KEYS];
    for (long now = start; now < start + 600 * SECOND; now += SECOND / 100) {
      if (random.nextInt(2_000) == 0) {
        aheadOfOne = random.nextLong(-2 * SECOND, 2 * SECOND);
      }
      long clock = random.nextBoolean() ? now + aheadOfOne : now;
      latest = Math.max(latest, clock);
      for (int i = 0; i < 5; i++) {
        int key = random.nextInt(KEYS);
        if (!table.ask("free_" + key, Quotas.of(choices), clock, 1).refused()) {
          admitted[key]++;
        }
      }
    }

    long passed = latest - start;
    double most = quota.burst() + (double) passed / quota.intervalNanos();
    assertThat(IntStream.of(admitted).max().orElseThrow()).isLessThanOrEqualTo((int) most);
    assertThat(IntStream.of(admitted).average().orElseThrow()).isGreaterThan(0.98 * most);
  }

  /// Real time, real threads: two seconds of four threads that ask as fast as they can.
  @ParameterizedTest
  @ValueSource(strings = {"token-bucket", "gcra", "sliding-log"})
  void threadsThatAskAsFastAsTheyCanGetNoMore(String algorithm) {
    Choices choices = choices("algorithm", algorithm);
    Quotas quotas = Quotas.of(choices);
    KeyTable table = new KeyTable(choices);
    long begun = System.nanoTime();
    Callable<Integer> hammer =
        () -> {
          int admitted = 0;
          while (System.nanoTime() - begun < 2 * SECOND) {
            long now = 10_000 * SECOND + System.nanoTime() - begun;
            admitted += table.ask("paid_1", quotas, now, 1).refused() ? 0 : 1;
          }
          return admitted;
        };

    int admitted = Rig.together(Collections.nCopies(4, hammer)).stream().mapToInt(n -> n).sum();

    double passed = (System.nanoTime() - begun) / 1e9;
    assertThat(admitted).isLessThanOrEqualTo((int) (1_000 + 1_000 * passed));
    assertThat(admitted).isGreaterThan(1_900);
  }

  @Test
  void theFieldsAreStructuredFieldsAndNeverSayMoreThanIsLeft() {
    HandTime time = new HandTime();
    try (Rig rig = new Rig(time.world(5), "algorithm", "gcra", "state", "store-atomic")) {
      RandomGenerator random = rig.world.dice().stream("clients");
      for (int i = 0; i < 300; i++) {
        time.pass(random.nextDouble() * 3);
        Map<String, String> headers = rig.call(Rig.KEY).headers();
        assertThat(headers.getOrDefault("RateLimit-Policy", ""))
            .matches("\"[a-z]+\";q=[0-9]+;w=[1-9][0-9]*(;hotseat-unit=\"[a-z]+\")?");
        int remaining = remaining(headers.getOrDefault("RateLimit", ""));
        if (i % 50 == 49) {
          assertThat(rig.admitted(remaining + 5, Rig.KEY)).isEqualTo(remaining);
        }
      }
    }
  }

  private static int remaining(String field) {
    Matcher found = Pattern.compile("\"free\";r=([0-9]+);t=([0-9]+)").matcher(field);
    assertThat(found.matches()).as(field).isTrue();
    assertThat(Integer.parseInt(found.group(2))).isPositive();
    return Integer.parseInt(found.group(1));
  }

  private static Choices choices(String... levers) {
    return Choices.of(LeverValues.initial(LimiterLevers.levers()).with(Rig.pairs(levers)));
  }
}
