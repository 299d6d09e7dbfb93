package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.scoring.Report;
import dev.hotseat.session.SessionRefusal.Kind;
import dev.hotseat.testing.Kiosk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server goes down without a word to its sessions, and comes back over the same directory.
class RecoveryTest {
  @TempDir private Path directory;
  private Rig rig;
  private Opening opening;
  private Session session;

  @BeforeEach
  void open() {
    rig = new Rig(directory).start();
    opening = rig.hall.open(OpenRequest.practice(Rig.PLAY));
    session = opening.session();
    session.answer(Answer.says("I size the keys because they last"));
    session.change(Map.of("pool", "16"), "room", Role.CANDIDATE);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void restart() {
    restart(new Kiosk());
  }

  /// As a server that has another kiosk.
  private void restart(Kiosk kiosk) {
    rig.close();
    rig = new Rig(directory, kiosk).start();
    session = rig.hall.find(session.id()).orElseThrow();
  }

  private static List<Entry> until(Session session, long seq) {
    return session.entries(0).stream().filter(each -> each.seq() <= seq).toList();
  }

  @Test
  void losesNothingThatWasAcknowledgedAndGoesOn() {
    session.answer(Answer.estimates(5, "GB", Map.of()));
    List<Turn> said = session.transcript(0);
    long last = session.view().lastSeq();
    List<Entry> before = until(session, last);
    double elapsed = session.view().clock().elapsedSeconds();
    String liveId = session.view().liveId();

    restart();

    assertThat(until(session, last)).isEqualTo(before);
    assertThat(session.transcript(0)).startsWith(said.toArray(Turn[]::new));
    assertThat(session.view().levers()).containsEntry("pool", "16");
    assertThat(rig.liveLevers(session)).containsEntry("pool", "16");
    assertThat(session.view().clock().elapsedSeconds()).isBetween(elapsed - 1, elapsed + 30);
    assertThat(session.entries(last)).anyMatch(each -> each.event() instanceof Recovered);
    assertThat(rig.hall.findByLiveId(liveId)).isPresent();
    assertThat(session.answer(Answer.chooses("left"))).hasSizeGreaterThan(1);
    await().until(() -> session.entries(last).stream().anyMatch(RecoveryTest::isSecond));
  }

  private static boolean isSecond(Entry entry) {
    return entry.event() instanceof SecondPassed;
  }

  @Test
  void rebuildsUnaskedSessionsBehindTheOpenDoor() {
    rig.close();
    rig = new Rig(directory).start();

    await().until(() -> rig.hall.list().getFirst().phase().equals("scope"));
  }

  @Test
  void keepsTokensGoodAndOnlyTheirHashes() throws SQLException {
    restart();

    assertThat(rig.hall.grant(opening.tokens().candidate()))
        .hasValue(new Grant(session.id(), Role.CANDIDATE));
    assertThat(rig.hall.grant(opening.tokens().interviewer()))
        .hasValue(new Grant(session.id(), Role.INTERVIEWER));
    assertThat(rig.hall.grant(opening.tokens().observer()))
        .hasValue(new Grant(session.id(), Role.OBSERVER));
    assertThat(rig.hall.grant(opening.tokens().candidate() + "x")).isEmpty();
    assertThat(rig.journal.head(session.id()).orElseThrow().about())
        .doesNotContain(opening.tokens().candidate())
        .contains(Secrets.hash(opening.tokens().candidate()));
  }

  @Test
  void marksARunThatWasCutOffAsFailed() {
    session.startRun(new RunRequest(null, 20.0, 60.0, null, null, null), Role.CANDIDATE);

    restart();

    assertThat(session.currentRun()).isEmpty();
    assertThat(session.run(1, Role.INTERVIEWER).state()).isEqualTo("failed");
    assertThat(Rig.kinds(session.entries(0)))
        .containsSubsequence(RunFinished.class, Recovered.class);
  }

  @Test
  void stopsWhateverFaultWasBiting() {
    session.startFault("store-slow", null, true, Role.INTERVIEWER);

    restart();

    assertThat(session.faults(Role.INTERVIEWER)).noneMatch(FaultView::active);
    assertThat(rig.liveFaults(session)).isEmpty();
  }

  @Test
  void putsALeverWhereItBeganThatTheServerDoesNotAllowAnyMore() {
    restart(Kiosk.withSlotsUpTo(8));

    assertThat(rig.liveLevers(session)).containsEntry("pool", "8");
    assertThat(session.entries(0))
        .map(Entry::event)
        .contains(
            new LeversChanged(
                Map.of("pool", "16"),
                Map.of("pool", "8"),
                "not to be had on this server any more",
                "server"));
    restart(Kiosk.withSlotsUpTo(8));
    assertThat(Rig.kinds(session.entries(0)))
        .as("told once, and not at every start")
        .filteredOn(LeversChanged.class::equals)
        .hasSize(2);
  }

  @Test
  void staysPausedIfItWas() {
    session.pause("lunch", Role.CANDIDATE);
    double stood = session.view().clock().elapsedSeconds();

    restart();

    assertThat(session.view().state()).isEqualTo("paused");
    assertThat(session.view().clock().elapsedSeconds()).isEqualTo(stood);
  }

  @Test
  void givesTheSameReportOfAnEndedSessionFromTheJournalAlone() {
    session.end(Role.CANDIDATE);
    Report before = session.report();
    List<RunView> runs = session.runs(Role.INTERVIEWER);
    List<Entry> entries = session.entries(0);

    restart();

    assertThat(session.view().state()).isEqualTo("ended");
    assertThat(session.entries(0)).isEqualTo(entries);
    assertThat(session.report()).isEqualTo(before);
    assertThat(session.report()).isEqualTo(session.report());
    assertThat(session.runs(Role.INTERVIEWER)).isEqualTo(runs);
    assertThat(rig.hall.findByLiveId(session.view().liveId())).isEmpty();
    assertThat(rig.hall.list().getFirst().state()).isEqualTo("ended");
  }

  @Test
  void comparesRunsOfBeforeAndAfter() {
    RunRequest quick = new RunRequest("calm", null, 0.5, null, null, null);
    session.startRun(quick, Role.CANDIDATE);
    await().until(() -> session.currentRun().isEmpty());

    restart();
    session.startRun(quick, Role.CANDIDATE);
    await().until(() -> session.currentRun().isEmpty());

    assertThat(session.compare(1, 2, Role.CANDIDATE).rows())
        .extracting(ComparisonView.Row::key)
        .contains("p99/reading");
  }

  @Test
  void listsASessionWhoseScenarioIsGoneAndServesTheOthers() {
    rig.close();
    rig = new Rig(directory);
    rig.scenarios.clear();
    rig.start();

    assertThatThrownBy(() -> rig.hall.find(session.id()))
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNREADABLE));
    assertThat(rig.hall.list())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.state()).isEqualTo("unreadable");
          assertThat(each.problem()).contains("no scenario play");
        });
    rig.scenarios.put(Rig.PLAY, Rig.play());
    assertThat(rig.open().view().state()).isEqualTo("running");
  }

  @Test
  void namesTheDamagedEntryAndServesTheOthers() throws SQLException {
    Session other = rig.open();
    rig.close();
    String url = "jdbc:h2:file:" + directory.resolve("journal");
    try (Connection open = DriverManager.getConnection(url, "hotseat", "");
        Statement change = open.createStatement()) {
      change.executeUpdate(
          "UPDATE line SET elapsed = elapsed + 1 WHERE seq = 3 AND stream = '"
              + session.id()
              + "'");
    }

    rig = new Rig(directory).start();

    assertThatThrownBy(() -> rig.hall.find(session.id()))
        .isInstanceOf(SessionRefusal.class)
        .hasMessageContaining("line 3");
    assertThat(rig.hall.find(other.id()).orElseThrow().view().state()).isEqualTo("running");
  }
}
