package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.Entry;
import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.exchange.Call;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.session.SessionRefusal.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private Rig rig;
  private Session session;

  @BeforeEach
  void open() {
    rig = new Rig(directory).start();
    session = rig.open();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static void assertRefused(Kind kind, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  private List<Entry> entries(Class<?> kind) {
    return session.entries(0).stream().filter(each -> kind.isInstance(each.event())).toList();
  }

  private SessionView.QuestionView question() {
    return Objects.requireNonNull(session.view().question());
  }

  private static Call get(String path) {
    return Call.get(path, Map.of(), System.nanoTime());
  }

  @Test
  void opensWithTheFirstQuestionAsked() {
    SessionView view = session.view();

    assertThat(Rig.kinds(session.entries(0)))
        .startsWith(Opened.class, PhaseEntered.class, Spoke.class, Spoke.class);
    assertThat(view.state()).isEqualTo("running");
    assertThat(view.phase()).isEqualTo("scope");
    assertThat(question().id()).isEqualTo("keys");
    assertThat(question().hintsLeft()).isEqualTo(2);
    assertThat(view.levers()).containsEntry("pool", "8").containsEntry("polite", "off");
    assertThat(view.objectives()).extracting("name").containsExactly("fast");
    assertThat(view.clock().remainingSeconds()).isBetween(44 * 60.0, 45 * 60.0);
    assertThat(view.seed()).isPositive();
  }

  @Test
  void answersAnAnswerWithWhatTheInterviewerSays() {
    List<Turn> turns = session.answer(Answer.says("I size the keys first because they last."));

    assertThat(turns).extracting(Turn::from).startsWith("candidate", "interviewer");
    assertThat(session.transcript(0)).endsWith(turns.getLast()).containsAll(turns);
    Answered said = (Answered) entries(Answered.class).getFirst().event();
    assertThat(said.mentions()).extracting("concept").contains("keys");
    assertThat(question().id()).isEqualTo("size");
  }

  @Test
  void numbersItsEntriesWithoutGapsWhoeverSpeaks() {
    Thread[] talkers =
        IntStream.range(0, 8)
            .mapToObj(talker ->
                Thread.ofVirtual().start(() -> session.note("note " + talker, "Ivy " + talker)))
            .toArray(Thread[]::new);
    for (Thread each : talkers) {
      join(each);
    }

    List<Entry> all = session.entries(0);
    assertThat(all)
        .extracting(Entry::seq)
        .isEqualTo(IntStream.rangeClosed(1, all.size()).mapToObj(Long::valueOf).toList());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takesEstimatesInAnyUnitOfTheirKindAndNoOther() {
    session.answer(Answer.says("keys because they matter"));

    assertThatThrownBy(() -> session.answer(Answer.estimates(3, "seconds", Map.of())))
        .isInstanceOfSatisfying(
            SessionRefusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("unit");
              assertThat(refusal.expected()).contains("GB");
            });
    session.answer(Answer.estimates(4_000, "MB", Map.of()));

    Answered said = (Answered) entries(Answered.class).getLast().event();
    assertThat(said.value()).isEqualTo(4_000);
    assertThat(said.text()).isEqualTo("4000 MB");
    assertThat(question().id()).isEqualTo("pick");
    assertRefused(Kind.INVALID, () -> session.answer(Answer.chooses("up")));
    session.answer(Answer.chooses("left"));
    assertThat(((Answered) entries(Answered.class).getLast().event()).text())
        .isEqualTo("To the left");
  }

  @Test
  void readsAnEstimateOutOfWords() {
    session.answer(Answer.says("keys because they matter"));

    session.answer(Answer.says("I would say 6 GB of rows"));

    Answered said = (Answered) entries(Answered.class).getLast().event();
    assertThat(said.value()).isEqualTo(6);
    assertThat(said.unit()).isEqualTo("GB");
  }

  @Test
  void refusesEmptyAndEndlessAnswers() {
    assertRefused(Kind.INVALID, () -> session.answer(Answer.says("  ")));
    assertRefused(Kind.INVALID, () -> session.answer(Answer.says("x".repeat(8_001))));
    assertRefused(Kind.CONFLICT, () -> session.answer(Answer.chooses("left")));
    assertThat(entries(Answered.class)).isEmpty();
  }

  @Test
  void givesHintsUntilThereAreNone() {
    assertThat(session.hint()).extracting(Turn::text).containsExactly("First");
    assertThat(session.hint()).extracting(Turn::text).containsExactly("Second");
    assertRefused(Kind.NO_HINT, () -> session.hint());
    assertThat(question().hintsLeft()).isZero();
  }

  @Test
  void changesLeversOnTheLiveSystem() {
    List<LeverView> levers =
        session.change(Map.of("pool", "16", "polite", "off"), "more slots", Role.CANDIDATE);

    assertThat(levers)
        .filteredOn(each -> each.name().equals("pool"))
        .extracting(LeverView::value, LeverView::initial)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("16", "8"));
    assertThat(entries(LeversChanged.class))
        .extracting(Entry::event)
        .containsExactly(
            new LeversChanged(
                Map.of("pool", "8"), Map.of("pool", "16"), "more slots", "candidate"));
    await().until(() -> rig.liveLevers(session).getOrDefault("pool", "").equals("16"));
  }

  @Test
  void refusesLeverValuesThatAreNotAllowedAndChangesNone() {
    assertThatThrownBy(
            () -> session.change(Map.of("polite", "on", "pool", "100"), "", Role.CANDIDATE))
        .isInstanceOfSatisfying(
            SessionRefusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("values.pool");
              assertThat(refusal.expected()).contains("1..64");
              assertThat(refusal.got()).isEqualTo("100");
            });
    assertRefused(Kind.INVALID, () -> session.change(Map.of("poll", "1"), "", Role.CANDIDATE));
    assertThat(session.view().levers()).containsEntry("polite", "off");
    assertThat(entries(LeversChanged.class)).isEmpty();
  }

  @Test
  void letsObserversOnlyWatch() {
    assertRefused(Kind.NOT_ALLOWED, () -> session.change(Map.of("pool", "2"), "", Role.OBSERVER));
    assertRefused(Kind.NOT_ALLOWED, () -> session.end(Role.OBSERVER));
    assertRefused(
        Kind.NOT_ALLOWED, () -> session.startRun(RunRequest.of("calm", List.of()), Role.OBSERVER));
  }

  @Test
  void servesItsLiveSystemAndKeepsWhatItMeasures() {
    assertThat(session.handle(get("/items/7")).body()).contains("item 7");

    await()
        .until(() ->
            entries(SecondPassed.class).stream()
                .map(each -> ((SecondPassed) each.event()).readings().numbers())
                .anyMatch(each -> each.getOrDefault("rate/read", 0.0) > 0));
    Series series = session.series(List.of("rate/read", "nothing"), 0, 1e9);
    assertThat(series.values()).containsOnlyKeys("rate/read");
    assertThat(series.values().get("rate/read")).hasSameSizeAs(series.elapsedSeconds());
    assertThat(session.prometheus()).contains("read");
  }

  @Test
  void showsTheSystemsOwnInstrumentsAndKeepsThatACandidateLooked() {
    assertThat(session.sheet("clerks", Map.of(), Role.CANDIDATE).text()).contains("Ann");
    session.sheet("clerks", Map.of(), Role.CANDIDATE);
    session.sheet("shelf", Map.of("only", "tea", "from", "7"), Role.CANDIDATE);
    session.sheet("clerks", Map.of(), Role.INTERVIEWER);

    assertRefused(Kind.INVALID, () -> session.sheet("shelves", Map.of(), Role.CANDIDATE));
    assertThat(entries(Looked.class))
        .extracting(Entry::event)
        .containsExactly(
            new Looked("sheet", "clerks"), new Looked("sheet", "shelf from=7 only=tea"));
  }

  @Test
  void keepsThatACandidateLookedButNotEveryPollOfAPage() {
    var slowest = new TraceQuery("", false, 0, 10, true);
    for (int poll = 0; poll < 20; poll++) {
      session.metrics(Role.CANDIDATE);
      session.traces(slowest, Role.CANDIDATE);
      session.traces(slowest, Role.INTERVIEWER);
    }
    session.sql("SELECT COUNT(*) FROM item", Role.CANDIDATE);

    assertThat(entries(Looked.class))
        .extracting(Entry::event)
        .containsExactly(
            new Looked("metrics", ""),
            new Looked("traces", "slowest"),
            new Looked("sql", "SELECT COUNT(*) FROM item"));
    assertRefused(Kind.INVALID, () -> session.sql("DROP TABLE item", Role.CANDIDATE));
  }

  @Test
  void runsOneLoadAtATimeAndComparesPredictedWithMeasured() {
    RunRequest short1 =
        new RunRequest(
            "calm", null, 1.0, null, null, List.of(new Prediction("count/reading", 200, "calls")));
    RunView going = session.startRun(short1, Role.CANDIDATE);

    assertThat(going.state()).isEqualTo("running");
    assertThat(going.plan()).isEqualTo("200/s for 1 s, open, even");
    assertRefused(Kind.RUN_GOING_ON, () -> session.startRun(short1, Role.CANDIDATE));
    await().until(() -> session.currentRun().isEmpty());
    RunView done = session.run(1, Role.CANDIDATE);
    assertThat(done.state()).isIn("done", "void");
    assertThat(done.offered()).isEqualTo(200);
    assertThat(done.operations()).extracting("name").containsExactly("reading");
    assertThat(done.predictions().getFirst().measured()).isEqualTo(200.0);
    session.change(Map.of("pool", "2"), "", Role.CANDIDATE);
    session.startRun(short1, Role.CANDIDATE);
    await().until(() -> session.currentRun().isEmpty());
    ComparisonView compared = session.compare(1, 2, Role.CANDIDATE);
    assertThat(compared.levers()).containsExactly(new ComparisonView.LeverChange("pool", "8", "2"));
    assertThat(compared.rows()).extracting("key").contains("p99/reading");
    assertThat(session.runs(Role.CANDIDATE)).hasSize(2);
  }

  @Test
  void stopsARun() {
    session.startRun(
        new RunRequest(null, 50.0, 60.0, Map.of("reading", 1.0), "open", null), Role.CANDIDATE);
    assertThat(session.currentRun()).isPresent();

    RunView stopped = session.stopRun(Role.CANDIDATE);

    assertThat(stopped.state()).isEqualTo("stopped");
    assertThat(session.currentRun()).isEmpty();
    assertRefused(Kind.NO_RUN, () -> session.stopRun(Role.CANDIDATE));
  }

  @Test
  void refusesRunsThatMakeNoSenseOrTooMuch() {
    assertRefused(
        Kind.INVALID, () -> session.startRun(RunRequest.of("calmer", List.of()), Role.CANDIDATE));
    assertRefused(Kind.INVALID, () -> session.startRun(own(0.0, 1.0), Role.CANDIDATE));
    assertRefused(Kind.INVALID, () -> session.startRun(own(1e9, 1.0), Role.CANDIDATE));
    assertRefused(Kind.INVALID, () -> session.startRun(own(1.0, 1e6), Role.CANDIDATE));
    assertThat(session.runs(Role.INTERVIEWER)).isEmpty();
  }

  private static RunRequest own(double rate, double seconds) {
    return new RunRequest(null, rate, seconds, null, null, null);
  }

  @Test
  void startsFaultsOnlyInAHealthySystemUnlessForced() {
    assertRefused(
        Kind.NOT_HEALTHY, () -> session.startFault("store-slow", null, false, Role.CANDIDATE));
    assertRefused(
        Kind.NOT_ALLOWED, () -> session.startFault("store-cut", null, false, Role.CANDIDATE));
    assertRefused(
        Kind.NOT_ALLOWED, () -> session.startFault("store-slow", null, true, Role.CANDIDATE));
    assertRefused(
        Kind.INVALID, () -> session.startFault("store-slow", 1e6, true, Role.INTERVIEWER));

    FaultView fault = session.startFault("store-slow", 50.0, true, Role.INTERVIEWER);

    assertThat(fault.active()).isTrue();
    assertThat(rig.liveFaults(session)).containsExactly("store-slow");
    assertThat(session.view().faults()).as("what a candidate may see").isEmpty();
    assertThat(session.entries(0, Role.CANDIDATE))
        .noneMatch(each -> each.event() instanceof FaultStarted);
    session.stopFault("store-slow", Role.INTERVIEWER);
    assertThat(rig.liveFaults(session)).isEmpty();
    assertThat(entries(FaultStopped.class)).hasSize(1);
  }

  @Test
  void standsWhilePausedAndRefusesTheCandidate() {
    session.pause("fire alarm", Role.CANDIDATE);

    double stoodAt = session.view().clock().elapsedSeconds();
    assertThat(session.view().state()).isEqualTo("paused");
    assertRefused(Kind.PAUSED, () -> session.answer(Answer.says("keys because of this")));
    assertRefused(Kind.PAUSED, () -> session.change(Map.of("pool", "2"), "", Role.CANDIDATE));
    assertThat(session.view().clock().elapsedSeconds()).isEqualTo(stoodAt);
    session.resume(Role.CANDIDATE);
    await().until(() -> session.view().clock().elapsedSeconds() > stoodAt);
    assertThat(session.answer(Answer.says("keys because of this"))).hasSizeGreaterThan(1);
  }

  @Test
  void resetsTheLiveSystemToTheStart() {
    session.change(Map.of("pool", "16"), "", Role.CANDIDATE);
    session.startFault("store-slow", null, true, Role.INTERVIEWER);

    session.reset(Role.CANDIDATE);

    assertThat(session.view().levers()).containsEntry("pool", "8");
    assertThat(rig.liveLevers(session)).containsEntry("pool", "8");
    assertThat(rig.liveFaults(session)).isEmpty();
  }

  @Test
  void resetsWithWhatIsReadOnlyThen() {
    session.change(Map.of("shelves", "5", "pool", "16"), "", Role.CANDIDATE);
    session.reset(Role.CANDIDATE);

    assertThat(session.view().levers()).containsEntry("shelves", "5").containsEntry("pool", "8");
    assertThat(rig.liveLevers(session)).containsEntry("shelves", "5").containsEntry("pool", "8");
  }

  @Test
  void staysReadableAfterTheEndAndTakesOnlyNotes() {
    session.answer(Answer.says("keys because they matter"));
    List<Turn> said = session.transcript(0);

    session.end(Role.CANDIDATE);

    assertThat(session.view().state()).isEqualTo("ended");
    assertThat(session.view().endedWhy()).isEqualTo("candidate");
    assertThat(session.transcript(0)).isEqualTo(said);
    assertRefused(Kind.ENDED, () -> session.answer(Answer.says("one more thing")));
    assertRefused(Kind.ENDED, () -> session.prometheus());
    assertThat(session.handle(get("/items/1")).status()).isEqualTo(410);
    session.note("good talk", "Ivy");
    assertThat(Rig.kinds(session.entries(0)))
        .containsSequence(Ended.class, dev.hotseat.event.SessionEvent.NoteTaken.class);
  }

  @Test
  void tellsOfARunBeforeItsEnd() {
    session.startRun(own(20.0, 30.0), Role.CANDIDATE);

    session.end(Role.INTERVIEWER);

    assertThat(session.runs(Role.INTERVIEWER))
        .extracting(RunView::state)
        .containsExactly("stopped");
    assertThat(Rig.kinds(session.entries(0))).endsWith(Ended.class);
  }

  @Nested
  class WhenSomebodyReadsAlong {
    @Test
    void givesEveryEntryOnceInOrderFromAnywhere() throws InterruptedException {
      session.answer(Answer.says("keys because they matter"));
      long last;
      try (Tail tail = session.tail(0)) {
        List<Entry> first = tail.next(PATIENCE);
        assertThat(first.getFirst().seq()).isEqualTo(1);
        last = first.getLast().seq();
      }

      try (Tail tail = session.tail(last)) {
        session.answer(Answer.estimates(5, "GB", Map.of()));
        session.end(Role.CANDIDATE);
        long expected = last;
        while (!tail.finished()) {
          for (Entry entry : tail.next(PATIENCE)) {
            assertThat(entry.seq()).isEqualTo(++expected);
          }
        }
        assertThat(expected).isEqualTo(session.view().lastSeq());
      }
    }

    @Test
    void wakesAReaderWhoWaits() throws InterruptedException {
      try (Tail tail = session.tail(session.view().lastSeq())) {
        Thread.ofVirtual().start(() -> session.note("psst", "Ivy"));

        List<Entry> seen = tail.next(PATIENCE);

        assertThat(seen).isNotEmpty();
      }
    }

    @Test
    void hidesFromTheCandidateWhatIsNotTheCandidates() throws InterruptedException {
      session.answer(Answer.says("keys because they matter"));
      session.note("nervous", "Ivy");

      try (Tail tail = session.tail(0, Role.CANDIDATE)) {
        List<Entry> seen = tail.next(PATIENCE);
        assertThat(Rig.kinds(seen))
            .contains(Answered.class)
            .doesNotContain(dev.hotseat.event.SessionEvent.NoteTaken.class);
        assertThat(seen)
            .filteredOn(each -> each.event() instanceof Answered)
            .allSatisfy(each -> assertThat(((Answered) each.event()).mentions()).isEmpty());
      }
    }
  }
}
