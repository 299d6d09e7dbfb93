package dev.hotseat.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention;
import dev.hotseat.event.Mention.Stance;
import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Strength;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {
  private static final Map<String, String> LEVERS = Map.of("cache", "off");
  private static final Award HOTFIX =
      new Award(Strength.DISQUALIFIER, "design", 1, "Ships without a way back");

  private final Play play =
      new Play()
          .phase("design", 40, "keys", "path", "shape")
          .open(
              "keys",
              Play.listen("counter", Play.strong("design", 2)),
              Play.listen("hash", Play.weak("design", 1)),
              Play.listen("hotfix", HOTFIX),
              Play.listen("price", Play.strong("communication", 1)))
          .open(
              "path",
              Play.listen("counter", Play.strong("design", 2)),
              Play.listen("price", Play.strong("communication", 1)))
          .deed("shape", Scripted.when("on", facts -> facts.lever("cache").equals("local")))
          .fact("ratio", "Ten.")
          .fact("life", "Five years.")
          .fact("regions", "Three.")
          .dimension("framing", 1, 1.0, 2.5, 4.0, 6.0)
          .dimension("design", 1, 1.0, 2.0, 3.0, 4.0)
          .dimension("verification", 1, 1.0, 2.0, 3.0, 4.0)
          .dimension("communication", 2, 0.5, 1.0, 2.0, 3.0);

  private static DimensionScore score(Play play, Stage stage, String dimension) {
    return Scorecard.of(play.scenario(), LEVERS, stage.journal()).dimensions().stream()
        .filter(each -> each.name().equals(dimension))
        .findFirst()
        .orElseThrow();
  }

  private DimensionScore score(Stage stage, String dimension) {
    return score(play, stage, dimension);
  }

  @Nested
  class AConceptInAnAnswer {
    @Test
    void countsInFullWithAReason() {
      Stage stage = Stage.of(play).says("A counter, because it never collides.", "counter");

      assertThat(score(stage, "design").points()).isEqualTo(2);
    }

    @Test
    void countsHalfWithoutOne() {
      Stage stage =
          Stage.of(play)
              .says("A counter.", each -> each.mention("counter", Stance.AFFIRMED, false, false));

      assertThat(score(stage, "design").points()).isEqualTo(1);
    }

    @Test
    void countsNothingInAListOfBuzzwords() {
      Stage stage =
          Stage.of(play)
              .says("Hash, counter", each -> each.mention("counter", Stance.AFFIRMED, false, true));

      assertThat(score(stage, "design").points()).isZero();
      assertThat(score(stage, "design").receipts().getFirst().worth()).contains("list");
    }

    @Test
    void countsNothingWhenDenied() {
      Stage stage =
          Stage.of(play)
              .says("No counter.", each -> each.mention("counter", Stance.NEGATED, true, false));

      assertThat(score(stage, "design").receipts()).isEmpty();
    }

    @Test
    void countsNothingWhenTheAnswerOnlyRepeatsTheQuestion() {
      Stage stage = Stage.of(play).says("counter?", each -> each.hearing("counter").echoing(0.7));

      assertThat(score(stage, "design").receipts()).isEmpty();
    }

    @Test
    void takesPointsOffWhenItIsWeak() {
      Stage stage = Stage.of(play).says("A counter or a hash.", "counter", "hash");

      assertThat(score(stage, "design").points()).isEqualTo(1);
      assertThat(score(stage, "design").receipts())
          .extracting(Receipt::strength)
          .containsExactlyInAnyOrder("strong", "weak");
    }

    @Test
    void takesNothingOffWhenAWeakOneIsDenied() {
      Stage stage =
          Stage.of(play)
              .says(
                  "A counter, no hash.",
                  each -> each.hearing("counter").mention("hash", Stance.NEGATED, true, false));

      assertThat(score(stage, "design").points()).isEqualTo(2);
    }

    @Test
    void countsOncePerQuestionAtItsBest() {
      Stage stage =
          Stage.of(play)
              .says("Hm, price.", each -> each.mention("price", Stance.AFFIRMED, false, false))
              .happens(
                  new Answered(
                      "keys",
                      "The price is a lookup.",
                      null,
                      "",
                      "",
                      Map.of(),
                      List.of(new Mention("price", "price", 4, 9, Stance.AFFIRMED, true, false)),
                      false,
                      List.of(),
                      0,
                      false));

      assertThat(score(stage, "communication").receipts()).hasSize(1);
      assertThat(score(stage, "communication").points()).isEqualTo(1);
    }

    @Test
    void countsLessEachTimeItComesAgain() {
      Stage stage = Stage.of(play).says("a", "counter").says("b", "counter");

      assertThat(score(stage, "design").receipts())
          .extracting(Receipt::points)
          .containsExactly(2.0, 1.33);
    }

    @Test
    void countsLessAfterHints() {
      Stage stage =
          Stage.of(play)
              .happens(new HintGiven("keys", 1))
              .happens(new HintGiven("keys", 2))
              .says("a", "counter");

      assertThat(score(stage, "design").points()).isEqualTo(1.13);
      assertThat(score(stage, "design").receipts().getFirst().worth()).contains("hint");
    }

    @Test
    void isQuotedWithItsSentence() {
      Stage stage =
          Stage.of(play)
              .says("We start small. A counter hands out codes; then we see. Fine.", "counter");

      assertThat(score(stage, "design").receipts().getFirst().text())
          .endsWith("“A counter hands out codes;”");
    }

    @Test
    void belongsToTheLastQuestionWhenSaidBetweenTwo() {
      Mention counter = new Mention("counter", "counter", 2, 9, Stance.AFFIRMED, true, false);
      Stage stage =
          Stage.of(play)
              .says("next")
              .happens(
                  new Answered(
                      "",
                      "A counter.",
                      null,
                      "",
                      "",
                      Map.of(),
                      List.of(counter),
                      false,
                      List.of(),
                      0,
                      false));

      assertThat(score(stage, "design").receipts())
          .extracting(Receipt::question)
          .containsExactly("path");
    }
  }

  @Nested
  class AnEstimate {
    private final Play sizing =
        new Play()
            .phase("scope", 40, "size")
            .estimate(
                "size",
                "TB",
                Scripted.number("x", facts -> 10 * facts.assumed("bytes").orElse(1)),
                new Assumption("bytes", "bytes", "", 1, 1, 10))
            .dimension("framing", 1, 1.0, 2.0, 3.0, 4.0);

    @ParameterizedTest
    @CsvSource({
      "10, TB, 2",
      "5, TB, 2",
      "20, TB, 2",
      "20000, GB, 2",
      "4, TB, 1",
      "40, TB, 1",
      "41, TB, 0",
      "10, ms, 0"
    })
    void earnsByHowNearItIs(double value, String unit, double points) {
      Stage stage =
          Stage.of(sizing).says("so much", each -> each.estimating(value, unit, Map.of()));

      assertThat(score(sizing, stage, "framing").points()).isEqualTo(points);
      assertThat(score(sizing, stage, "framing").receipts()).hasSize(1);
    }

    @Test
    void isCheckedAgainstWhatTheCandidateAssumed() {
      Stage stage =
          Stage.of(sizing).says("x", each -> each.estimating(80, "TB", Map.of("bytes", 8.0)));

      assertThat(score(sizing, stage, "framing").points()).isEqualTo(2);
      assertThat(score(sizing, stage, "framing").receipts().getFirst().text())
          .contains("said 80 TB")
          .contains("80 TB (a factor of 1)");
    }
  }

  @Nested
  class APrediction {
    private Stage run(Stage stage, int number, double... predicted) {
      List<Prediction> predictions =
          Arrays.stream(predicted)
              .mapToObj(each -> new Prediction("p99/redirect", each, "ms"))
              .toList();
      return stage
          .happens(new RunStarted(number, "evening", "plan", predictions, "candidate"))
          .happens(new RunFinished(number, "done", Map.of("p99/redirect", 10.0), "{}"));
    }

    @Test
    void earnsWhenItComesTrue() {
      Stage stage = run(Stage.of(play), 1, 12);

      assertThat(score(stage, "verification").points()).isEqualTo(1.5);
      assertThat(score(stage, "verification").receipts().getFirst().ref()).isEqualTo("run/1");
      assertThat(score(stage, "verification").receipts().getFirst().text())
          .contains("p99/redirect predicted 12, measured 10");
    }

    @Test
    void earnsTheShareThatCameTrue() {
      assertThat(score(run(Stage.of(play), 1, 12, 500), "verification").points()).isEqualTo(0.75);
    }

    @Test
    void earnsLessTheNextTime() {
      assertThat(score(run(run(Stage.of(play), 1, 12), 2, 12), "verification").points())
          .isEqualTo(2.5);
    }

    @Test
    void isNotJudgedByARunThatWasStopped() {
      var prediction = new Prediction("p99/redirect", 500, "ms");
      Stage stage =
          Stage.of(play)
              .happens(new RunStarted(1, "evening", "plan", List.of(prediction), "candidate"))
              .happens(new RunFinished(1, "stopped", Map.of("p99/redirect", 10.0), "{}"));

      assertThat(score(stage, "verification").receipts()).isEmpty();
    }

    @Test
    void isNotJudgedByWhatWasNotMeasured() {
      var prediction = new Prediction("p99/create", 500, "ms");
      Stage stage =
          Stage.of(play)
              .happens(new RunStarted(1, "evening", "plan", List.of(prediction), "candidate"))
              .happens(new RunFinished(1, "done", Map.of("p99/redirect", 10.0), "{}"));

      assertThat(score(stage, "verification").receipts()).isEmpty();
    }

    @Test
    void isEvidenceWhenItMisses() {
      Stage stage = run(Stage.of(play), 1, 500);

      assertThat(score(stage, "verification").level()).isEqualTo(1);
      assertThat(score(stage, "verification").receipts()).hasSize(1);
    }
  }

  @Nested
  class AClarification {
    @Test
    void earnsOnce() {
      Stage stage =
          Stage.of(play)
              .says("Ratio?", each -> each.asking("ratio"))
              .says("The ratio?", each -> each.asking("ratio"));

      assertThat(score(stage, "framing").points()).isEqualTo(1);
    }

    @Test
    void carriesADimensionToItsMiddleAtMost() {
      Stage stage =
          Stage.of(play)
              .says("Ratio?", each -> each.asking("ratio"))
              .says("Life?", each -> each.asking("life"))
              .says("Regions?", each -> each.asking("regions"));

      assertThat(score(stage, "framing").points()).isEqualTo(2.5);
      assertThat(score(stage, "framing").level()).isEqualTo(3);
    }
  }

  @Nested
  class ALevel {
    @ParameterizedTest
    @CsvSource({"0.9, 1", "1, 2", "1.9, 2", "2, 3", "3, 4", "4, 5", "40, 5"})
    void followsFromThePoints(double points, int level) {
      Play one =
          new Play()
              .phase("a", 10, "q")
              .open("q", Play.listen("x", Play.strong("design", points)))
              .dimension("design", 1, 1.0, 2.0, 3.0, 4.0);

      assertThat(score(one, Stage.of(one).says("x", "x"), "design").level()).isEqualTo(level);
    }

    @Test
    void isNeverGivenWithoutEnoughReceipts() {
      Stage stage = Stage.of(play).says("The price.", "price");

      DimensionScore score = score(stage, "communication");

      assertThat(score.level()).isNull();
      assertThat(score.anchor()).isEmpty();
      assertThat(score.why()).isEqualTo("Not assessed: 1 receipt seen, a level needs 2.");
    }

    @Test
    void comesWithItsAnchorAndItsSum() {
      Stage stage = Stage.of(play).says("a", "counter");

      DimensionScore score = score(stage, "design");

      assertThat(score.anchor()).isEqualTo("fair design");
      assertThat(score.why()).isEqualTo("2 points, 2 make level 3, 3 would make level 4.");
    }

    @Test
    void liesBetweenAnchorsWhereItHasNone() {
      Stage stage =
          Stage.of(play)
              .says("A counter.", each -> each.mention("counter", Stance.AFFIRMED, false, false));

      assertThat(score(stage, "design").anchor()).contains("poor design").contains("fair design");
    }

    @Test
    void isMissingEverywhereWhenNothingWasSaid() {
      Stage stage = Stage.of(play).passes(45 * 60);

      assertThat(Scorecard.of(play.scenario(), LEVERS, stage.journal()).dimensions())
          .extracting(DimensionScore::level)
          .containsOnlyNulls();
    }
  }

  @Test
  void setsDisqualifiersApart() {
    Stage stage = Stage.of(play).says("A hotfix, right now.", "hotfix");

    Scorecard card = Scorecard.of(play.scenario(), LEVERS, stage.journal());

    assertThat(card.disqualifiers()).hasSize(1);
    assertThat(card.disqualifiers().getFirst().text())
        .isEqualTo("Ships without a way back: “A hotfix, right now.”");
    assertThat(score(stage, "design").receipts()).isEmpty();
  }

  @Test
  void countsWhatTheSystemShowedDone() {
    Stage stage =
        Stage.of(play)
            .says("next")
            .says("next")
            .happens(
                new LeversChanged(
                    Map.of("cache", "off"), Map.of("cache", "local"), "", "candidate"));

    assertThat(score(stage, "verification").receipts())
        .extracting(Receipt::kind)
        .containsExactly("deed");
    assertThat(score(stage, "verification").points()).isEqualTo(2);
  }

  @Test
  void doesNotCountWhatCameAboutByItself() {
    Play patient =
        new Play()
            .phase("a", 10, "calm")
            .deed("calm", Scripted.when("always", _ -> true))
            .dimension("verification", 1, 1.0, 2.0, 3.0, 4.0);
    Stage stage = Stage.of(patient).passes(3);

    assertThat(stage.state().ended()).isTrue();
    assertThat(score(patient, stage, "verification").receipts()).isEmpty();
  }

  @Test
  void countsWhatTheGraphsShowed() {
    Play watched =
        play.signal("fast", Scripted.above("rate/redirect", 100), Play.strong("verification", 1));
    Stage stage = Stage.of(watched).passes(5, Map.of("rate/redirect", 200.0));

    assertThat(score(stage, "verification").receipts()).hasSize(1);
    assertThat(score(stage, "verification").receipts().getFirst().text())
        .contains("rate/redirect = 200.0");
  }

  @Test
  void countsAChoice() {
    Play choosing =
        new Play()
            .phase("a", 10, "status")
            .choice(
                "status",
                new Option("found", "302", Play.strong("design", 1), null),
                new Option("permanent", "301", Play.weak("design", 1), null))
            .dimension("design", 1, 1.0, 2.0, 3.0, 4.0);

    Stage right = Stage.of(choosing).says("302", each -> each.choosing("found"));
    Stage wrong = Stage.of(choosing).says("301", each -> each.choosing("permanent"));

    assertThat(score(choosing, right, "design").level()).isEqualTo(2);
    assertThat(score(choosing, wrong, "design").level()).isEqualTo(1);
  }

  @Test
  void isTheSameForTheSameJournal() {
    Stage stage = Stage.of(play).says("a", "counter", "price").says("b", "counter", "price");

    assertThat(Scorecard.of(play.scenario(), LEVERS, stage.journal()))
        .isEqualTo(Scorecard.of(play.scenario(), LEVERS, stage.journal()));
  }
}
