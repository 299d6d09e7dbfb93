package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients were told, kept in arrays.
class MemoryTest {
  private final Memory memory = new Memory();

  @Test
  void knowsNothingOfACustomerNobodyWrote() {
    assertThat(memory.known(5)).isEmpty();
    assertThat(memory.size()).isZero();
  }

  @Test
  void keepsTheNewestOfWhatWasTold() {
    memory.learn(told(5, 2, 0, 1));
    memory.learn(told(5, 3, 2, 3));

    assertThat(memory.known(5).orElseThrow().version()).isEqualTo(3);
    assertThat(memory.known(5).orElseThrow().oldMark()).isEqualTo(mark(5, 3));
    assertThat(memory.size()).isEqualTo(1);
  }

  /// Two writes at once: the second to be done may be the first to be told.
  @Test
  void takesAnAnswerThatComesLateForNoLoss() {
    memory.learn(told(5, 3, 0, 2));

    assertThat(memory.learn(told(5, 2, 0, 3))).isEmpty();
    assertThat(memory.known(5).orElseThrow().version()).isEqualTo(3);
    assertThat(memory.known(5).orElseThrow().writesAfter(1)).isEqualTo(2);
  }

  @Test
  void countsTheWritesBehindWhichTheTableWentBack() {
    for (int version = 2; version <= 7; version++) {
      memory.learn(told(5, version, version, version));
    }

    assertThat(memory.learn(told(5, 4, 20, 21)).orElseThrow().writes()).isEqualTo(4);
    assertThat(memory.known(5).orElseThrow().version()).isEqualTo(4);
    assertThat(memory.learn(told(5, 5, 22, 23))).isEmpty();
  }

  @Test
  void countsOnlyWritesThatWereAcknowledged() {
    memory.learn(told(5, 2, 0, 1));
    memory.learn(told(5, 6, 2, 3));

    assertThat(memory.known(5).orElseThrow().writesAfter(3)).isEqualTo(1);
    assertThat(memory.known(5).orElseThrow().writesAfter(1)).isEqualTo(2);
    assertThat(memory.known(5).orElseThrow().writesAfter(6)).isZero();
  }

  /// Held against plain maps, with many customers and few, so that places collide and tables grow.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void knowsTheSameAsAPlainMap(long seed) {
    RandomGenerator random = new Dice(seed).stream("memory");
    Map<Long, Integer> plain = new HashMap<>();
    for (int i = 1; i <= 50_000; i++) {
      long id = 1 + (random.nextBoolean() ? random.nextLong(50) : random.nextLong(1L << 40));
      int version = plain.merge(id, 2, (before, _) -> before + 1);
      assertThat(memory.learn(told(id, version, i, i))).isEmpty();
    }

    assertThat(memory.size()).isEqualTo(plain.size());
    plain.forEach((id, version) -> {
      Known known = memory.known(id).orElseThrow();
      assertThat(known.version()).isEqualTo((long) version);
      assertThat(known.newMark()).isEqualTo(-mark(id, version));
      assertThat(known.writesAfter(1)).isEqualTo(Math.min(64, version - 1));
    });
  }

  private static Told told(long id, int version, int asked, int at) {
    int mark = mark(id, version);
    return new Told(id, Told.Kind.WRITTEN, version, mark, -mark, 3, asked, at, true);
  }

  private static int mark(long id, int version) {
    return (int) (id * 31 + version);
  }
}
