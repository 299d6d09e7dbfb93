package dev.hotseat.api.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.api.problem.FieldError;
import dev.hotseat.api.problem.Problem;
import dev.hotseat.api.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
  private static Fields of(String json) {
    return Fields.of(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem refusal(Runnable reading) {
    try {
      reading.run();
    } catch (Refused refused) {
      return refused.problem();
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void readsWhatIsThere() {
    Fields fields =
        of("{\"a\":\"x\",\"n\":1.5,\"i\":7,\"f\":true,\"m\":{\"k\":1000,\"l\":\"on\"},\"z\":null}");

    assertThat(fields.text("a", 10)).isEqualTo("x");
    assertThat(fields.number("n", 0, 2)).isEqualTo(1.5);
    assertThat(fields.optionalWhole("i", 0, 9)).contains(7L);
    assertThat(fields.flag("f", false)).isTrue();
    assertThat(fields.texts("m")).isEqualTo(Map.of("k", "1000", "l", "on"));
    assertThat(fields.optionalText("z", 5)).isEmpty();
    fields.done();
  }

  @Test
  void namesAllFaultsAtOnce() {
    Fields fields = of("{\"profil\":\"x\",\"rate\":-5,\"list\":[{\"value\":\"two\"},3]}");

    Problem problem =
        refusal(() -> {
          fields.text("profile", 10);
          fields.optionalNumber("rate", 0.01, 100);
          fields.objects("list", 5).forEach(each -> each.number("value", 0, 10));
          fields.done();
        });

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors())
        .contains(
            new FieldError("profile", "text", "nothing"),
            new FieldError("rate", "a number from 0.01 to 100", "-5"),
            new FieldError("list[0].value", "a number from 0 to 10", "\"two\""),
            new FieldError("list[1]", "an object", "3"));
    assertThat(problem.errors())
        .anySatisfy(error -> {
          assertThat(error.field()).isEqualTo("profil");
          assertThat(error.expected()).contains("did you mean profile?");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1|line 1, column",
        "{\"a\" 1}|line 1, column 6",
        "{\"a\":1}}|line 1",
        "{\"a\":1,\"a\":2}|twice",
        "[1,2]|not an object",
        "\"text\"|not an object",
        "null|not an object",
        "{a:1}|line 1, column",
        "{\"a\":NaN}|line 1, column",
        "{\"a\":1e5} x|line 1",
      })
  void saysWhereItStopsBeingJson(String body, String said) {
    Problem problem = refusal(() -> of(body));

    assertThat(problem.detail()).contains(said).doesNotContain("jackson", "Stream", "Exception");
    assertThat(problem.status()).isIn(400, 422);
  }

  @Test
  void refusesWhatIsMeantToExhaustIt() {
    assertThatThrownBy(() -> of("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("nested deeper");
    assertThatThrownBy(() -> of("{\"a\":" + "9".repeat(5_000) + "}"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("longer than");
    assertThatThrownBy(() -> Fields.of(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void takesNoNumberThatIsNone() {
    Problem problem =
        refusal(() -> {
          Fields fields = of("{\"a\":1e309,\"b\":\"1\",\"c\":1.5,\"d\":99999999999999999999}");
          fields.optionalNumber("a", -1e300, 1e300);
          fields.optionalNumber("b", 0, 10);
          fields.optionalWhole("c", 0, 10);
          fields.optionalWhole("d", 0, Long.MAX_VALUE);
          fields.done();
        });

    assertThat(problem.errors())
        .extracting(FieldError::field)
        .isEqualTo(List.of("a", "b", "c", "d"));
  }

  @Test
  void showsWhatCameShortAndHarmless() {
    assertThat(new FieldError("f", "e", "x".repeat(500)).got()).hasSizeLessThan(100);
    assertThat(new FieldError("f", "e", "a\u001b[31m").got()).doesNotContain("\u001b");
  }
}
