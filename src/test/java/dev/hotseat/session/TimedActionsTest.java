package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.session.SessionRefusal.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Actions that take time on the session's clock; a stocktake takes 30 s of it.
class TimedActionsTest {
  private static final Map<String, String> ANN = Map.of("clerk", "Ann");

  @TempDir private Path directory;
  private Rig rig;
  private Session session;

  @BeforeEach
  void open() {
    open(1);
  }

  private void open(double speed) {
    rig = new Rig(directory, limits(speed)).start();
    session = rig.open();
  }

  private static SessionLimits limits(double speed) {
    SessionLimits usual = SessionLimits.USUAL;
    return new SessionLimits(
        usual.openMax(),
        usual.opensPerMinute(),
        usual.answerCharsMax(),
        usual.arrivalsPerSecondMax(),
        usual.runMax(),
        usual.idleMax(),
        usual.retention(),
        usual.sweepEvery(),
        usual.lagMax(),
        usual.looksPerMinute(),
        speed,
        usual.clockSpeedMax(),
        usual.lateMax());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<Entry> entries(Class<?> kind) {
    return session.entries(0).stream().filter(each -> kind.isInstance(each.event())).toList();
  }

  private void awaitEntry(Class<?> kind) {
    await().until(() -> !entries(kind).isEmpty());
  }

  private static void assertRefused(Kind kind, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  @Nested
  class WhenTheClockIsFast {
    @BeforeEach
    void openAnew() {
      rig.close();
      open(100);
    }

    @Test
    void areCarriedOutWhenTheirTimeIsOver() {
      Deed deed = session.act("stocktake", Map.of(), Role.CANDIDATE);
      awaitEntry(ActionTaken.class);

      assertThat(deed.underWay()).isTrue();
      assertThat(deed.arguments()).isEqualTo(ANN);
      Entry begun = entries(ActionBegun.class).getFirst();
      Entry taken = entries(ActionTaken.class).getFirst();
      assertThat(begun.event()).isEqualTo(new ActionBegun("stocktake", ANN, 30, "candidate"));
      assertThat(taken.elapsedSeconds() - begun.elapsedSeconds()).isGreaterThanOrEqualTo(30);
      assertThat(((ActionTaken) taken.event()).outcome()).contains("stocktake");
      assertThat(session.jobs()).isEmpty();
    }

    @Test
    void tellWhenTheyFailInTheEnd() {
      session.act("stocktake", Map.of("clerk", "Cy"), Role.CANDIDATE);
      awaitEntry(ActionFailed.class);

      assertThat(entries(ActionTaken.class)).isEmpty();
      assertThat(((ActionFailed) entries(ActionFailed.class).getFirst().event()).why())
          .contains("somebody who can count");
      assertThat(session.jobs()).isEmpty();
    }
  }

  @Nested
  class WhileTheyAreUnderWay {
    @Test
    void areJobsThatStandWhileTheClockStands() {
      session.act("stocktake", Map.of(), Role.CANDIDATE);
      JobView job = session.view().jobs().getFirst();

      assertThat(job.name()).isEqualTo("stocktake");
      assertThat(job.state()).isEqualTo("running");
      assertThat(job.total()).isEqualTo(30);
      assertThat(Objects.requireNonNull(job.secondsLeft())).isBetween(1.0, 30.0);
      assertThat(job.note()).isEqualTo("clerk=Ann");

      session.pause("", Role.CANDIDATE);
      JobView standing = session.jobs().getFirst();

      assertThat(standing.state()).isEqualTo("paused");
      assertThat(standing.secondsLeft()).isNull();
    }

    @Test
    void areForgottenByAReset() {
      session.act("stocktake", Map.of(), Role.CANDIDATE);
      session.reset(Role.CANDIDATE);

      assertThat(session.jobs()).isEmpty();
    }

    @Test
    void areForgottenByARestartOfTheServer() {
      session.act("stocktake", Map.of(), Role.CANDIDATE);

      rig.close();
      rig = new Rig(directory).start();
      session = rig.hall.find(session.id()).orElseThrow();

      assertThat(session.jobs()).isEmpty();
      assertThat(entries(ActionBegun.class)).hasSize(1);
    }

    @Test
    void areNotMoreThanOneHasHands() {
      for (int hand = 0; hand < 8; hand++) {
        session.act("stocktake", Map.of("clerk", "Ann " + hand), Role.CANDIDATE);
      }

      assertRefused(
          Kind.CONFLICT, () -> session.act("stocktake", Map.of("clerk", "Zoe"), Role.CANDIDATE));
      assertThat(session.jobs()).hasSize(8);
    }
  }

  @Test
  void areRefusedAtOnceWhereTheyCouldNotBeCarriedOut() {
    assertThatThrownBy(() -> session.act("stocktake", Map.of("clerk", "Bob"), Role.CANDIDATE))
        .isInstanceOfSatisfying(
            SessionRefusal.class,
            refusal -> assertThat(refusal.field()).isEqualTo("arguments.clerk"));
    assertThat(entries(ActionBegun.class)).isEmpty();
  }

  @Test
  void standBesideTheJobsOfTheSystem() {
    session.act("tidy", Map.of(), Role.CANDIDATE);
    session.act("stocktake", Map.of(), Role.CANDIDATE);

    assertThat(session.jobs()).extracting(JobView::name).containsExactly("stocktake", "tidying");
    assertThat(session.jobs().getLast().unit()).isEqualTo("shelves");
  }
}
