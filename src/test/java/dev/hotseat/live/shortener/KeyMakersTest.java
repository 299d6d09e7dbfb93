package dev.hotseat.live.shortener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.shortener.Choices.ClockRule;
import dev.hotseat.world.Chance;
import dev.hotseat.world.Dice;
import dev.hotseat.world.Pause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeyMakersTest {

  @Nested
  class ASnowflakeNode {
    private final AtomicLong millis = new AtomicLong(1_800_000_000_000L);
    private final InstantSource wall = () -> Instant.ofEpochMilli(millis.get());
    private final Pause pause = nanos -> millis.addAndGet(Math.max(1, nanos / 1_000_000));
    private final Snowflake node = new Snowflake(1, wall, pause);

    @Test
    void givesRisingNumbersWithinAMillisecondAndBeyondItsSequence() throws InterruptedException {
      long before = 0;
      for (int i = 0; i < 10_000; i++) {
        long next = node.next(ClockRule.TRUST);
        assertThat(next).isGreaterThan(before);
        before = next;
      }
      assertThat(millis.get()).isEqualTo(1_800_000_000_002L);
    }

    @Test
    void differsFromItsNeighbour() throws InterruptedException {
      assertThat(node.next(ClockRule.TRUST))
          .isNotEqualTo(new Snowflake(2, wall, pause).next(ClockRule.TRUST));
    }

    @Test
    void repeatsItselfWhenItTrustsAClockThatGoesBack() throws InterruptedException {
      long first = node.next(ClockRule.TRUST);
      millis.addAndGet(500);
      node.next(ClockRule.TRUST);
      node.setBack(500);

      assertThat(node.next(ClockRule.TRUST)).isEqualTo(first);
    }

    @Test
    void waitsUntilTheClockHasCaughtUp() throws InterruptedException {
      long last = node.next(ClockRule.WAIT);
      node.setBack(500);

      assertThat(node.next(ClockRule.WAIT)).isGreaterThan(last);
      assertThat(millis.get()).isEqualTo(1_800_000_000_500L);
    }

    @Test
    void doesNotWaitForEver() throws InterruptedException {
      node.next(ClockRule.WAIT);
      node.setBack(60_000);

      assertThatThrownBy(() -> node.next(ClockRule.WAIT))
          .isInstanceOfSatisfying(
              HopFailure.class,
              failure -> assertThat(failure.why().reason()).isEqualTo("clock-back"));
    }

    @Test
    void refusesWhenThatIsTheRule() throws InterruptedException {
      node.next(ClockRule.REFUSE);
      node.setBack(1);

      assertThatThrownBy(() -> node.next(ClockRule.REFUSE)).isInstanceOf(HopFailure.class);
    }

    @Test
    void fitsItsCode() throws InterruptedException {
      assertThat(Base62.text(node.next(ClockRule.TRUST), Snowflake.CODE_LENGTH)).hasSize(11);
    }
  }

  @Nested
  class ABlock {
    private final AtomicLong counter = new AtomicLong();
    private final KeyBlock block = new KeyBlock();

    @Test
    void asksForARangeOnlyWhenTheLastIsUsedUp() throws InterruptedException {
      for (int i = 0; i < KeyBlock.SIZE + 1; i++) {
        assertThat(block.next(() -> counter.getAndAdd(KeyBlock.SIZE))).isEqualTo(i);
      }

      assertThat(counter.get()).isEqualTo(2L * KeyBlock.SIZE);
    }

    @Test
    void givesNothingTwiceToManyAtOnce() {
      Set<Long> given = ConcurrentHashMap.newKeySet();

      Rig.together(
          50,
          () -> {
            for (int i = 0; i < 100; i++) {
              given.add(block.next(() -> counter.getAndAdd(KeyBlock.SIZE)));
            }
            return true;
          });

      assertThat(given).hasSize(5_000);
    }

    @Test
    void leavesAGapAfterACrash() throws InterruptedException {
      block.next(() -> counter.getAndAdd(KeyBlock.SIZE));
      block.forget();

      assertThat(block.next(() -> counter.getAndAdd(KeyBlock.SIZE))).isEqualTo(KeyBlock.SIZE);
    }
  }

  @Nested
  class AHash {
    @Test
    void dependsOnTheTargetAndTheSaltOnly() {
      assertThat(KeyMaker.hashed("https://a.example/", 0, 7))
          .isEqualTo(KeyMaker.hashed("https://a.example/", 0, 7))
          .isNotEqualTo(KeyMaker.hashed("https://a.example/", 1, 7))
          .isNotEqualTo(KeyMaker.hashed("https://b.example/", 0, 7))
          .hasSize(7);
    }
  }

  @Test
  void chanceSpreadsEvenlyAndDependsOnTheSeed() {
    Chance chance = new Chance(new Dice(1), "codes");
    int[] buckets = new int[62];
    for (int i = 0; i < 62_000; i++) {
      buckets[(int) chance.below(62)]++;
    }

    assertThat(Arrays.stream(buckets).boxed()).allMatch(n -> n > 850 && n < 1_150);
    assertThat(new Chance(new Dice(1), "codes").below(1L << 40))
        .isNotEqualTo(new Chance(new Dice(2), "codes").below(1L << 40));
  }

  @Test
  void theLedgerTellsOneTargetFromAnother() {
    CodeLedger ledger = new CodeLedger();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String code = Base62.text(i, 7);
      codes.add(code);
      assertThat(ledger.enter(code, "u" + i)).isEqualTo(CodeLedger.Before.UNKNOWN);
    }

    assertThat(codes).allMatch(ledger::holds);
    assertThat(ledger.holds("never")).isFalse();
    assertThat(ledger.enter(Base62.text(9, 7), "u9")).isEqualTo(CodeLedger.Before.SAME_TARGET);
    assertThat(ledger.enter(Base62.text(9, 7), "other")).isEqualTo(CodeLedger.Before.OTHER_TARGET);
    ledger.strikeOut(Base62.text(9, 7));
    assertThat(ledger.holds(Base62.text(9, 7))).isFalse();
  }
}
