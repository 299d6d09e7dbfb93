package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.telemetry.Readings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void areRoundedToFourDigitsButCountsStayExact() {
    assertThat(Rounded.of(12.345678)).isEqualTo(12.35);
    assertThat(Rounded.of(0.000123456)).isEqualTo(0.0001235);
    assertThat(Rounded.of(-12.345678)).isEqualTo(-12.35);
    assertThat(Rounded.of(123_456)).isEqualTo(123_456);
    assertThat(Rounded.of(0)).isZero();
    assertThat(
            Rounded.of(new Readings(1, Map.of("a/b", Double.NaN, "c/d", 1.0), Map.of())).numbers())
        .isEqualTo(Map.of("c/d", 1.0));
  }

  @Test
  void ofEverySecondCanBeAskedForByKeyAndTime() {
    Columns columns = new Columns();
    for (int second = 0; second < 200; second++) {
      columns.add(
          second,
          new Readings(second, second == 150 ? Map.of("p99/read", 214.3) : Map.of(), Map.of()));
    }

    Series series = columns.series(List.of("p99/read", "p99/none"), 149, 151);

    assertThat(series.elapsedSeconds()).containsExactly(149.0, 150.0, 151.0);
    assertThat(series.values()).isEqualTo(Map.of("p99/read", Arrays.asList(null, 214.3, null)));
  }
}
