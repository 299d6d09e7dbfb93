package dev.hotseat.live.limiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hotseat.live.LeverValues;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Threads that ask at once get what they would get one after another. Lincheck plays all the ways
/// in which their steps can interleave.
@Tag("lincheck")
class OneStepTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aTokenBucketDecidesInOneStep() {
    play(AskedTokenBucket.class);
  }

  @Test
  void gcraDecidesInOneStep() {
    play(AskedGcra.class);
  }

  @Test
  void aFixedWindowDecidesInOneStep() {
    play(AskedFixedWindow.class);
  }

  @Test
  void aSlidingCounterDecidesInOneStep() {
    play(AskedSlidingCounter.class);
  }

  @Test
  void aSlidingLogDecidesInOneStep() {
    play(AskedSlidingLog.class);
  }

  @Test
  void aLeakyBucketDecidesInOneStep() {
    play(AskedLeakyBucket.class);
  }

  @Test
  void aStoreThatIsReadAndThenWrittenDoesNot() {
    Throwable found = catchThrowable(() -> play(ReadThenWritten.class));

    assertThat(found).isNotNull().hasMessageContaining("Invalid execution results");
  }

  private static void play(Class<?> asked) {
    new ModelCheckingOptions()
        .iterations(6)
        .invocationsPerIteration(150)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(1)
        .actorsAfter(1)
        .minimizeFailedScenario(false)
        .check(asked);
  }

  /// Two units in ten seconds, asked for by clocks that do not agree.
  @Param(name = "now", gen = IntGen.class, conf = "100:112")
  abstract static class Asked {
    private static final Quota QUOTA = Quota.of("test", 2, 10 * SECOND, 2, 6 * SECOND);
    private final Limiter limiter;

    Asked(Limiter limiter) {
      this.limiter = limiter;
    }

    @Operation
    public long ask(@Param(name = "now") int now) {
      return limiter.ask(QUOTA, now * SECOND, 1);
    }

    @Operation
    public long remaining(@Param(name = "now") int now) {
      return limiter.standing(QUOTA, now * SECOND).remaining();
    }
  }

  /// Asked by several threads.
  public static class AskedTokenBucket extends Asked {
    public AskedTokenBucket() {
      super(new TokenBucket());
    }
  }

  /// Asked by several threads.
  public static class AskedGcra extends Asked {
    public AskedGcra() {
      super(new Gcra());
    }
  }

  /// Asked by several threads.
  public static class AskedFixedWindow extends Asked {
    public AskedFixedWindow() {
      super(new FixedWindow());
    }
  }

  /// Asked by several threads.
  public static class AskedSlidingCounter extends Asked {
    public AskedSlidingCounter() {
      super(new SlidingCounter());
    }
  }

  /// Asked by several threads.
  public static class AskedSlidingLog extends Asked {
    public AskedSlidingLog() {
      super(new SlidingLog());
    }
  }

  /// Asked by several threads.
  public static class AskedLeakyBucket extends Asked {
    public AskedLeakyBucket() {
      super(new LeakyBucket());
    }
  }

  /// What the lever `state` does at `store-read-write`.
  public static class ReadThenWritten {
    private static final Choices CHOICES =
        Choices.of(
            LeverValues.initial(LimiterLevers.levers())
                .with(Map.of("algorithm", "gcra", "free-limit", "3")));
    private final Quotas quotas = Quotas.of(CHOICES);
    private final KeyTable table = new KeyTable(CHOICES);

    @Operation
    public boolean ask() {
      Limiter read = table.read("free_1", quotas, SECOND).orElseThrow();
      Answer answer = table.answer(read, "free_1", quotas.free(), SECOND, 1);
      if (!answer.refused()) {
        table.write("free_1", read);
      }
      return answer.refused();
    }
  }
}
