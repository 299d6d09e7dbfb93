package dev.hotseat.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.scoring.Report.ChangeLine;
import dev.hotseat.scoring.Report.Mark;
import dev.hotseat.scoring.Report.NotAssessed;
import dev.hotseat.scoring.Report.ObjectiveLine;
import dev.hotseat.scoring.Report.PredictionLine;
import dev.hotseat.scoring.Report.RunLine;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Stage;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Play play =
      new Play()
          .phase("design", 30, "keys", "path")
          .open("keys", Play.listen("counter", Play.strong("design", 2)))
          .open("path", Play.listen("cache", Play.strong("design", 3)))
          .open("c1", Play.listen("purge", Play.strong("failure", 2)))
          .change("deletable", "c1")
          .objective("fast", "p99/redirect", 20)
          .dimension("design", 1, 1.0, 3.0, 4.0, 5.0)
          .dimension("failure", 1, 1.0, 2.0, 3.0, 4.0);

  private Report report(Stage stage) {
    return Report.of(play.scenario(), Map.of("cache", "off"), stage.journal());
  }

  @Test
  void namesTheSessionItIsAbout() {
    Report report = report(Stage.of(play).passes(3));

    assertThat(report.seed()).isEqualTo(7);
    assertThat(report.candidate()).isEqualTo("Ada");
    assertThat(report.mode()).isEqualTo("practice");
    assertThat(report.endedWhy()).isEmpty();
    assertThat(report.endedAt()).isNull();
    assertThat(report.elapsedSeconds()).isEqualTo(3);
    assertThat(report.plannedSeconds()).isEqualTo(45 * 60);
  }

  @Test
  void laysPredictedBesideMeasured() {
    Stage stage =
        Stage.of(play)
            .happens(
                new LeversChanged(
                    Map.of("cache", "off"), Map.of("cache", "local"), "hot link", "candidate"))
            .happens(
                new RunStarted(
                    1,
                    "evening",
                    "2,000/s",
                    List.of(new Prediction("p99/redirect", 30, "ms")),
                    "candidate"))
            .happens(new RunFinished(1, "done", Map.of("p99/redirect", 10.0), "{}"));

    RunLine run = report(stage).runs().getFirst();

    assertThat(run.predictions())
        .containsExactly(new PredictionLine("p99/redirect", 30, "ms", 10.0, false));
    assertThat(run.levers()).containsExactly(Map.entry("cache", "local"));
    assertThat(report(stage).levers().getFirst().reason()).isEqualTo("hot link");
    assertThat(report(stage).headline()).contains("0 of 1 predictions held");
  }

  @Test
  void tellsObjectivesAsTheyLastWereMeasured() {
    Stage stage =
        Stage.of(play)
            .passes(4, Map.of("p99/redirect", 90.0))
            .passes(6, Map.of("p99/redirect", 12.0))
            .passes(5);

    assertThat(report(stage).objectives())
        .containsExactly(
            new ObjectiveLine("fast", "fast below 20.0", "ms", "< 20.0", 12.0, true, 10.0, 6, 10));
    assertThat(report(stage).headline()).contains("1 of 1 objectives met");
  }

  @Test
  void leavesAnObjectiveUnmetThatWasNeverMeasured() {
    ObjectiveLine line = report(Stage.of(play).passes(5)).objectives().getFirst();

    assertThat(line.met()).isFalse();
    assertThat(line.measured()).isNull();
  }

  @Test
  void listsWhatWasNotAssessed() {
    Report report = report(Stage.of(play).says("A counter.", "counter"));

    assertThat(report.notAssessed()).extracting(NotAssessed::name).containsExactly("failure");
  }

  @Test
  void keepsTheHintsWithTheirWords() {
    Report report = report(Stage.of(play).happens(new HintGiven("keys", 2)));

    assertThat(report.hints()).hasSize(1);
    assertThat(report.hints().getFirst().text()).isEqualTo("Second");
  }

  @Test
  void tellsTheChangedRequirement() {
    Stage stage = Stage.of(play).says("a", "counter").says("b", "cache");

    assertThat(report(stage).changedRequirement())
        .extracting(ChangeLine::text)
        .isEqualTo("Changed: deletable");
  }

  @Test
  void marksWhatHappenedInOrder() {
    Stage stage =
        Stage.of(play).happens(new FaultStarted("store-slow", 1, "script")).says("a", "counter");

    assertThat(report(stage).timeline())
        .extracting(Mark::kind)
        .containsExactly("system", "phase", "question", "fault", "answer", "question");
  }

  @Test
  void proposesTheQuestionThatLeftMostOnTheTable() {
    Stage stage = Stage.of(play).says("A counter.", "counter").says("Hm.").says("Hm.");

    assertThat(report(stage).next())
        .contains("The design was the weakest, level 2")
        .contains("Ask path?")
        .contains("Showed design");
  }

  @Test
  void namesTheSameWeakestInHeadlineAndNextStep() {
    Stage stage =
        Stage.of(play).says("A counter.", "counter").says("Hm.").says("Hm.").says("y", "purge");

    assertThat(report(stage).headline())
        .startsWith("Strongest in The failure (3), weakest in The design (2)");
    assertThat(report(stage).next()).startsWith("The design was the weakest, level 2.");
  }

  @Test
  void proposesAnotherSeedToOneWhoHasItAll() {
    Play easy =
        new Play()
            .phase("a", 10, "q")
            .open("q", Play.listen("x", Play.strong("design", 5)))
            .dimension("design", 1, 1.0, 2.0, 3.0, 4.0);
    Stage stage = Stage.of(easy).says("x", "x");

    assertThat(Report.of(easy.scenario(), Map.of(), stage.journal()).next())
        .contains("another seed");
  }

  @Test
  void saysSoWhenThereIsNothingToSay() {
    Report report = report(Stage.of(play).passes(45 * 60));

    assertThat(report.headline()).startsWith("Too little was said and done");
    assertThat(report.notAssessed()).hasSize(2);
    assertThat(report.next()).contains("Take this question again");
    assertThat(report.endedWhy()).isNotEmpty();
  }

  @Test
  void canBeWrittenOfAnEmptyJournal() {
    Report report = Report.of(play.scenario(), Map.of(), List.of());

    assertThat(report.openedAt()).isNull();
    assertThat(report.timeline()).isEmpty();
  }

  @Test
  void readsInJsonAsPromised() throws IOException {
    Stage stage = Stage.of(play).says("A counter.", "counter");

    String json = ObjectMapper.getDefault().writeValueAsString(report(stage));

    assertThat(json)
        .contains("\"level\":2")
        .as("what was not assessed says so")
        .contains("\"level\":null")
        .contains("\"disqualifiers\":[]")
        .contains("\"kind\":\"answer\",\"ref\":\"entry/");
  }

  @Test
  void isTheSameForTheSameJournal() {
    Stage stage = Stage.of(play).says("a", "counter").passes(20, Map.of("p99/redirect", 12.0));

    assertThat(report(stage)).isEqualTo(report(stage));
  }
}
