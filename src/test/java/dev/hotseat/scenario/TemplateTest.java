package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private final SpokenFacts facts = new SpokenFacts();

  @Test
  void sayTheNumbersOfTheMoment() {
    facts.now.put("p99/order", 213.98234);
    facts.now.put("rate/order", 12_345.6);
    facts.now.put("errorShare/order", 0.0042);
    facts.now.put("gauge/spoonShare", 0.314);
    facts.levers.put("cache", "local");

    assertThat(said("p99 is {{ p99(\"order\") }} at {{ rate(\"order\") }} orders a second"))
        .isEqualTo("p99 is 214 ms at 12,300 orders a second");
    assertThat(said("{{errorShare(\"order\")}} fail, {{ gauge(\"spoonShare\") }} with a spoon"))
        .isEqualTo("0.42 % fail, 31.4 % with a spoon");
    assertThat(said("cache {{ lever(\"cache\") }}, running: {{ running() }}"))
        .isEqualTo("cache local, running: no");
  }

  @Test
  void doNotSayAUnitTwice() {
    facts.now.put("p99/order", 12.0);
    facts.now.put("errorShare/order", 0.25);

    assertThat(said("{{ p99(\"order\") }} ms, {{ errorShare(\"order\") }} %."))
        .isEqualTo("12 ms, 25 %.");
    assertThat(said("{{ p99(\"order\") }} msgs")).isEqualTo("12 ms msgs");
  }

  @Test
  void giveComputedNumbersNoUnit() {
    facts.now.put("p99/order", 30.0);
    facts.baseline.put("p99/order", 10.0);

    assertThat(said("{{ p99(\"order\") / baseline.p99(\"order\") }} times")).isEqualTo("3 times");
  }

  @Test
  void admitWhatWasNotMeasured() {
    assertThat(said("p99 is {{ p99(\"order\") }} ms")).isEqualTo("p99 is n/a");
    assertThat(said("{{ rate(\"order\") * 60 }} a minute")).isEqualTo("n/a a minute");
  }

  @Test
  void leaveOtherWordsAlone() {
    assertThat(said("a { b } is 100 % of {\"url\": 1}"))
        .isEqualTo("a { b } is 100 % of {\"url\": 1}");
    assertThat(said("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0", "213.98234|214", "0.004217|0.00422", "12345|12,300", "1|1", "1234|1,234",
            "999.96|1,000",
        "99.95|100", "9.996|10", "0.5|0.5", "1.2|1.2", "-17.77|-17.8", "1234567|1,230,000",
            "3.5e12|3,500,000,000,000",
        "1e-9|1.00e-09", "4.0|4", "10000|10,000", "110000|110,000", "0.1|0.1"
      })
  void roundForReading(double value, String read) {
    assertThat(Wording.number(value)).isEqualTo(read);
  }

  private String said(String template) {
    return Spoken.template(template).over(facts);
  }
}
