package dev.hotseat.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 ms",
        "0.0042|0.004 ms",
        "0.42|0.42 ms",
        "0.999|1 ms",
        "17.96|18 ms",
        "214|214 ms",
        "1840|1.84 s",
        "61000|61 s",
      })
  void showsMillisecondsInThreeDigits(double millis, String shown) {
    assertThat(Figures.millis(millis)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7|7",
        "9400|9,400",
        "12345|12.3 k",
        "1234567|1.2 M",
        "0.5|0.5",
        "2000000000|2.0 G",
      })
  void countsInThousandsWhereThatIsShorter(double count, String shown) {
    assertThat(Figures.count(count)).isEqualTo(shown);
  }

  @Test
  void putsTheUnitBehind() {
    assertThat(Figures.of(0.003, "share")).isEqualTo("0.3 %");
    assertThat(Figures.of(0.42, "share")).isEqualTo("42 %");
    assertThat(Figures.of(1950, "per second")).isEqualTo("1,950/s");
    assertThat(Figures.of(8, "TB")).isEqualTo("8 TB");
    assertThat(Figures.of(OptionalDouble.empty(), "ms")).isEqualTo("–");
    assertThat(Figures.of(Double.NaN, "ms")).isEqualTo("–");
  }

  @Test
  void showsAClock() {
    assertThat(Figures.clock(17 * 60 + 42)).isEqualTo("17:42");
    assertThat(Figures.clock(3723)).isEqualTo("1:02:03");
    assertThat(Figures.clock(-1)).isEqualTo("0:00");
  }

  @Test
  void drawsASeriesFromItsLowestToItsHighest() {
    assertThat(Strokes.spark(List.of(0.0, 7.0, 3.5, Double.NaN, 1.0))).isEqualTo("▁█▅ ▂");
    assertThat(Strokes.spark(List.of(5.0, 5.0))).isEqualTo("▁▁");
    assertThat(Strokes.spark(List.of())).isEmpty();
  }

  @Test
  void fillsABarByEighths() {
    assertThat(Strokes.bar(0, 4)).isEqualTo("····");
    assertThat(Strokes.bar(0.5, 4)).isEqualTo("██··");
    assertThat(Strokes.bar(1, 4)).isEqualTo("████");
    assertThat(Strokes.bar(0.3, 10)).hasSize(10);
    assertThat(Strokes.bar(Double.NaN, 4)).isEqualTo("····");
    assertThat(Strokes.bar(7, 4)).isEqualTo("████");
  }
}
