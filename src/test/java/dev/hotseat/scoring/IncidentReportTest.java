package dev.hotseat.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scoring.Report.MilestoneLine;
import dev.hotseat.scoring.Report.ReviewLine.Words;
import dev.hotseat.scoring.Report.TroubleLine;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// How the report of an incident tells what it was, whether it was understood, and how long it
/// took.
class IncidentReportTest {
  private final Play play =
      new Play()
          .phase("incident", 30, "which", "review")
          .question(
              "which",
              Question.Kind.OPEN,
              each -> each.explains("cause").listen(Play.listen("leak", Play.strong("design", 1))))
          .open("review")
          .toExplain("cause", "leak", "lock", "scan", "storm")
          .felt("cause", "p99/shop")
          .milestone("look", Scripted.when("look", facts -> facts.looked("") > 0))
          .milestone("cause", Scripted.when("cause", facts -> facts.explained("cause")))
          .milestone("hand-over", Scripted.when("over", facts -> facts.acted("hand-over") > 0))
          .review("What to change", "review")
          .dimension("design", 1, 1.0, 3.0, 4.0, 5.0);

  private Stage stage = Stage.of(play);
  private String cause = "";
  private String other = "";

  @BeforeEach
  void picksACause() {
    cause = play.scenario().faults().picked("cause", 7).orElseThrow().fault();
    other = cause.equals("lock") ? "scan" : "lock";
    stage = Stage.of(play).passes(10);
  }

  private void begins() {
    stage.happens(new FaultStarted(cause, 1, "script")).passes(30);
  }

  private Report report() {
    return Report.of(play.scenario(), Map.of("cache", "off"), stage.journal());
  }

  private boolean explained() {
    return report().troubles().getFirst().explained();
  }

  @Nested
  class Explaining {
    @Test
    void takesTheCauseAndAnInstrumentThatShowsIt() {
      begins();

      stage.happens(new Looked("traces", "slowest")).says("It is the " + cause, cause);

      assertThat(report().troubles())
          .extracting(TroubleLine::fault, TroubleLine::group, TroubleLine::path)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(cause, "cause", "Look at " + cause));
      assertThat(explained()).isTrue();
    }

    @Test
    void doesNotCreditAGuess() {
      begins();

      stage.says("It is the " + cause, cause);

      assertThat(explained()).isFalse();
    }

    @Test
    void doesNotCreditALookFromBeforeItBegan() {
      stage.happens(new Looked("traces", "slowest"));
      begins();

      stage.says("It is the " + cause, cause);

      assertThat(explained()).isFalse();
    }

    @Test
    void doesNotCreditWhoNamesThemAll() {
      begins();

      stage
          .happens(new Looked("traces", "slowest"))
          .says("leak or lock or scan or storm", "leak", "lock", "scan", "storm");

      assertThat(explained()).isFalse();
    }

    @Test
    void allowsANeighbour() {
      begins();

      stage
          .happens(new Looked("traces", "slowest"))
          .says(cause + ", which looks like " + other, cause, other);

      assertThat(explained()).isTrue();
    }

    @Test
    void doesNotCreditAnotherCause() {
      begins();

      stage.happens(new Looked("traces", "slowest")).says("It is the " + other, other);

      assertThat(explained()).isFalse();
    }
  }

  @Nested
  class WhatItDid {
    private static final String P99 = "p99/shop";

    @Test
    void isMeasuredOnTheReadingOnWhichItIsFelt() {
      passes(60, 100, 80, 82, 81, 80, 80, 81, 80, 3_000, 81, 80);
      stage.happens(new FaultStarted(cause, 1, "script"));
      passes(85, 640, 790, 805, 9_000, 800, 810, 820, 805, 800, 90, 85, 85, 84, 85, 84);

      TroubleLine.Felt felt = report().troubles().getFirst().felt();

      assertThat(felt).isEqualTo(new TroubleLine.Felt(P99, 80, 805));
      assertThat(new TroubleLine.Felt(P99, 80, 805).told())
          .isEqualTo("p99/shop went from 80 to 805, 10.1 times as much");
    }

    @Test
    void isNotToldWhereNothingWasMeasured() {
      stage.happens(new FaultStarted(cause, 1, "script"));
      passes(85, 640, 790);

      assertThat(report().troubles().getFirst().felt()).isNull();
    }

    private void passes(double... p99s) {
      for (double p99 : p99s) {
        stage.passes(1, Map.of(P99, p99));
      }
    }
  }

  @Test
  void tellsWhenEachMilestoneWasReached() {
    begins();
    stage.happens(new Looked("metrics", "")).passes(20).happens(new Looked("traces", "slowest"));
    stage.says("It is the " + cause, cause);
    double now = stage.journal().getLast().elapsedSeconds();

    assertThat(report().milestones())
        .extracting(MilestoneLine::name, MilestoneLine::elapsedSeconds)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("look", 40.0),
            org.assertj.core.groups.Tuple.tuple("cause", now),
            org.assertj.core.groups.Tuple.tuple("hand-over", null));
    assertThat(report().milestones().getFirst().afterTroubleSeconds()).isEqualTo(30.0);
  }

  @Test
  void givesNoDurationForWhatCameBeforeTheTrouble() {
    stage.happens(new ActionTaken("hand-over", Map.of(), "done", "candidate")).passes(5);
    begins();

    MilestoneLine line = report().milestones().getLast();

    assertThat(line.elapsedSeconds()).isEqualTo(10.0);
    assertThat(line.afterTroubleSeconds()).isNull();
  }

  @Test
  void quotesTheReviewInTheCandidatesOwnWords() {
    stage.says("It is the leak", "leak").passes(3).says("ok").passes(3);
    stage.says("Nobody's fault but the guard rail's.", "review");

    assertThat(report().review()).hasSize(1);
    assertThat(report().review().getFirst().title()).isEqualTo("What to change");
    assertThat(report().review().getFirst().words())
        .extracting(Words::text)
        .as("without the words that only move on")
        .containsExactly("Nobody's fault but the guard rail's.");
  }
}
