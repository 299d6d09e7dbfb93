package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.journal.Head;
import dev.hotseat.journal.Journal;
import dev.hotseat.journal.JournalFailure;
import dev.hotseat.journal.Line;
import dev.hotseat.session.SessionRefusal.Kind;
import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallTest {
  @TempDir private Path directory;

  private static SessionLimits limits(int openMax, int opensPerMinute, int lagMax) {
    SessionLimits usual = SessionLimits.USUAL;
    return new SessionLimits(
        openMax,
        opensPerMinute,
        usual.answerCharsMax(),
        usual.arrivalsPerSecondMax(),
        usual.runMax(),
        usual.idleMax(),
        usual.retention(),
        usual.sweepEvery(),
        lagMax,
        usual.looksPerMinute(),
        usual.clockSpeed(),
        20,
        usual.lateMax());
  }

  private static void assertRefused(Kind kind, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  @Test
  void refusesWhatCannotBeOpened() {
    try (Rig rig = new Rig(directory).start()) {
      assertRefused(
          Kind.NO_SUCH_SCENARIO, () -> rig.hall.open(OpenRequest.practice("no-such-play")));
      assertRefused(
          Kind.INVALID,
          () -> rig.hall.open(new OpenRequest(Rig.PLAY, "exam", null, null, null, null)));
      assertRefused(
          Kind.INVALID,
          () -> rig.hall.open(new OpenRequest(Rig.PLAY, null, null, 9.0, null, null)));
      assertRefused(
          Kind.INVALID,
          () -> rig.hall.open(new OpenRequest(Rig.PLAY, null, null, null, null, 30.0)));
      assertThat(rig.hall.list()).isEmpty();
      assertThat(rig.journal.streams()).isEmpty();
    }
  }

  @Test
  void keepsSeedMultiplierNameAndSpeedOfAnOpening() {
    try (Rig rig = new Rig(directory, limits(10, 10, 2_000)).start()) {
      OpenRequest request = new OpenRequest(Rig.PLAY, "interview", 4711L, 1.5, " Ann ", 20.0);

      SessionView view = rig.hall.open(request).session().view();

      assertThat(view.seed()).isEqualTo(4711);
      assertThat(view.mode()).isEqualTo("interview");
      assertThat(view.candidate()).isEqualTo("Ann");
      assertThat(view.clock().timeMultiplier()).isEqualTo(1.5);
      assertThat(view.clock().speed()).isEqualTo(20);
      assertThat(view.clock().remainingSeconds()).isBetween(60 * 60.0, 67.5 * 60);
    }
  }

  @Test
  void letsInNoMoreThanThereIsRoomFor() {
    try (Rig rig = new Rig(directory, limits(2, 100, 2_000)).start()) {
      Session first = rig.open();
      rig.open();

      assertRefused(Kind.FULL, rig::open);
      first.end(Role.HOST);

      assertThat(rig.open().view().state()).isEqualTo("running");
    }
  }

  @Test
  void letsInNoMoreThanSoManyInAMinute() {
    try (Rig rig = new Rig(directory, limits(100, 2, 2_000)).start()) {
      rig.open();
      rig.open();

      assertRefused(Kind.TOO_FAST, rig::open);
    }
  }

  @Test
  void keepsSessionsApart() {
    try (Rig rig = new Rig(directory).start()) {
      Session one = rig.open();
      Session two = rig.open();

      one.answer(Answer.says("keys because they matter"));
      one.change(Map.of("pool", "2"), "", Role.CANDIDATE);
      one.startFault("store-cut", null, true, Role.INTERVIEWER);

      assertThat(two.transcript(0)).noneMatch(each -> each.from().equals("candidate"));
      assertThat(rig.liveLevers(two)).containsEntry("pool", "8");
      assertThat(rig.liveFaults(two)).isEmpty();
      assertThat(two.view().liveId()).isNotEqualTo(one.view().liveId());
    }
  }

  @Test
  void erasesASessionToTheLastTrace() {
    try (Rig rig = new Rig(directory).start()) {
      Opening gone = rig.hall.open(OpenRequest.practice(Rig.PLAY));
      Session kept = rig.open();
      String id = gone.session().id();
      String liveId = gone.session().view().liveId();
      Tail tail = gone.session().tail(0);

      assertThat(rig.hall.erase(id)).isTrue();

      assertThat(rig.hall.erase(id)).isFalse();
      assertThat(rig.hall.find(id)).isEmpty();
      assertThat(rig.hall.findByLiveId(liveId)).isEmpty();
      assertThat(rig.hall.grant(gone.tokens().candidate())).isEmpty();
      assertThat(rig.hall.export(id)).isEmpty();
      assertThat(rig.journal.streams()).extracting(Head::stream).containsExactly(kept.id());
      assertThat(rig.hall.list()).extracting(Summary::id).containsExactly(kept.id());
      await().until(() -> drained(tail));
    }
  }

  private static boolean drained(Tail tail) throws InterruptedException {
    tail.next(Duration.ofMillis(10));
    return tail.finished();
  }

  @Test
  void exportsEverythingHeld() {
    try (Rig rig = new Rig(directory).start()) {
      Session session = rig.open();
      session.answer(Answer.says("keys because they matter"));
      session.end(Role.CANDIDATE);

      Export export = rig.hall.export(session.id()).orElseThrow();

      assertThat(export.entries()).isEqualTo(session.entries(0));
      assertThat(export.scenario()).isEqualTo(Rig.PLAY);
    }
  }

  @Test
  void endsSessionsNobodyAttendsAndErasesOldOnes() {
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    World world =
        new World(
            () -> Instant.now().plus(ahead.get()),
            System::nanoTime,
            TimeUnit.NANOSECONDS::sleep,
            new Dice(0));
    try (Rig rig = new Rig(directory, SessionLimits.USUAL, UnaryOperator.identity(), world)) {
      rig.start();
      Session session = rig.open();

      rig.hall.sweep();
      assertThat(session.view().state()).isEqualTo("running");
      ahead.set(Duration.ofHours(2).plusSeconds(5));
      rig.hall.sweep();
      assertThat(session.view().endedWhy()).isEqualTo("expired");
      assertThat(Rig.kinds(session.entries(0))).endsWith(Ended.class);
      ahead.set(Duration.ofDays(29));
      rig.hall.sweep();
      assertThat(rig.hall.find(session.id())).isPresent();
      ahead.set(Duration.ofDays(31));
      rig.hall.sweep();

      assertThat(rig.hall.find(session.id())).isEmpty();
      assertThat(rig.journal.streams()).isEmpty();
    }
  }

  @Test
  void cutsAReaderThatFallsBehind() throws InterruptedException {
    try (Rig rig = new Rig(directory, limits(10, 10, 10)).start()) {
      Session session = rig.open();
      try (Tail tail = session.tail(0)) {
        while (tail.next(Duration.ofMillis(10)).isEmpty() || session.view().lastSeq() == 0) {
          Thread.onSpinWait();
        }
        for (int note = 0; note < 12; note++) {
          session.note("note " + note, "Ivy");
        }

        assertRefused(Kind.CUT, () -> tail.next(Duration.ofMillis(10)));
      }
      assertThat(session.entries(0).size()).isGreaterThan(12);
    }
  }

  @Test
  void changesNothingWhenTheJournalCannotBeWritten() {
    AtomicBoolean broken = new AtomicBoolean();
    try (Rig rig =
        new Rig(directory, SessionLimits.USUAL, real -> new BreakableJournal(real, broken))
            .start()) {
      Session session = rig.open();
      broken.set(true);
      long before = session.view().lastSeq();

      assertRefused(Kind.STORAGE, () -> session.answer(Answer.says("keys because of that")));
      assertRefused(Kind.STORAGE, () -> session.change(Map.of("pool", "2"), "", Role.CANDIDATE));
      assertRefused(Kind.STORAGE, () -> session.pause("lunch", Role.CANDIDATE));
      assertThat(session.view().lastSeq()).isEqualTo(before);
      assertThat(session.view().state()).isEqualTo("running");
      assertThat(rig.liveLevers(session)).containsEntry("pool", "8");
      assertThat(session.transcript(0)).noneMatch(each -> each.from().equals("candidate"));
      broken.set(false);

      assertThat(session.answer(Answer.says("keys because of that"))).hasSizeGreaterThan(1);
      await()
          .until(() ->
              session.entries(0).stream().anyMatch(each -> each.event() instanceof SecondPassed));
    }
  }

  private record BreakableJournal(Journal real, AtomicBoolean broken) implements Journal {
    private void check() {
      if (broken.get()) {
        throw new JournalFailure(JournalFailure.Kind.FULL, "no space is left");
      }
    }

    @Override
    public void create(String stream, Instant at, String about, List<Line> lines) {
      check();
      real.create(stream, at, about, lines);
    }

    @Override
    public void append(String stream, List<Line> lines) {
      check();
      real.append(stream, lines);
    }

    @Override
    public List<Line> read(String stream, long afterSeq, int limit) {
      return real.read(stream, afterSeq, limit);
    }

    @Override
    public List<Head> streams() {
      return real.streams();
    }

    @Override
    public Optional<Head> head(String stream) {
      return real.head(stream);
    }

    @Override
    public boolean erase(String stream) {
      return real.erase(stream);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
