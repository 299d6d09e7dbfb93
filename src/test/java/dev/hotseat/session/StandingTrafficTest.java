package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Profile;
import dev.hotseat.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Customers who come whatever the candidate does, in rounds of a second.
class StandingTrafficTest {
  private static final Profile EVERYBODY =
      Profile.steady("everybody", 100, Duration.ofSeconds(1), List.of(Flow.of("reading", 1)));

  @TempDir private Path directory;
  private Rig rig;
  private Session session;

  @BeforeEach
  void open() {
    rig = rig();
    session = rig.open();
    awaitTrafficAfter(0);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private Rig rig() {
    Rig made = new Rig(directory);
    Scenario busy = Rig.withTraffic(Rig.play(), EVERYBODY);
    made.scenarios.put(Rig.PLAY, busy);
    return made.start();
  }

  private static boolean busy(Entry entry) {
    return entry.event() instanceof SecondPassed(var readings)
        && readings.number("rate/read").orElse(0) > 20;
  }

  /// Several rounds of it, after an entry.
  private void awaitTrafficAfter(long seq) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> session.entries(seq).stream().filter(StandingTrafficTest::busy).count() >= 3);
  }

  @Test
  void isNobodysLoadRun() {
    assertThat(session.view().run()).isNull();
    assertThat(session.runs(Role.CANDIDATE)).isEmpty();
    assertThat(session.entries(0)).noneMatch(each -> each.event() instanceof RunStarted);
  }

  @Test
  void goesOnBesideALoadRunAndAfterAReset() {
    session.startRun(RunRequest.of("calm", List.of()), Role.CANDIDATE);
    session.stopRun(Role.CANDIDATE);
    session.reset(Role.CANDIDATE);
    Entry reset =
        session.entries(0).stream()
            .filter(each -> each.event() instanceof SystemReset)
            .findFirst()
            .orElseThrow();

    awaitTrafficAfter(reset.seq());

    assertThat(session.runs(Role.CANDIDATE)).hasSize(1);
  }

  @Test
  void goesOnAfterARestartOfTheServer() {
    long last = session.view().lastSeq();
    rig.close();

    rig = rig();
    session = rig.hall.find(session.id()).orElseThrow();

    awaitTrafficAfter(last);
  }

  @Test
  void doesNotKnowOfPauses() {
    session.pause("", Role.CANDIDATE);
    double before = session.metrics(Role.CANDIDATE).orElseThrow().second();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            session
                .metrics(Role.CANDIDATE)
                .filter(each -> each.second() > before + 1)
                .filter(each -> each.number("rate/read").orElse(0) > 20)
                .isPresent());
  }
}
