package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "1, TB, GB, 1000",
    "1, tb, GB, 1000",
    "1000, MB/s, GB/s, 1",
    "8, Gbps, MB/s, 1000",
    "8, Gbit/s, GB/s, 1",
    "8, Mb/s, MB/s, 1",
    "1, KiB, bytes, 1024",
    "0.5, PB, TB, 500",
    "3, kilobytes, bytes, 3000",
    "2, billion, billion, 2",
    "2000, million, billion, 2",
    "3, million links, links, 3000000",
    "500, links, links, 500",
    "500, link, links, 500",
    "2, minutes, s, 120",
    "20, ms, s, 0.02",
    "7, characters, characters, 7",
  })
  void turnOneIntoTheOther(double value, String from, String to, double expected) {
    double found = Units.convert(value, from, to).orElse(0);

    assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
  }

  @Test
  void areTakenForGrantedWhenNotSaid() {
    assertThat(Units.convert(3, "", "TB")).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource({"TB, ms", "MB, MB/s", "links, TB", "s, calls"})
  void doNotTurnIntoAnotherKind(String from, String to) {
    assertThat(Units.convert(1, from, to)).isEmpty();
  }
}
