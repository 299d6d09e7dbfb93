package dev.hotseat.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.session.Answer;
import dev.hotseat.session.SessionRefusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormAnswerTest {
  @Test
  void readsWords() {
    assertThat(FormAnswer.of(Map.of("text", "  How many reads?  ")))
        .isEqualTo(Answer.says("How many reads?"));
  }

  @Test
  void readsAnEstimateWithItsAssumptionsAndLeavesOutWhatWasNotFilledIn() {
    Answer answer =
        FormAnswer.of(
            Map.of(
                "value",
                "1,500",
                "unit",
                "GB",
                "text",
                "",
                "assumption.rowBytes",
                "2e3",
                "assumption.years",
                ""));

    assertThat(answer).isEqualTo(Answer.estimates(1500, "GB", Map.of("rowBytes", 2000.0)));
  }

  @Test
  void readsAChoice() {
    assertThat(FormAnswer.of(Map.of("choice", "302", "text", ""))).isEqualTo(Answer.chooses("302"));
  }

  @Test
  void saysWhatItExpectsInsteadOfNothingOrNonsense() {
    assertThatThrownBy(() -> FormAnswer.of(Map.of("text", " ")))
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.field()).isEqualTo("text"));
    assertThatThrownBy(() -> FormAnswer.of(Map.of("value", "many")))
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.got()).isEqualTo("many"));
    assertThatThrownBy(() -> FormAnswer.of(Map.of("value", "Infinity")))
        .isInstanceOf(SessionRefusal.class);
  }
}
