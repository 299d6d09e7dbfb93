package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private final SpokenFacts facts = new SpokenFacts();

  @Test
  void holdsWhenTheFactsSaySo() {
    facts.now.put("p99/order", 214.0);
    facts.now.put("rate/order@north", 12.0);
    facts.levers.put("cache", "local");

    assertThat(
            holds(
                "p99(\"order\") > 200.0 && rate(\"order@north\") < 20.0 && lever(\"cache\") == \"local\""))
        .isTrue();
    assertThat(holds("p99(\"order\") > 220.0")).isFalse();
  }

  @Test
  void tellsWhatItRead() {
    facts.now.put("p99/order", 213.98234);
    facts.baseline.put("p99/order", 12.0);
    facts.now.put("errorShare/order", 0.0042);

    var verdict =
        Spoken.condition(
                "p99(\"order\") > 3 * baseline.p99(\"order\") && errorShare(\"order\") > 0.001")
            .over(facts);

    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.values())
        .containsExactly(
            Map.entry("p99(\"order\")", "214 ms"),
            Map.entry("baseline.p99(\"order\")", "12 ms"),
            Map.entry("errorShare(\"order\")", "0.42 %"));
  }

  @Test
  void readsNoFurtherThanItMust() {
    assertThat(Spoken.condition("running() && p99(\"order\") > 1").over(facts).values())
        .isEqualTo(Map.of("running()", "no"));
  }

  @Test
  void takesWholeNumbersForNumbers() {
    facts.now.put("p99/order", 21.0);

    assertThat(holds("p99(\"order\") > 20")).isTrue();
    assertThat(holds("p99(\"order\") == 21")).isTrue();
    assertThat(holds("1 / 2 == 0.5")).isTrue();
    assertThat(holds("-1 < 0")).isTrue();
  }

  @Test
  void asksEverythingTheFactsKnow() {
    facts.now.put("inUse/kettle", 2.0);
    facts.now.put("waiting/kettle", 3.0);
    facts.now.put("size/kettle", 2.0);
    facts.now.put("why/cold-tea", 4.0);
    facts.now.put("gauge/cupsInFlight", 5.0);
    facts.now.put("oracle/lostCups", 0.0);
    facts.lastRun.put("offered", 100.0);
    facts.lastRun.put("served", 98.0);
    facts.runBefore.put("p50/orders", 7.0);
    facts.levers.put("kettles", "4");
    facts.numbers.put("fact/guestsPerHour", 200.0);
    facts.numbers.put("assumed/hours", 10.0);

    assertThat(holds("inUse(\"kettle\") == slots(\"kettle\") && waiting(\"kettle\") > 2")).isTrue();
    assertThat(holds("why(\"cold-tea\") == 4 && gauge(\"cupsInFlight\") == 5")).isTrue();
    assertThat(holds("oracle(\"lostCups\") == 0")).isTrue();
    assertThat(holds("lastRun.served() / lastRun.offered() > 0.97")).isTrue();
    assertThat(holds("runBefore.p50(\"orders\") == 7")).isTrue();
    assertThat(holds("leverNumber(\"kettles\") == 4")).isTrue();
    assertThat(holds("fact(\"guestsPerHour\") * assumed(\"hours\", 8.0) == 2000")).isTrue();
    assertThat(holds("assumed(\"cupsPerGuest\", 1.5) == 1.5")).isTrue();
    assertThat(holds("elapsed == 60 && phaseElapsed == 6 && phase == \"break\"")).isTrue();
    assertThat(holds("phase in [\"scope\", \"break\"]")).isTrue();
    assertThat(holds("runs() == runs(\"\") && runs(\"afternoon\") == 0")).isTrue();
    assertThat(
            holds(
                "looked() + looked(\"traces\") + acted(\"refill\") + clarified() + clarified(\"guests\") == 0"))
        .isTrue();
    assertThat(
            holds(
                "answered(\"guests\") || heard(\"more-cups\") || leverChanged(\"cache\") || faultActive(\"spilled\") || faultSeen(\"spilled\") || faultSeen()"))
        .isFalse();
    assertThat(holds("leversChanged() == 0")).isTrue();
    assertThat(holds("looked(\"sheet\") + looked(\"sheet guests\") == 0")).isTrue();
  }

  @Test
  void knowsWhatWasDecidedUponFirst() {
    facts.numbers.putAll(
        Map.of("actedAt/refill", 20.0, "actedLast/refill", 48.0, "injectedAt", 15.0));

    assertThat(holds("actedFirst(\"refill\", \"sweep\")")).as("never swept").isTrue();
    assertThat(holds("actedFirst(\"sweep\", \"refill\")")).isFalse();
    assertThat(holds("actedAt(\"refill\") - injectedAt() == 5")).isTrue();
    assertThat(holds("secondsSince(\"refill\") == 12")).isTrue();
    assertThat(holds("secondsSince(\"sweep\") < 1e9 || actedAt(\"sweep\") > 0")).isFalse();

    facts.numbers.put("actedAt/sweep", 21.0);
    assertThat(holds("actedFirst(\"refill\", \"sweep\")")).isTrue();

    facts.numbers.put("actedAt/sweep", 19.0);
    assertThat(holds("actedFirst(\"refill\", \"sweep\")")).isFalse();
    assertThat(holds("actedFirst(\"sweep\", \"refill\") && !actedFirst(\"refill\", \"sweep\")"))
        .as("two questions, two answers")
        .isTrue();
  }

  /// Three answers: yes, no, and not known. Not known never counts as yes, negated or not.
  @Nested
  class WhenSomethingWasNotMeasured {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "p99(\"order\") > 1",
          "p99(\"order\") < 1",
          "!(p99(\"order\") > 1)",
          "p99(\"order\") > 1 && phase == \"break\"",
          "phase == \"break\" && p99(\"order\") > 1",
          "p99(\"order\") > 1 || running()",
          "running() || p99(\"order\") > 1",
          "!(running() || p99(\"order\") > 1)",
          "!(phase == \"break\" && p99(\"order\") > 1)",
          "p99(\"order\") > 1 || !(p99(\"order\") > 1)",
          "p99(\"order\") == p99(\"order\")",
          "p99(\"order\") > 1 ? true : true",
          "baseline.p99(\"order\") * 2 > 1",
          "lastRun.offered() >= 0",
          "predictionAccuracy() >= 0",
          "leverNumber(\"kettles\") >= 0"
        })
    void doesNotHold(String source) {
      assertThat(holds(source)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "p99(\"order\") > 1 || phase == \"break\"",
          "phase == \"break\" || p99(\"order\") > 1",
          "!(p99(\"order\") > 1 && running())",
          "!(running() && p99(\"order\") > 1)",
          "phase == \"break\" ? true : p99(\"order\") > 1"
        })
    void holdsWhereTheRestDecides(String source) {
      assertThat(holds(source)).isTrue();
    }

    @Test
    void saysSoAmongTheValues() {
      assertThat(Spoken.condition("p99(\"order\") > 1").over(facts).values())
          .isEqualTo(Map.of("p99(\"order\")", "n/a"));
    }

    @Test
    void takesNoNumberForNothing() {
      facts.now.put("p99/order", Double.NaN);

      assertThat(holds("!(p99(\"order\") < 1)")).isFalse();
      assertThat(Spoken.number("p99(\"order\") + 1").over(facts)).isEmpty();
    }
  }

  @Test
  void expressionsGiveNumbers() {
    facts.now.put("errorShare/order", 0.25);

    assertThat(Spoken.number("errorShare(\"order\") * 100").over(facts))
        .isEqualTo(OptionalDouble.of(25));
    assertThat(Spoken.number("1 / 0").over(facts)).isEmpty();
    assertThat(Spoken.number("p99(\"order\")").over(facts)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "p99('order') ? 1 : 2|'? :' does not go with",
        "1 + 'x' == 2|'+' does not go with a number and text",
        "[1, 2][0] == 1|no function is called",
        "phase.size() == 2|'phase' has no functions",
        "{'a': 1} == {'a': 1}|this has no meaning here",
        "b'a' == b'a'|this value has no meaning here",
        "1 % 2 == 0|no function is called",
        "[1, 2].all(x, x > 0)|has no functions",
        "has(a.b)|no function is called 'has'",
        "dyn(1) == 1|no function is called 'dyn'",
        "number0 > 1|nothing is called 'number0'",
        "'a'.matches('(a+)+$')|has no functions",
        "null == null|this value has no meaning here",
        "true|",
      })
  void knowsNoMoreThanItsFacts(String source, String message) {
    Notes notes = new Notes();

    var condition = Spoken.LANGUAGE.condition(Spoken.scalar(source), Spoken.NAMES, notes);

    if (message == null) {
      assertThat(condition).isPresent();
    } else {
      assertThat(condition).isEmpty();
      assertThat(notes.problems().getFirst().message()).contains(message);
    }
  }

  @Test
  void refusesWhatIsNestedTooDeepOrTooLong() {
    Notes notes = new Notes();

    Spoken.LANGUAGE.condition(
        Spoken.scalar("(".repeat(900) + "true" + ")".repeat(900)), Spoken.NAMES, notes);
    Spoken.LANGUAGE.condition(Spoken.scalar("true || ".repeat(500) + "true"), Spoken.NAMES, notes);

    assertThat(notes.problems()).hasSize(2);
  }

  private boolean holds(String source) {
    return Spoken.condition(source).over(facts).holds();
  }
}
