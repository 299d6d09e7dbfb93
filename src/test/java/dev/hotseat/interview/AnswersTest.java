package dev.hotseat.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention.Stance;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the interviewer makes of what it is told.
class AnswersTest {
  @Nested
  class WhenTheCandidateAsks {
    @Test
    void answersFromTheFactSheetAndKeepsTheQuestionOpen() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases()).says("Ratio?", each -> each.asking("ratio"));

      assertThat(stage.lastSpoken())
          .isEqualTo(new Spoke("Ten reads to one write.", Spoke.Kind.CLARIFICATION, "", null));
      assertThat(stage.openQuestion()).isEqualTo("needs");
    }

    @Test
    void asksForAnAssumptionWhereTheFactSheetIsSilent() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases()).says("Which cloud?", each -> each.asking(""));

      assertThat(stage.lastSpoken().kind()).isEqualTo(Spoke.Kind.CLARIFICATION);
      assertThat(stage.lastSpoken().text()).contains("assum").doesNotContain("cloud");
      assertThat(stage.openQuestion()).isEqualTo("needs");
    }

    @Test
    void saysWhatItKnowsAndThatTheRestIsToBeAssumed() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases())
              .says("Ratio? Which cloud?", each -> each.asking("ratio").askingInVain());

      assertThat(stage.lastSpoken().text())
          .startsWith("Ten reads to one write. ")
          .contains("assume")
          .doesNotContain("cloud");
    }

    @Test
    void repeatsTheQuestion() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases())
              .says("Could you repeat that?", each -> each.asking(""));

      assertThat(stage.lastSpoken().text()).endsWith("Ask needs?");
      assertThat(stage.openQuestion()).isEqualTo("needs");
    }
  }

  @Nested
  class WhenAnAnswerComes {
    @Test
    void probesOnceWhenNothingStrongWasHeardThenGoesOn() {
      Stage stage = Stage.of(InterviewerTest.twoPhases()).says("Hm.");

      assertThat(stage.lastSpoken().kind()).isEqualTo(Spoke.Kind.PROBE);
      assertThat(stage.says("Still hm.").openQuestion()).isEqualTo("size");
    }

    @Test
    void probesWhenTheConceptWasOnlyDenied() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases())
              .says("no needs", each -> each.mention("needs", Stance.NEGATED, true, false));

      assertThat(stage.lastSpoken().kind()).isEqualTo(Spoke.Kind.PROBE);
    }

    @Test
    void probesWhenTheAnswerOnlyRepeatsTheQuestion() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases())
              .says("ask needs", each -> each.hearing("needs").echoing(0.9));

      assertThat(stage.lastSpoken().kind()).isEqualTo(Spoke.Kind.PROBE);
    }

    @Test
    void namesWhatWasHeardInPracticeOnly() {
      Play play = InterviewerTest.twoPhases().concept("needs", "what is needed");

      Stage practice = Stage.of(play).says("a", "needs");
      Stage interview = new Stage(play.scenario()).opened("interview", 7, 1).says("a", "needs");

      assertThat(practice.texts()).anyMatch(each -> each.contains("I heard: what is needed."));
      assertThat(interview.texts()).noneMatch(each -> each.contains("heard"));
    }

    @Test
    void doesNotThankTwiceInTheSameWords() {
      Play play = new Play().phase("a", 40, "q1", "q2", "q3", "q4", "q5");
      List.of("q1", "q2", "q3", "q4", "q5").forEach(play::open);
      Stage stage = new Stage(play.scenario()).opened("interview", 11, 1);

      List.of("q1", "q2", "q3", "q4", "q5").forEach(each -> stage.says("x", each));

      List<String> thanks =
          stage.spoken().stream()
              .filter(each -> each.kind() == Spoke.Kind.ACKNOWLEDGEMENT)
              .map(Spoke::text)
              .toList();
      assertThat(thanks).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void wordsItsThanksByTheSeed() {
      HashSet<String> wordings = new HashSet<>();

      for (long seed = 0; seed < 20; seed++) {
        Stage stage =
            new Stage(InterviewerTest.twoPhases().scenario())
                .opened("interview", seed, 1)
                .says("a", "needs");
        wordings.add(stage.texts().get(2));
      }

      assertThat(wordings).hasSizeGreaterThan(3);
    }

    @Test
    void skipsOnRequest() {
      Stage stage = Stage.of(InterviewerTest.twoPhases()).says("Next, please.");

      assertThat(stage.of(QuestionClosed.class))
          .containsExactly(new QuestionClosed("needs", "skipped"));
      assertThat(stage.openQuestion()).isEqualTo("size");
    }

    @Test
    void countsAQuestionAsAnsweredWhenNextFollowsAnAnswer() {
      Stage stage =
          Stage.of(InterviewerTest.twoPhases())
              .says("Ratio?", each -> each.asking("ratio"))
              .says("next");

      assertThat(stage.of(QuestionClosed.class))
          .containsExactly(new QuestionClosed("needs", "answered"));
    }
  }

  @Nested
  class WhenANumberIsAsked {
    private final Play play =
        new Play()
            .phase("a", 10, "size", "then")
            .estimate(
                "size",
                "TB",
                Scripted.number("expect", facts -> 10 * facts.assumed("bytes").orElse(1)),
                new Assumption("bytes", "bytes", "", 1, 1, 10))
            .open("then");

    @Test
    void tellsHowFarOffItIsInPractice() {
      Stage stage = Stage.of(play).says("40 GB", each -> each.estimating(40, "GB", Map.of()));

      assertThat(stage.texts()).anyMatch(each -> each.contains("by a factor of 250.0"));
    }

    @Test
    void checksAgainstTheCandidatesOwnAssumptions() {
      Stage stage =
          Stage.of(play).says("50 TB", each -> each.estimating(50, "TB", Map.of("bytes", 5.0)));

      assertThat(stage.texts()).anyMatch(each -> each.contains("within a factor of 1.0"));
    }

    @Test
    void doesNotBelieveAnAssumptionOutOfAllBounds() {
      Stage stage =
          Stage.of(play).says("5 PB", each -> each.estimating(5, "PB", Map.of("bytes", 500.0)));

      assertThat(stage.texts()).anyMatch(each -> each.contains("by a factor of 500.0"));
    }

    @Test
    void tellsNothingInAnInterview() {
      Stage stage =
          new Stage(play.scenario())
              .opened("interview", 3, 1)
              .says("40 GB", each -> each.estimating(40, "GB", Map.of()));

      assertThat(stage.texts()).noneMatch(each -> each.contains("factor"));
      assertThat(stage.openQuestion()).isEqualTo("then");
    }

    @Test
    void insistsOnceOnANumber() {
      Stage stage = Stage.of(play).says("A lot.");

      assertThat(stage.lastSpoken().kind()).isEqualTo(Spoke.Kind.PROBE);
      assertThat(stage.says("Really a lot.").openQuestion()).isEqualTo("then");
    }
  }

  @Nested
  class WhenAChoiceIsAsked {
    private final Play play =
        new Play()
            .phase("a", 10, "status", "then")
            .choice(
                "status",
                new Option("permanent", "301", null, Scripted.words("Browsers will like that.")),
                new Option("found", "302", null, null))
            .open("then");

    @Test
    void saysWhatTheOptionHasToSay() {
      Stage stage = Stage.of(play).says("301", each -> each.choosing("permanent"));

      assertThat(stage.texts()).contains("Browsers will like that.");
      assertThat(stage.openQuestion()).isEqualTo("then");
    }

    @Test
    void namesTheOptionsToOneWhoPicksNone() {
      Stage stage = Stage.of(play).says("Hard to say.");

      assertThat(stage.lastSpoken().text()).contains("301 · 302");
      assertThat(stage.openQuestion()).isEqualTo("status");
    }
  }
}
