package dev.hotseat.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiceTest {
  private final Dice dice = new Dice(42);

  @Test
  void giveTheSameStreamForTheSamePurpose() {
    assertThat(dice.stream("arrivals").nextLong())
        .isEqualTo(new Dice(42).stream("arrivals").nextLong());
  }

  @Test
  void giveAnotherStreamForAnotherPurposeOrSeed() {
    Set<Long> firsts = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      firsts.add(dice.stream("fault-" + i).nextLong());
      firsts.add(new Dice(i).stream("arrivals").nextLong());
    }

    assertThat(firsts).hasSize(2_000);
  }

  @Test
  void pickEvenlyOverPurposes() {
    int[] picked = new int[10];
    for (int i = 0; i < 10_000; i++) {
      picked[dice.pick("guilty-" + i, 10)]++;
    }

    assertThat(java.util.Arrays.stream(picked).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
  }

  @Test
  void realWorldsPauseAtLeastAsLongAsAsked() throws InterruptedException {
    World world = World.real(1);
    long before = world.ticks().nanos();

    world.pause().sleepNanos(2_000_000);

    assertThat(world.ticks().nanos() - before).isGreaterThanOrEqualTo(2_000_000);
    assertThat(world.withSeed(9).dice().seed()).isEqualTo(9);
  }
}
