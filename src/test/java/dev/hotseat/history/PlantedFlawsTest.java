package dev.hotseat.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// The checker is checked: a till that is right passes, and each way of being wrong is caught under
/// its own name, whatever the seed. `-Dhistory.seeds=10000` is the long form.
class PlantedFlawsTest {
  private static final int SEEDS = Integer.getInteger("history.seeds", 100);

  @Test
  void aTillThatIsRightIsNeverAccused() {
    LongStream.range(0, SEEDS)
        .forEach(seed -> {
          Verdict verdict = new Trade(Flaw.NONE, seed).close();

          assertThat(verdict.clean()).as(() -> "seed " + seed + ": " + verdict.words()).isTrue();
          assertThat(verdict.complete()).isTrue();
          assertThat(verdict.operations()).isGreaterThan(250);
        });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void everyFlawIsCaughtWhateverTheSeed(Flaw flaw) {
    LongStream.range(0, 20)
        .forEach(seed -> {
          Verdict verdict = new Trade(flaw, seed).close();

          assertThat(verdict.count(flaw.found()))
              .as(() -> flaw + ", seed " + seed + ": " + verdict.words())
              .isPositive();
        });
  }
}
