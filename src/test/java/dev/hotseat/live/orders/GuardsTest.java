package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.World;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The small mechanisms that instances are made of, one at a time, without time passing.
class GuardsTest {
  private final AtomicLong now = new AtomicLong(1);
  private final World world =
      new World(InstantSource.system(), now::get, now::addAndGet, World.real(1).dice());

  @Nested
  class ABreaker {
    private final Breaker breaker = new Breaker(now::get);

    @Test
    void opensWhenHalfOfTheCallsFail() {
      for (int i = 0; i < 20; i++) {
        assertThat(breaker.lets()).isTrue();
        breaker.heard(i % 2 == 0);
      }

      assertThat(breaker.lets()).isFalse();
      assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void staysClosedForAFewFailuresAmongMany() {
      for (int i = 0; i < 200; i++) {
        breaker.heard(i % 5 != 0);
      }

      assertThat(breaker.lets()).isTrue();
    }

    @Test
    void triesWithOneCallAfterAWhileAndClosesWhenItGoesWell() {
      open();
      now.addAndGet(TimeUnit.SECONDS.toNanos(4));

      assertThat(breaker.lets()).isTrue();
      assertThat(breaker.lets()).isFalse();
      breaker.heard(true);

      assertThat(breaker.lets()).isTrue();
    }

    @Test
    void opensAgainWhenTheTryFails() {
      open();
      now.addAndGet(TimeUnit.SECONDS.toNanos(4));
      assertThat(breaker.lets()).isTrue();

      breaker.heard(false);

      assertThat(breaker.lets()).isFalse();
    }

    private void open() {
      for (int i = 0; i < 20; i++) {
        breaker.heard(false);
      }
    }
  }

  @Nested
  class ARetryBudget {
    private final Config config = new Config(InstantSource.system());
    private final RetryBudget budget = new RetryBudget(config);

    @Test
    void paysForATenthOfAllFirstTriesAndNoMore() {
      long _ = config.set(Setting.RETRY_BUDGET, 10, "test", "");
      int paid = 0;
      for (int i = 0; i < 1_000; i++) {
        budget.save();
        for (int retry = 0; retry < 3; retry++) {
          paid += budget.pay() ? 1 : 0;
        }
      }

      assertThat(paid).isBetween(100, 115);
    }

    @Test
    void paysForEveryRetryWhereThereIsNoLimit() {
      long _ = config.set(Setting.RETRY_BUDGET, 300, "test", "");
      for (int i = 0; i < 1_000; i++) {
        budget.save();
        assertThat(Stream.generate(budget::pay).limit(3)).containsOnly(true);
      }
    }
  }

  @Nested
  class AHeap {
    private final Cache cache = new Cache(1 << 20);
    private final LongAdder paused = new LongAdder();
    private final Heap heap = new Heap(world, Pace.USUAL, new Burdens(), cache, paused);

    @Test
    void standsStillForATimeInProportionToWhatItHolds() throws InterruptedException {
      hold(1);
      long small = stop();
      hold(7);
      long large = stop();

      assertThat(large / (double) small).isBetween(6.5, 7.1);
      assertThat(paused.sum()).isEqualTo(small + large);
      assertThat(heap.stops()).hasSize(2);
    }

    @Test
    void doesNotStopWhileThereIsRoom() throws InterruptedException {
      heap.allocate(1_000);
      long before = now.get();

      heap.checkpoint();

      assertThat(now.get()).isEqualTo(before);
    }

    private void hold(int megabytes) {
      for (int i = 0; i < megabytes; i++) {
        cache.keep("page " + i, "x".repeat(1 << 20), Heap.BYTES_MAX);
      }
    }

    private long stop() throws InterruptedException {
      heap.allocate(100 << 20);
      long before = now.get();
      heap.checkpoint();
      return now.get() - before;
    }
  }

  @Nested
  class ACache {
    @Test
    void holdsNoMoreThanItsBoundAndKeepsWhatWasUsedLast() {
      Cache cache = new Cache(1_000);
      for (int i = 0; i < 20; i++) {
        cache.keep("page " + i, "x".repeat(100));
        assertThat(cache.find("page 0")).isPresent();
      }

      assertThat(cache.bytes()).isEqualTo(1_000);
      assertThat(cache.find("page 1")).isEmpty();
      assertThat(cache.find("page 19")).isPresent();
    }
  }

  @Nested
  class Cpu {
    @Test
    void isTheShareOfCoresThatWereBusy() throws InterruptedException {
      Cores cores = new Cores(world, 2);
      cores.compute(1_000_000);
      now.addAndGet(1_000_000);

      assertThat(cores.used()).isEqualTo(0.25);
      assertThat(cores.used()).isZero();
    }

    @Test
    void takesLongerOnASickHost() throws InterruptedException {
      Cores cores = new Cores(world, 2);
      cores.slow(7);
      long before = now.get();

      cores.compute(1_000);

      assertThat(now.get() - before).isEqualTo(7_000);
    }
  }
}
