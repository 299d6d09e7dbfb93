package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.migration.Conversion.Converted;
import dev.hotseat.live.migration.Conversion.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace,           Ada,       Lovelace,   ''",
    "Plato,                  '',        Plato,      name-of-one-word",
    "Ana Maria dos Santos,   Ana Maria, dos Santos, name-of-many-words",
    "Jan Peter van Dijk,     Jan Peter, van Dijk,   name-of-many-words",
    "Mary Ann Lee Smith,     Mary Ann Lee, Smith,   name-of-many-words",
    "'Lovelace, Ada',        Ada,       Lovelace,   name-with-comma",
    "' Ada   Lovelace ',     Ada,       Lovelace,   name-with-blanks"
  })
  void splitsANameAndSaysWhenItHadToGuess(String name, String given, String family, String rule) {
    Converted made = converted(old(name, 1, "DE"));

    assertThat(made.row().givenName()).isEqualTo(given);
    assertThat(made.row().familyName()).isEqualTo(family);
    assertThat(made.notes()).extracting(Note::rule).isEqualTo(listOf(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "12.34,                DE, 1234,  EUR, ''",
    "1.15,                 DE, 115,   EUR, ''",
    "4.35,                 DE, 435,   EUR, ''",
    "0.30000000000000004,  DE, 30,    EUR, credit-rounded",
    "2.675,                DE, 268,   EUR, credit-rounded",
    "2.665,                DE, 266,   EUR, credit-rounded",
    "-0.125,               GB, -12,   GBP, credit-rounded",
    "1200,                 JP, 1200,  JPY, ''",
    "12.34,                JP, 12,    JPY, credit-in-other-units",
    "12.345,               KW, 12345, KWD, ''"
  })
  void countsMoneyInTheSmallestUnitOfItsCurrency(
      double credit, String country, long minor, String currency, String rule) {
    Converted made = converted(old("Ada Lovelace", credit, country));

    assertThat(made.row().creditMinor()).isEqualTo(minor);
    assertThat(made.row().currency()).isEqualTo(currency);
    assertThat(made.notes()).extracting(Note::rule).isEqualTo(listOf(rule));
  }

  @ParameterizedTest
  @CsvSource({
    "DE,            DE, ''",
    "Germany,       DE, ''",
    "' france ',    FR, country-by-alias",
    "UK,            GB, country-by-alias",
    "Deutschland,   DE, country-by-alias",
    "Narnia,        ZZ, country-unknown",
    "'',            ZZ, country-unknown",
    "EU,            ZZ, country-unknown"
  })
  void findsTheCountryAndSaysWhenNobodyKnowsIt(String typed, String code, String rule) {
    Converted made = converted(old("Ada Lovelace", 1, typed));

    assertThat(made.row().country()).isEqualTo(code);
    assertThat(made.notes()).extracting(Note::rule).isEqualTo(listOf(rule));
  }

  @Test
  void refusesACustomerWithoutANameAndSaysWhatAPersonWouldDecide() {
    Conversion made = Rules.convert(old("  ", 5, "DE"));

    assertThat(made).isInstanceOf(Refused.class);
    assertThat(made.row().familyName()).isEqualTo("Unknown");
    assertThat(made.row().creditMinor()).isEqualTo(500);
  }

  @Test
  void everyCustomerThereIsSurvivesTheWayThereAndBackAndThereAgain() {
    for (int id = 1; id <= 20_000; id++) {
      NewRow row = Rules.convert(Seed.row(Ground.SEED, id)).row();

      assertThat(Rules.convert(Rules.back(row)).row()).isEqualTo(row);
    }
  }

  @Test
  void everyKindOfDirtIsThereFromTheBeginning() {
    Map<String, Integer> found = new TreeMap<>();
    for (int id = 1; id <= 100_000; id++) {
      switch (Rules.convert(Seed.row(Ground.SEED, id))) {
        case Converted made ->
            made.notes().forEach(note -> found.merge(note.rule(), 1, Integer::sum));
        case Refused made -> found.merge(made.reason(), 1, Integer::sum);
      }
    }

    assertThat(found)
        .containsOnlyKeys(
            "country-by-alias",
            "country-unknown",
            "credit-in-other-units",
            "credit-rounded",
            "name-blank",
            "name-of-many-words",
            "name-of-one-word",
            "name-with-comma");
    assertThat(found.get("name-blank")).isBetween(20, 90);
    assertThat(Seed.row(Ground.SEED, 7)).isEqualTo(Seed.row(Ground.SEED, 7));
  }

  private static List<String> listOf(String rule) {
    return rule.isEmpty() ? List.of() : List.of(rule);
  }

  private static Converted converted(OldRow old) {
    return (Converted) Rules.convert(old);
  }

  private static OldRow old(String name, double credit, String country) {
    return new OldRow(7, name, "a@example.org", credit, country, 3);
  }
}
