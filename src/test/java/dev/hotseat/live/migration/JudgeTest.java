package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.migration.Flaw.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One customer, two tables, and what its clients were told.
class JudgeTest {
  private static final OldRow OLD = new OldRow(5, "Ada Lovelace", "a@x.org", 12.5, "UK", 4);

  private boolean oldServes = true;
  private boolean ought = true;
  private boolean perhapsRemoved;

  @Test
  void findsNothingWrongWithTwoTablesThatAgree() {
    assertThat(judged(OLD, converted(OLD), known(4))).isEmpty();
    assertThat(judged(OLD, converted(OLD), null)).isEmpty();
  }

  @Test
  void missesWhoOughtToBeInTheNewTable() {
    assertThat(judged(OLD, null, known(4))).contains(Kind.MISSING);

    ought = false;
    assertThat(judged(OLD, null, known(4))).isEmpty();
  }

  @Test
  void callsAnOlderVersionStale() {
    assertThat(judged(OLD, converted(version(3)), known(4))).contains(Kind.STALE);
    assertThat(judged(version(3), converted(OLD), known(4))).contains(Kind.STALE);

    oldServes = false;
    assertThat(judged(version(3), converted(OLD), known(4))).isEmpty();
  }

  @Test
  void callsAnotherConversionWrong() {
    NewRow right = converted(OLD);
    NewRow wrong =
        new NewRow(5, "Ada", "Lovelace", "a@x.org", right.creditMinor() + 1, "GBP", "GB", 4);

    assertThat(judged(OLD, wrong, known(4))).contains(Kind.WRONG);
    assertThat(judged(null, wrong, known(4))).contains(Kind.STALE);

    oldServes = false;
    assertThat(judged(null, wrong, known(4))).contains(Kind.WRONG);
  }

  @Test
  void callsAnAcknowledgedWriteThatIsNowhereLost() {
    assertThat(judged(version(3), converted(version(3)), known(4))).contains(Kind.LOST);
    assertThat(judged(null, null, known(4))).contains(Kind.LOST);
    assertThat(judged(null, null, null)).contains(Kind.LOST);
  }

  @Test
  void callsAVersionThatSaysSomethingElseLost() {
    OldRow other = new OldRow(5, "Grace Hopper", "g@x.org", 1, "US", 4);

    assertThat(judged(other, converted(other), known(4))).contains(Kind.LOST);
  }

  @Test
  void takesWhatIsNewerThanAnybodyWasToldForNoFlaw() {
    assertThat(judged(version(5), converted(version(5)), known(4))).isEmpty();
  }

  @Test
  void knowsThatAnUnansweredRemovalMayHaveHappened() {
    perhapsRemoved = true;

    assertThat(judged(null, null, known(4))).isEmpty();
    assertThat(judged(null, converted(OLD), known(4))).contains(Kind.STALE);
  }

  @Test
  void wantsNobodyBackWhoWasRemoved() {
    assertThat(judged(null, null, gone(Told.Kind.DELETED))).isEmpty();
    assertThat(judged(null, converted(OLD), gone(Told.Kind.DELETED))).contains(Kind.STALE);
    assertThat(judged(OLD, null, gone(Told.Kind.DELETED))).contains(Kind.LOST);
    assertThat(judged(null, converted(OLD), gone(Told.Kind.ERASED)))
        .contains(Kind.ERASED_BUT_THERE);
    assertThat(judged(OLD, null, gone(Told.Kind.ERASED))).contains(Kind.ERASED_BUT_THERE);
  }

  @Test
  void findsTheErasedInTheNotesOfTheCopying() {
    Pair mentioned = new Pair(5, null, null, true);

    assertThat(Judge.judge(mentioned, Optional.of(gone(Told.Kind.ERASED)), new Asked()))
        .map(Flaw::kind)
        .contains(Kind.ERASED_BUT_THERE);
    assertThat(Judge.judge(mentioned, Optional.of(gone(Told.Kind.DELETED)), new Asked())).isEmpty();
  }

  /// A write that was meant for one table only is to blame itself; one that reached both was
  /// overwritten by the copying.
  @Test
  void namesTheStepThatDidIt() {
    Pair stale = new Pair(5, OLD, converted(version(3)), false);

    assertThat(Judge.judge(stale, Optional.of(known(4)), new Asked()).map(Flaw::cause))
        .contains("the copying");
    assertThat(Judge.judge(stale, Optional.of(alone(4)), new Asked()).map(Flaw::cause))
        .contains("step 7");
  }

  private Optional<Kind> judged(
      @Nullable OldRow old, @Nullable NewRow fresh, @Nullable Known known) {
    return Judge.judge(new Pair(5, old, fresh, false), Optional.ofNullable(known), new Asked())
        .map(Flaw::kind);
  }

  private static OldRow version(long version) {
    return new OldRow(5, OLD.name(), OLD.email(), OLD.credit(), OLD.country(), version);
  }

  private static NewRow converted(OldRow old) {
    return Rules.convert(old).row();
  }

  private static Known known(long version) {
    return known(version, true);
  }

  private static Known alone(long version) {
    return known(version, false);
  }

  private static Known known(long version, boolean reachesNew) {
    return new Known(
        5, Told.Kind.WRITTEN, version, 1, Mark.of(OLD), Mark.of(converted(OLD)), 7, 0, reachesNew);
  }

  private static Known gone(Told.Kind kind) {
    return new Known(5, kind, 5, 1, 0, 0, 7, 0, true);
  }

  private final class Asked implements Terms {
    @Override
    public boolean oldServes() {
      return oldServes;
    }

    @Override
    public boolean altered() {
      return false;
    }

    @Override
    public boolean oughtInNew(long id, Optional<Known> known) {
      return ought;
    }

    @Override
    public Optional<OldRow> seeded(long id) {
      return Optional.of(version(1));
    }

    @Override
    public boolean perhapsRemoved(long id) {
      return perhapsRemoved;
    }

    @Override
    public String cause(int number) {
      return "step " + number;
    }

    @Override
    public Optional<String> dropped() {
      return Optional.empty();
    }

    @Override
    public String copiedBy() {
      return "the copying";
    }
  }
}
