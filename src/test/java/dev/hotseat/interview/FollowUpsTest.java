package dev.hotseat.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Because;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
  private static final Map<String, Double> SLOW = Map.of("p99/redirect", 214.0);
  private static final Map<String, Double> FAST = Map.of("p99/redirect", 9.0);

  private static Play prove() {
    return new Play()
        .phase("prove", 30, "meet", "explain")
        .deed("meet", Scripted.when("never", _ -> false))
        .open("explain")
        .followUp("stampede", Scripted.above("p99/redirect", 100));
  }

  private static List<Spoke> followUps(Stage stage) {
    return stage.spoken().stream().filter(each -> each.kind() == Spoke.Kind.FOLLOW_UP).toList();
  }

  private static Because because(@Nullable Because told) {
    return Objects.requireNonNull(told, "no reason told");
  }

  private static Stage steered(Stage stage, String what, String text) {
    return stage.happens(new Steered("stampede", what, text, "Grace"));
  }

  @Test
  void areAskedBecauseOfTheGraphWithTheRuleAndItsValues() {
    Stage stage = Stage.of(prove()).passes(6, FAST).passes(2, SLOW);

    assertThat(followUps(stage)).hasSize(1);
    assertThat(because(followUps(stage).getFirst().because()).rule())
        .isEqualTo("p99/redirect > 100.0");
    assertThat(because(followUps(stage).getFirst().because()).values())
        .containsEntry("p99/redirect", "214.0");
    assertThat(stage.state().question().orElseThrow().because()).isNotNull();
  }

  @Test
  void waitUntilTheConditionHasHeld() {
    Stage stage = Stage.of(prove()).passes(6, FAST).passes(1, SLOW).passes(1, FAST).passes(1, SLOW);

    assertThat(followUps(stage)).isEmpty();
  }

  @Test
  void areAskedOnceOnly() {
    Stage stage = Stage.of(prove()).passes(10, SLOW).says("x", "stampede").passes(60, SLOW);

    assertThat(followUps(stage)).hasSize(1);
  }

  @Test
  void goBackToTheQuestionTheyInterrupted() {
    Stage stage = Stage.of(prove()).passes(10, SLOW);
    assertThat(stage.openQuestion()).isEqualTo("stampede");

    stage.says("x", "stampede");

    assertThat(stage.openQuestion()).isEqualTo("meet");
    assertThat(stage.lastSpoken().text()).endsWith("Ask meet?").isNotEqualTo("Ask meet?");
  }

  @Test
  void doNotReopenADeedThatWasDoneMeanwhile() {
    Play play =
        new Play()
            .phase("prove", 30, "meet", "explain")
            .deed("meet", Scripted.above("p99/redirect", 300))
            .open("explain")
            .followUp("stampede", Scripted.above("p99/redirect", 100));
    Stage stage = Stage.of(play).passes(10, SLOW).passes(1, Map.of("p99/redirect", 400.0));

    stage.says("x", "stampede");

    assertThat(stage.of(QuestionClosed.class)).contains(new QuestionClosed("meet", "done"));
    assertThat(stage.openQuestion()).isEqualTo("explain");
  }

  @Test
  void leaveAQuestionAloneThatWasJustAsked() {
    Stage stage = Stage.of(prove()).passes(4, SLOW);

    assertThat(followUps(stage)).isEmpty();
    assertThat(followUps(stage.passes(1, SLOW))).hasSize(1);
  }

  @Test
  void interruptWordsOnlyAfterALongSilence() {
    Stage stage = Stage.of(prove()).says("next").passes(14, SLOW);
    assertThat(stage.openQuestion()).isEqualTo("explain");

    stage.passes(1, SLOW);

    assertThat(stage.openQuestion()).isEqualTo("stampede");
  }

  @Test
  void keepTwentySecondsBetweenThem() {
    Play play = prove().followUp("pool", Scripted.above("p99/redirect", 150), 5);
    Stage stage = Stage.of(play).passes(5, SLOW);
    assertThat(stage.openQuestion()).as("the one of higher priority").isEqualTo("pool");

    stage.says("x", "pool").passes(19, SLOW);
    assertThat(followUps(stage)).hasSize(1);

    stage.passes(1, SLOW);
    assertThat(stage.openQuestion()).isEqualTo("stampede");
  }

  @Test
  void areHeldAndReleasedByAHumanInterviewer() {
    Stage stage = steered(Stage.of(prove()), "hold", "").passes(30, SLOW);
    assertThat(followUps(stage)).isEmpty();
    assertThat(stage.state().followUps().getFirst().state()).isEqualTo("held");

    steered(stage, "release", "");

    assertThat(followUps(stage)).hasSize(1);
  }

  @Test
  void areSkippedByAHumanInterviewer() {
    Stage stage = steered(Stage.of(prove()), "skip", "").passes(30, SLOW);

    assertThat(followUps(stage)).isEmpty();
    assertThat(stage.state().followUps().getFirst().state()).isEqualTo("skipped");
  }

  @Test
  void areAskedByHandWithoutTheirCondition() {
    Stage stage = steered(Stage.of(prove()).passes(10, FAST), "ask", "");

    assertThat(followUps(stage)).hasSize(1);
    assertThat(because(followUps(stage).getFirst().because()).rule())
        .isEqualTo("asked by the interviewer");
  }

  @Test
  void areAskedInTheInterviewersWords() {
    Stage stage = steered(Stage.of(prove()), "edit", "What was that?").passes(10, SLOW);

    assertThat(followUps(stage)).extracting(Spoke::text).containsExactly("What was that?");
  }

  @Test
  void showAHumanInterviewerWhyTheyCouldBeAsked() {
    Stage stage = Stage.of(prove()).passes(3, SLOW);

    FollowUpView waiting = stage.state().followUps().getFirst();

    assertThat(waiting.state()).isEqualTo("askable");
    assertThat(because(waiting.because()).values()).containsEntry("p99/redirect", "214.0");
  }
}
