package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
  private static final Action RESIZE =
      new Action(
          "resize",
          "Makes a pool larger or smaller",
          Duration.ZERO,
          List.of(
              Parameter.number("size", "slots", 1, 64, "slots"),
              Parameter.choice("pool", "which", List.of("reads", "writes")).usually("reads"),
              Parameter.onOff("now", "whether to cut what is under way").usually("off"),
              Parameter.text("why", "for the log", 8).usually("")));

  private static final Action DROP =
      new Action(
          "drop", "Drops the old table", Duration.ZERO, List.of(), "the rows are gone for good");

  @Test
  void whatIsNotGivenIsAsUsual() {
    assertThat(RESIZE.arguments(Map.of("size", "8")))
        .containsExactly(
            Map.entry("size", "8"),
            Map.entry("pool", "reads"),
            Map.entry("now", "off"),
            Map.entry("why", ""));
  }

  @Test
  void valuesReachTheSystemInOneSpelling() {
    assertThat(
            RESIZE.arguments(Map.of("size", " 08 ", "pool", "writes", "now", "true", "why", " x ")))
        .isEqualTo(Map.of("size", "8", "pool", "writes", "now", "on", "why", "x"));
  }

  @ParameterizedTest
  @CsvSource({
    "size, 65, a whole number 1..64 slots",
    "size, many, a whole number 1..64 slots",
    "size, 1.5, a whole number 1..64 slots",
    "size, ' ', a whole number 1..64 slots",
    "pool, all, 'one of reads, writes'",
    "now, perhaps, on or off",
    "why, 123456789, a text of up to 8 characters",
    "colour, red, 'one of size, pool, now, why'"
  })
  void aWrongArgumentIsRefusedByItsName(String name, String value, String expected) {
    assertRefused(
            RESIZE, name.equals("size") ? Map.of(name, value) : Map.of("size", "1", name, value))
        .satisfies(refusal -> {
          assertThat(refusal.field()).isEqualTo("arguments." + name);
          assertThat(refusal.expected()).isEqualTo(expected);
        });
  }

  @Test
  void whatMustBeGivenIsAskedFor() {
    assertRefused(RESIZE, Map.of())
        .satisfies(refusal -> {
          assertThat(refusal.field()).isEqualTo("arguments.size");
          assertThat(refusal.got()).isEqualTo("nothing");
        });
  }

  @Test
  void whatCannotBeUndoneHasToBeMeant() {
    assertThat(DROP.arguments(Map.of("confirm", "yes"))).isEmpty();
    for (Map<String, String> given : List.of(Map.<String, String>of(), Map.of("confirm", "no"))) {
      assertRefused(DROP, given)
          .satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo("arguments.confirm");
            assertThat(refusal.expected()).contains("the rows are gone for good");
          });
    }
  }

  @Test
  void whatCanBeUndoneTakesNoConfirmation() {
    assertRefused(RESIZE, Map.of("size", "1", "confirm", "yes"))
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("arguments.confirm"));
  }

  @Test
  void aUsualValueHasToBeAllowed() {
    Parameter size = Parameter.number("size", "slots", 1, 64, "slots");

    assertThatIllegalArgumentException().isThrownBy(() -> size.usually("65"));
    assertThatIllegalArgumentException().isThrownBy(() -> size.usually("08"));
  }

  private static ThrowableAssertAlternative<Refusal> assertRefused(
      Action action, Map<String, String> arguments) {
    return assertThatExceptionOfType(Refusal.class).isThrownBy(() -> action.arguments(arguments));
  }
}
