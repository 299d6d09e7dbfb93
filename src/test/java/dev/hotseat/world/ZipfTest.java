package dev.hotseat.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipfTest {
  private final RandomGenerator random = new Dice(7).stream("zipf");

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "2, 0.0",
    "10, 0.0",
    "10, 0.5",
    "10, 1.0",
    "50, 0.9999999999",
    "50, 1.0000001",
    "100, 0.99",
    "100, 1.2",
    "30, 2.5",
    "5, 10"
  })
  void drawsEveryRankAsOftenAsTheLawSays(int count, double skew) {
    int draws = 200_000;
    long[] seen = new long[count];

    var zipf = new Zipf(count, skew);
    for (int i = 0; i < draws; i++) {
      seen[(int) zipf.next(random)]++;
    }

    // Six standard deviations per rank: over all cases here, a right sampler fails once in a
    // million seeds, and the seed is fixed.
    double total = total(count, skew);
    for (int rank = 0; rank < count; rank++) {
      double p = Math.pow(rank + 1, -skew) / total;
      double deviation = Math.sqrt(draws * p * (1 - p));
      assertThat((double) seen[rank]).isCloseTo(draws * p, within(6 * deviation + 1));
    }
  }

  @Test
  void givesTheHottestTenthOfAMillionTheShareTheLawSays() {
    int count = 1_000_000;
    int draws = 200_000;
    long hot = 0;

    var zipf = new Zipf(count, 1.0);
    for (int i = 0; i < draws; i++) {
      hot += zipf.next(random) < count / 10 ? 1 : 0;
    }

    double share = total(count / 10, 1.0) / total(count, 1.0);
    assertThat((double) hot / draws).isCloseTo(share, within(0.01));
  }

  @Test
  void staysInsideItsRanksAtAnySize() {
    for (long count : new long[] {1, 2, 3, 1_000_000_007L, Long.MAX_VALUE >> 10}) {
      for (double skew : new double[] {0, 0.3, 1, 1.0000000001, 3, 10}) {
        var zipf = new Zipf(count, skew);
        for (int i = 0; i < 2_000; i++) {
          assertThat(zipf.next(random)).isBetween(0L, count - 1);
        }
      }
    }
  }

  @Test
  void drawsTheSameRanksFromTheSameStream() {
    var zipf = new Zipf(10_000, 0.99);

    RandomGenerator one = new Dice(3).stream("keys");
    RandomGenerator two = new Dice(3).stream("keys");

    for (int i = 0; i < 1_000; i++) {
      assertThat(zipf.next(one)).isEqualTo(zipf.next(two));
    }
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Zipf(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Zipf(10, -0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Zipf(10, Double.NaN));
  }

  private static double total(int count, double skew) {
    double total = 0;
    for (int rank = 1; rank <= count; rank++) {
      total += Math.pow(rank, -skew);
    }
    return total;
  }
}
