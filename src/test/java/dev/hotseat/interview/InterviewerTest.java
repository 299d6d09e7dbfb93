package dev.hotseat.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// How an interview goes on: from question to question, in its time.
class InterviewerTest {
  static Play twoPhases() {
    return new Play()
        .minutes(20)
        .phase("scope", 8, "needs", "size")
        .phase("design", 12, "keys")
        .open("needs")
        .open("size")
        .open("keys")
        .fact("ratio", "Ten reads to one write.");
  }

  /// One question that may take as long as it likes.
  private static Play unhurried() {
    return new Play()
        .minutes(20)
        .phase("a", 60, "long")
        .question("long", Question.Kind.OPEN, each -> each.box(Duration.ZERO));
  }

  @Test
  void opensThePhaseAndAsksItsFirstQuestion() {
    Stage stage = Stage.of(twoPhases());

    assertThat(stage.texts()).containsExactly("Now scope.", "Ask needs?");
    assertThat(stage.openQuestion()).isEqualTo("needs");
  }

  @Test
  void asksCoreQuestionsInOrderAndGoesOnToTheNextPhaseEarly() {
    Stage stage = Stage.of(twoPhases());

    stage.says("a", "needs").says("b", "size");

    assertThat(stage.openQuestion()).isEqualTo("keys");
    assertThat(stage.state().phase()).isEqualTo("design");
    assertThat(stage.state().elapsedSeconds()).isZero();
  }

  @Test
  void saysGoodbyeAndEndsWhenAllIsAsked() {
    Stage stage = Stage.of(twoPhases()).says("a", "needs").says("b", "size").says("c", "keys");

    assertThat(stage.of(Ended.class)).extracting(Ended::why).containsExactly("finished");
    assertThat(stage.lastSpoken().text()).contains("report");
  }

  @Test
  void endsWhenTimeIsUpWhateverIsOpen() {
    Stage stage = Stage.of(unhurried()).passes(20 * 60 + 5);

    assertThat(stage.of(Ended.class)).extracting(Ended::why).containsExactly("time");
    assertThat(stage.of(QuestionClosed.class)).extracting(QuestionClosed::how).containsOnly("time");
    assertThat(stage.state().remainingSeconds()).isZero();
  }

  @Test
  void givesExtraTimeAsTheMultiplierSays() {
    Stage stage = new Stage(unhurried().scenario()).opened("interview", 7, 1.5).passes(20 * 60 + 5);

    assertThat(stage.state().ended()).isFalse();
    assertThat(stage.state().lengthSeconds()).isEqualTo(30 * 60);
  }

  @Test
  void leavesAQuestionWithWordsWhenItsTimeIsOver() {
    Stage stage = Stage.of(twoPhases()).passes(3 * 60);

    assertThat(stage.of(QuestionClosed.class)).containsExactly(new QuestionClosed("needs", "time"));
    assertThat(stage.spoken()).extracting(Spoke::kind).contains(Spoke.Kind.NOTICE);
    assertThat(stage.openQuestion()).isEqualTo("size");
  }

  @Test
  void leavesAPhaseWhenItsBoxIsOver() {
    Stage stage =
        Stage.of(
            new Play()
                .minutes(20)
                .phase("a", 1, "one", "two")
                .phase("b", 10, "three")
                .open("one")
                .open("two")
                .open("three"));

    stage.passes(60);

    assertThat(stage.state().phase()).isEqualTo("b");
    assertThat(stage.openQuestion()).isEqualTo("three");
  }

  @Test
  void passesOverAQuestionWhoseConditionDoesNotHold() {
    Play play =
        new Play()
            .phase("a", 10, "one", "two", "three")
            .open("one")
            .open("three")
            .question(
                "two",
                Question.Kind.OPEN,
                each -> each.onlyIf(Scripted.when("lever", f -> f.lever("cache").equals("local"))));

    Stage stage = Stage.of(play).says("x", "one");

    assertThat(stage.openQuestion()).isEqualTo("three");
  }

  @Nested
  class WhenADeedIsAsked {
    private final Play play =
        new Play()
            .phase("a", 10, "cache-on", "then")
            .deed("cache-on", Scripted.when("on", facts -> facts.lever("cache").equals("local")))
            .open("then");

    @Test
    void seesThatItIsDoneWithoutBeingTold() {
      Stage stage =
          Stage.of(play)
              .happens(
                  new LeversChanged(
                      Map.of("cache", "off"), Map.of("cache", "local"), "why", "candidate"));

      assertThat(stage.of(QuestionClosed.class))
          .containsExactly(new QuestionClosed("cache-on", "done"));
      assertThat(stage.openQuestion()).isEqualTo("then");
    }

    @Test
    void isNotDoneByWords() {
      Stage stage = Stage.of(play).says("I have done it.").passes(2);

      assertThat(stage.openQuestion()).isEqualTo("cache-on");
    }

    @Test
    void waitsForTheRunThatMayProveIt() {
      Play proving =
          new Play()
              .phase("a", 20, "prove", "then")
              .deed("prove", Scripted.when("runs", facts -> facts.runs("") >= 1))
              .open("then");
      Stage stage =
          Stage.of(proving)
              .passes(170)
              .happens(new RunStarted(1, "evening", "plan", List.of(), "candidate"))
              .passes(20);

      assertThat(stage.openQuestion()).isEqualTo("prove");
      stage.happens(new RunFinished(1, "done", Map.of(), "{}"));
      assertThat(stage.of(QuestionClosed.class))
          .containsExactly(new QuestionClosed("prove", "done"));
    }
  }

  @Test
  void doesNotCountTheTimeOfARunAsAnsweringTime() {
    Stage stage =
        Stage.of(twoPhases())
            .passes(60)
            .happens(new RunStarted(1, "evening", "plan", List.of(), "candidate"))
            .passes(150)
            .happens(new RunFinished(1, "done", Map.of(), "{}"))
            .passes(110);
    assertThat(stage.openQuestion()).isEqualTo("needs");

    assertThat(stage.passes(10).openQuestion()).isEqualTo("size");
  }

  @Nested
  class WhenHelpIsWanted {
    @Test
    void climbsTheLadderOneHintAtATime() {
      Stage stage = Stage.of(twoPhases()).says("hint").says("A hint, please!").says("help");

      assertThat(stage.of(HintGiven.class))
          .containsExactly(new HintGiven("needs", 1), new HintGiven("needs", 2));
      assertThat(stage.texts()).containsSubsequence("First", "Second");
      assertThat(stage.lastSpoken().kind()).isEqualTo(Spoke.Kind.ACKNOWLEDGEMENT);
    }

    @Test
    void saysAHintThatWasAskedForByButton() {
      Stage stage = Stage.of(twoPhases()).happens(new HintGiven("needs", 1));

      assertThat(stage.lastSpoken()).isEqualTo(new Spoke("First", Spoke.Kind.HINT, "", null));
      assertThat(stage.state().question().orElseThrow().hintsGiven()).isEqualTo(1);
    }
  }

  @Nested
  class WhenARequirementChanges {
    private final Play play =
        new Play()
            .minutes(20)
            .changeAt(0.25)
            .phase("a", 20, "one", "two", "three")
            .open("one")
            .open("two")
            .open("three")
            .open("c1")
            .open("c2")
            .change("deletable", "c1", "c2");

    @Test
    void tellsItBetweenTwoQuestionsAndComesBack() {
      Stage stage = Stage.of(play).passes(170).says("x", "one").passes(170).says("Hm.");
      stage.passes(170).says("x", "two");

      assertThat(stage.spoken()).extracting(Spoke::text).contains("Changed: deletable");
      assertThat(stage.openQuestion()).isEqualTo("c1");
      assertThat(stage.says("x", "c1").says("x", "c2").openQuestion()).isEqualTo("three");
      assertThat(stage.state().changedRequirement()).contains("deletable");
    }

    @Test
    void interruptsWhenNoQuestionEndsWithinTwoMinutes() {
      Play slow =
          new Play()
              .minutes(20)
              .phase("a", 20, "long")
              .question("long", Question.Kind.OPEN, each -> each.box(Duration.ofMinutes(18)))
              .open("c1")
              .change("deletable", "c1");
      Stage stage = Stage.of(slow).passes(8 * 60 + 121);

      assertThat(stage.openQuestion()).isEqualTo("c1");
      stage.says("x", "c1");
      assertThat(stage.openQuestion()).isEqualTo("long");
      assertThat(stage.lastSpoken().text()).endsWith("Ask long?").isNotEqualTo("Ask long?");
    }

    @Test
    void comesToTheQuickOnesAtTheEndOfThePhaseItWasPlannedFor() {
      Stage stage = Stage.of(play).says("x", "one").says("x", "two").says("x", "three");

      assertThat(stage.openQuestion()).isEqualTo("c1");
      stage.says("x", "c1").says("x", "c2");
      assertThat(stage.of(Ended.class)).hasSize(1);
    }

    @Test
    void isPickedByTheSeed() {
      play.open("d1").change("billable", "d1");
      HashSet<String> picked = new HashSet<>();

      for (long seed = 0; seed < 20; seed++) {
        Stage stage = new Stage(play.scenario()).opened("practice", seed, 1).passes(700);
        picked.add(stage.state().changedRequirement().orElse(""));
      }

      assertThat(picked).containsExactlyInAnyOrder("deletable", "billable");
    }
  }

  @Test
  void keepsASignalOnceItsConditionHasHeld() {
    Play play = twoPhases().signal("calm", Scripted.above("rate/x", 10), Play.strong("design", 1));
    Stage stage = Stage.of(play).passes(1, Map.of("rate/x", 20.0));

    assertThat(stage.of(SignalSeen.class)).isEmpty();
    stage.passes(5, Map.of("rate/x", 20.0));
    assertThat(stage.of(SignalSeen.class)).hasSize(1);
    assertThat(stage.of(SignalSeen.class).getFirst().because().values())
        .containsEntry("rate/x", "20.0");
  }

  @Test
  void isSilentWhilePausedAndCatchesUpAfterwards() {
    Stage stage = Stage.of(twoPhases()).happens(new Paused("phone", "candidate"));
    int before = stage.spoken().size();

    stage.says("a", "needs");
    assertThat(stage.spoken()).hasSize(before);

    stage.happens(new Resumed("candidate"));
    assertThat(stage.openQuestion()).isEqualTo("size");
  }

  @Test
  void saysNothingAfterTheEnd() {
    Stage stage = Stage.of(twoPhases()).happens(new Ended("candidate"));
    int before = stage.wanted().size();

    stage.says("a", "needs").passes(3);

    assertThat(stage.wanted()).hasSize(before);
  }
}
