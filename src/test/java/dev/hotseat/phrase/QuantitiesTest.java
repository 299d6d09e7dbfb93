package dev.hotseat.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.phrase.Quantity.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about 3.2 TB               | 3.2e12     | BYTES",
        "3.2TB of rows              | 3.2e12     | BYTES",
        "500 bytes                  | 500        | BYTES",
        "120 B                      | 120        | BYTES",
        "64 GiB                     | 68719476736| BYTES",
        "100 kilobytes              | 1e5        | BYTES",
        "10k/s                      | 10000      | RATE",
        "10k req/s                  | 10000      | RATE",
        "10,000 creations per second| 10000      | RATE",
        "100,000 new links a second | 100000     | RATE",
        "2.5k rps                   | 2500       | RATE",
        "600 per minute             | 10         | RATE",
        "86,400 writes/day          | 1          | RATE",
        "1,000,000                  | 1e6        | COUNT",
        "1 000 000 links            | 1e6        | COUNT",
        "14.8 M codes               | 14.8e6     | COUNT",
        "3.5 trillion codes         | 3.5e12     | COUNT",
        "5 million                  | 5e6        | COUNT",
        "two hundred                | 200        | COUNT",
        "half a million links       | 5e5        | COUNT",
        "a billion rows             | 1e9        | COUNT",
        "10^6 rows                  | 1e6        | COUNT",
        "3 x 10^9                   | 3e9        | COUNT",
        "2e6                        | 2e6        | COUNT",
        "7 characters               | 7          | COUNT",
        "5 years                    | 157680000  | TIME",
        "20 ms                      | 0.02       | TIME",
        "20ms                       | 0.02       | TIME",
        "15 minutes                 | 900        | TIME",
        "two seconds                | 2          | TIME",
        "50 µs                      | 5e-5       | TIME",
        "95 %                       | 0.95       | SHARE",
        "99.9% of reads             | 0.999      | SHARE",
        "5 percent                  | 0.05       | SHARE",
        "10:1                       | 10         | FACTOR",
        "3x                         | 3          | FACTOR",
        "50 MB/s                    | 5e7        | BANDWIDTH",
        "400 Mbps                   | 5e7        | BANDWIDTH",
        "8 Gbit/s                   | 1e9        | BANDWIDTH",
        "86.4 GB per day            | 1e6        | BANDWIDTH",
      })
  void reads(String text, double value, Dimension dimension) {
    assertThat(Quantities.in(text))
        .singleElement()
        .satisfies(quantity -> {
          assertThat(quantity.dimension()).isEqualTo(dimension);
          assertThat(quantity.value()).isCloseTo(value, within(value * 1e-9));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p99", "base62", "no numbers", "one of them", "a link", "h2", "utf-8", "x10"})
  void findsNoneIn(String text) {
    assertThat(Quantities.in(text)).isEmpty();
  }

  @Test
  void findsSeveralInASentenceWithTheirPlaces() {
    String text = "At 10,000/s and 500 B each, 5 years make about 788 TB.";

    assertThat(Quantities.in(text))
        .extracting(quantity -> text.substring(quantity.start(), quantity.end()))
        .containsExactly("10,000/s", "500 B", "5 years", "788 TB");
  }

  @Test
  void keepsWhatIsMeasured() {
    assertThat(Quantities.in("300 bytes per link").getFirst().of()).isEqualTo("link");
    assertThat(Quantities.in("1,000 links").getFirst().of()).isEqualTo("links");
  }

  @Test
  void doesNotGlueStatusCodesTogether() {
    assertThat(Quantities.in("302 307")).extracting(Quantity::value).containsExactly(302.0, 307.0);
  }

  @Test
  void readsAnAnswerGivenAsValueAndUnit() {
    assertThat(Quantities.of(95, "TB"))
        .hasValueSatisfying(q -> assertThat(q.value()).isEqualTo(95e12));
    assertThat(Quantities.of(2, "billion"))
        .hasValueSatisfying(q -> assertThat(q.value()).isEqualTo(2e9));
    assertThat(Quantities.of(3, "links")).isPresent();
    assertThat(Quantities.of(3, "")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TB", "ms", "req/s", "per second", "%", "MB/s", "billion", "links", "x"})
  void knowsTheUnit(String unit) {
    assertThat(Quantities.isUnit(unit)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parsecs", "TBB", "milli seconds later", "5"})
  void doesNotKnowTheUnit(String unit) {
    assertThat(Quantities.isUnit(unit)).isFalse();
  }

  @Test
  void isNotSlowedByAWallOfDigits() {
    String wall = "1,000".repeat(1_600);

    assertThat(Quantities.in(wall)).hasSizeLessThan(3_000);
  }
}
