package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.migration.Steps.Step;
import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Which step a request is counted with.
class ImpactTest {
  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong();
  private final Steps steps =
      new Steps(new World(InstantSource.system(), now::get, now::addAndGet, new Dice(1)));
  private final Impact impact = new Impact(steps);

  @Test
  void whoWaitedForAStepIsAnsweredAfterItAndCountsWithItEvenIfItFailed() {
    Step create = steps.begin("create-new-table");
    create.done("done.");
    now.addAndGet(100 * MILLI);
    Step copy = steps.begin("one-big-update");
    now.addAndGet(800 * MILLI);
    copy.cancelled();
    now.addAndGet(MILLI);

    impact.note(Impact.Kind.WRITE, 700 * MILLI, false);

    assertThat(impact.of("one-big-update").longestWriteMillis()).isEqualTo(700);
    assertThat(impact.of("create-new-table").requests()).isZero();
    assertThat(impact.worstStallMillis()).isEqualTo(700);
  }

  @Test
  void whoCameAfterAStepCountsWithItButIsNoStallOfIt() {
    Step create = steps.begin("create-new-table");
    create.done("done.");
    now.addAndGet(900 * MILLI);

    impact.note(Impact.Kind.READ, 600 * MILLI, false);

    assertThat(impact.of("create-new-table").longestReadMillis()).isEqualTo(600);
    assertThat(impact.longestStallMillis()).isEqualTo(600);
    assertThat(impact.worstStallMillis()).isZero();
  }

  @Test
  void theWorstOfAStepIsNotForgottenWhenItIsUndoneOrFollowedByAnother() {
    Step alter = steps.begin("alter-in-place");
    impact.note(Impact.Kind.READ, 900 * MILLI, false);
    alter.done("done.");
    alter.undone("put back.");
    now.addAndGet(MILLI);
    steps.begin("create-new-table");

    impact.note(Impact.Kind.READ, MILLI / 2, false);

    assertThat(impact.longestStallMillis()).isEqualTo(0.5);
    assertThat(impact.worstStallMillis()).isEqualTo(900);
  }

  @Test
  void whatWasSlowBeforeAnyStepIsNobodysStall() {
    impact.note(Impact.Kind.READ, 900 * MILLI, true);

    assertThat(impact.of(Steps.NONE).failed()).isOne();
    assertThat(impact.worstStallMillis()).isZero();
  }
}
