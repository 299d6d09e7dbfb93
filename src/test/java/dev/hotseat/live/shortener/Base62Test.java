package dev.hotseat.live.shortener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base62Test {
  private final RandomGenerator random = new Dice(1).stream("numbers");

  @Test
  void spellsWhatItReads() {
    for (int i = 0; i < 10_000; i++) {
      long number = random.nextLong(1, Base62.count(10));

      String text = Base62.text(number, 1);

      assertThat(Base62.number(text)).isEqualTo(number);
      assertThat(text).doesNotStartWith("0");
    }
  }

  @Test
  void keepsTheOrderOfNumbersOfOneLength() {
    for (int i = 0; i < 1_000; i++) {
      long a = random.nextLong(Base62.count(7));
      long b = random.nextLong(Base62.count(7));

      assertThat(Integer.signum(Base62.text(a, 7).compareTo(Base62.text(b, 7))))
          .isEqualTo(Long.signum(Long.compare(a, b)));
    }
  }

  @Test
  void putsZerosInFrontAndNeverCuts() {
    assertThat(Base62.text(0, 4)).isEqualTo("0000");
    assertThat(Base62.text(61, 4)).isEqualTo("000z");
    assertThat(Base62.text(Base62.count(4), 4)).isEqualTo("10000");
  }

  @Test
  void countsTheCodesOfALength() {
    assertThat(Base62.count(4)).isEqualTo(14_776_336);
    assertThat(Base62.count(7)).isEqualTo(3_521_614_606_208L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc-", "12345678901", "ü"})
  void readsNothingThatItDoesNotSpell(String text) {
    assertThat(Base62.number(text)).isEqualTo(-1);
  }
}
