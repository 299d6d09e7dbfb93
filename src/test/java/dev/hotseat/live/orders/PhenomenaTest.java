package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What overload, retries and second requests do to a service that is otherwise well.
class PhenomenaTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @Nested
  class AfterAStallOfPayments {
    private static final double RATE = 25;

    @Test
    void retriesKeepItDownUntilABudgetOrTurningAwayEndsThem() throws InterruptedException {
      try (Rig rig = new Rig(Rig.narrowPayments())) {
        rig.set(Setting.PAYMENTS_ATTEMPTS, 4);
        Run run = rig.coming("checkout", RATE, 240);
        comesBack(rig);

        stall(rig);
        double stuck = rig.goodput(3);
        rig.act("set-retry-budget", "percent", "10");
        comesBack(rig);

        rig.act("set-retry-budget", "percent", "300");
        stall(rig);
        double stuckAgain = rig.goodput(3);
        rig.act("shed-load", "at", "4");
        comesBack(rig);
        run.stop();

        assertThat(stuck).isLessThan(RATE / 4);
        assertThat(stuckAgain).isLessThan(RATE / 4);
      }
    }

    /// Long enough that everybody in line has left when it is over.
    private static void stall(Rig rig) throws InterruptedException {
      Downstream payments = rig.scene().payments();
      payments.behave(new Downstream.Manners(0, 0, 0, true));
      await().atMost(LONG).until(() -> payments.line() > 60);
      payments.behave(Downstream.Manners.USUAL);
    }

    private static void comesBack(Rig rig) {
      await().atMost(LONG).until(() -> rig.gauge("goodput") > RATE * 0.7);
    }
  }

  @Nested
  class WhenMoreComeThanCanBeServed {
    /*
     * One instance is left, and a product page takes it twenty milliseconds of one of two cores: it
     * serves a hundred calls a second, and two hundred come.
     */
    @Test
    void aLongerLineServesThoseWhoHaveLeft() throws InterruptedException {
      List<Double> served =
          Rig.together(
              List.of(() -> servedInTime(Setting.QUEUE_SIZE.initial()), () -> servedInTime(1_000)));

      assertThat(served.getFirst()).isGreaterThan(4 * served.getLast());
    }

    private static double servedInTime(long line) throws InterruptedException {
      try (Rig rig = new Rig()) {
        rig.instance(1).cores().slow(5);
        for (int i = 2; i <= 4; i++) {
          rig.act("drain", "instance", "orders." + i);
        }
        rig.act("resize-queue", "size", "" + line);
        Run run = rig.coming("browse", 200, 60, Duration.ofSeconds(2));
        double _ = rig.goodput(4);
        double late = rig.goodput(3);
        run.stop();
        return late;
      }
    }
  }

  @Nested
  class AskingTwice {
    @Test
    void helpsAgainstAFewSlowAnswersAndCostsLittle() throws InterruptedException {
      try (Rig rig = new Rig()) {
        rig.scene().pricing().behave(new Downstream.Manners(0.025, 2_000_000_000L, 0, false));
        RunResult once = rig.came("checkout", 90, 4);

        rig.act("hedge", "downstream", "pricing", "state", "on");
        RunResult twice = rig.came("checkout", 90, 4);

        double slowest = once.figure("p999/run").orElseThrow();
        assertThat(slowest).isGreaterThan(2_000);
        assertThat(twice.figure("p99/run").orElseThrow()).isLessThan(slowest / 2);
        assertThat(asked(rig)).isLessThan(1.5 * (once.offered() + twice.offered()));
      }
    }

    /*
     * The second question is asked after what is usual on a calm day. Then more come than can be
     * served: every answer is late now, and half of what is done is done for a second question.
     */
    @Test
    void harmsWhereThereIsMoreToDoThanCanBeDone() throws InterruptedException {
      try (Rig rig = new Rig(Rig.narrowPayments())) {
        rig.set(Setting.PAYMENTS_ATTEMPTS, 1);
        rig.set(Setting.PAYMENTS_TIMEOUT, 1_000);
        rig.set(Setting.SHED_AT, 30);
        assertThat(rig.came("checkout", 25, 3).failures()).isZero();
        rig.act("hedge", "downstream", "payments", "state", "on");
        Run run = rig.coming("checkout", 75, 60);
        double _ = rig.goodput(2);
        double twice = rig.goodput(2);

        rig.act("hedge", "downstream", "payments", "state", "off");
        double _ = rig.goodput(1);
        double once = rig.goodput(2);
        run.stop();

        assertThat(twice).isLessThan(once * 0.8);
      }
    }

    private static double asked(Rig rig) {
      return rig.fleet().all().stream()
          .map(each -> each.caller(rig.scene().pricing()).counts())
          .mapToLong(counts -> counts.calls() + counts.hedges())
          .sum();
    }
  }

  @Nested
  class WhenAFewCallsHoldTheirConnectionAcrossASlowCall {
    @Test
    void mostCallsNoticeNothingAndTheTailIsAllOfIt() throws InterruptedException {
      try (Rig rig = new Rig()) {
        RunResult before = rig.came("checkout", 80, 4);

        rig.fleet().run(new Version("2.41.0", Set.of(Trait.CALL_IN_TRANSACTION)));
        RunResult after = rig.came("checkout", 80, 4);

        assertThat(figure(after, "p50")).isLessThan(2 * figure(before, "p50"));
        assertThat(figure(after, "p999")).isGreaterThan(5 * figure(before, "p50"));
        assertThat(figure(after, "p999")).isGreaterThan(700);
      }
    }

    private static double figure(RunResult result, String measure) {
      return result.figure(measure + "/run").orElseThrow();
    }
  }

  @Nested
  class WhenOneTenantIsBlocked {
    @Test
    void itsCallsAreTurnedAwayAndNobodyElses() throws InterruptedException {
      try (Rig rig = new Rig()) {
        rig.act("block-tenant", "tenant", "globex");

        assertThat(rig.checkout("globex").status()).isEqualTo(403);
        assertThat(rig.checkout("acme").status()).isEqualTo(201);
        rig.act("unblock-tenant", "tenant", "globex");
        assertThat(rig.checkout("globex").status()).isEqualTo(201);
      }
    }
  }
}
