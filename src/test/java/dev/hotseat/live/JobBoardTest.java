package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.live.Jobs.Job;
import dev.hotseat.live.Jobs.Standing;
import dev.hotseat.live.Jobs.State;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobBoardTest {
  private final AtomicLong now = new AtomicLong(5);
  private final JobBoard board = new JobBoard(now::get);

  private void seconds(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private Standing last() {
    return board.all().getLast();
  }

  private static double left(Standing job) {
    return Objects.requireNonNull(job.secondsLeft());
  }

  /// Goes on for some seconds at a speed, telling of it once a second.
  private void goOn(Job job, int seconds, double perSecond) {
    for (int second = 0; second < seconds; second++) {
      seconds(1);
      job.progress(last().done() + perSecond);
    }
  }

  @Test
  void showsHowFarItIsHowFastAndHowLongItWillTake() {
    Job job = board.start("backfill", "Copies rows", "rows", 1_000);

    assertThat(last().secondsLeft()).as("nothing is known yet").isNull();
    goOn(job, 10, 20);

    assertThat(last().state()).isEqualTo(State.RUNNING);
    assertThat(last().done()).isEqualTo(200);
    assertThat(last().perSecond()).isCloseTo(20, within(1e-6));
    assertThat(left(last())).isCloseTo(40, within(1e-6));
  }

  @Test
  void followsASpeedThatChanges() {
    Job job = board.start("backfill", "Copies rows", "rows", 1_000);
    goOn(job, 20, 20);

    goOn(job, 9, 2);

    assertThat(last().perSecond()).isCloseTo(2, within(1e-6));
  }

  @Test
  void slowsDownInViewWhenItIsStuck() {
    Job job = board.start("index", "Builds an index", "rows", 1_000);
    goOn(job, 6, 10);

    seconds(54);

    assertThat(last().perSecond()).isLessThan(1.1);
    assertThat(left(last())).isGreaterThan(800);
  }

  @Test
  void standsStillWhilePausedAndDoesNotCountThatTime() {
    Job job = board.start("backfill", "Copies rows", "rows", 100);
    goOn(job, 5, 10);

    job.pause();
    seconds(1_000);

    assertThat(last().state()).isEqualTo(State.PAUSED);
    assertThat(last().perSecond()).isZero();
    assertThat(last().secondsLeft()).isNull();

    job.resume();
    goOn(job, 5, 10);
    job.done("All rows are there.");

    assertThat(last().perSecond()).as("on average").isCloseTo(10, within(1e-6));
  }

  @Test
  void endsOnce() {
    Job job = board.start("check", "Compares", "rows", 10);
    seconds(1);
    job.progress(4);

    job.failed("The worker died.");
    job.progress(9);
    job.resume();
    job.done("Fine.");

    assertThat(last().state()).isEqualTo(State.FAILED);
    assertThat(last().done()).isEqualTo(4);
    assertThat(last().note()).isEqualTo("The worker died.");
  }

  @Test
  void staysCancelledWhatComesAfter() {
    Job job = board.start("check", "Compares", "rows", 10);
    seconds(2);
    job.progress(4);

    job.cancelled("by Ann");
    job.failed("The worker died.");
    seconds(2);

    assertThat(last().state()).isEqualTo(State.CANCELLED);
    assertThat(last().state().over()).isTrue();
    assertThat(last().note()).isEqualTo("by Ann");
    assertThat(last().perSecond()).isCloseTo(2, within(1e-6));
    assertThat(last().secondsLeft()).isNull();
  }

  @Test
  void showsSoManyAndLetsGoOfThoseThatAreOverFirst() {
    board.start("going", "Goes on", "s", 1);
    board.start("over", "Is over", "s", 1).done("");
    for (int more = 2; more < JobBoard.SHOWN_MAX; more++) {
      board.start("more", "Goes on", "s", 1);
    }

    board.start("last", "Goes on", "s", 1);

    assertThat(board.all()).hasSize(JobBoard.SHOWN_MAX);
    assertThat(board.all()).extracting(Standing::name).contains("going", "last");
    assertThat(board.all()).extracting(Standing::name).doesNotContain("over");
    assertThat(last().number()).isEqualTo(JobBoard.SHOWN_MAX + 1);
  }

  @Test
  void hasSomethingToDo() {
    assertThatIllegalArgumentException().isThrownBy(() -> board.start("none", "", "rows", 0));
  }
}
