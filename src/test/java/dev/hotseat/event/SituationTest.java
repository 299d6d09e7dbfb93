package dev.hotseat.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.telemetry.Readings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationTest {
  private Situation situation = Situation.before(Map.of("cache", "off", "writes", "sync"));
  private int seq;

  private SituationTest then(SessionEvent event) {
    seq++;
    situation = situation.after(new Entry(seq, Instant.EPOCH.plusSeconds(seq), seq, event));
    return this;
  }

  private SituationTest seconds(int count, double p99, double errorShare) {
    Map<String, Double> recent =
        Map.of("rate/redirect", 50.0, "p99/redirect", p99, "errorShare/redirect", errorShare);
    for (int second = 0; second < count; second++) {
      then(new SecondPassed(new Readings(second, recent, recent)));
    }
    return this;
  }

  private SituationTest run(int run, List<Prediction> predictions, Map<String, Double> figures) {
    return then(new RunStarted(run, "evening", "plan", predictions, "candidate"))
        .then(new RunFinished(run, "done", figures, "{}"));
  }

  @Nested
  class ItsOracles {
    private void truth(double doubled) {
      Map<String, Double> read = Map.of("oracle/doubled", doubled);
      then(new SecondPassed(new Readings(seq, read, read)));
    }

    @Test
    void tellWhatARunHasLedToUntilTheNextBegins() {
      truth(3);
      run(1, List.of(), Map.of());
      truth(8);

      assertThat(situation.figure(0, "oracle/doubled")).as("late effects count").hasValue(5);

      run(2, List.of(), Map.of());
      truth(9);

      assertThat(situation.figure(0, "oracle/doubled")).hasValue(1);
      assertThat(situation.figure(1, "oracle/doubled")).hasValue(5);
    }

    @Test
    void countFromNothingAfterAReset() {
      truth(30);
      run(1, List.of(), Map.of());
      truth(2);

      assertThat(situation.figure(0, "oracle/doubled")).hasValue(2);
    }

    @Test
    void areUnknownBeforeAnythingIsRead() {
      run(1, List.of(), Map.of());

      assertThat(situation.figure(0, "oracle/doubled")).isEmpty();
      assertThat(situation.figure(1, "oracle/doubled")).isEmpty();
    }
  }

  @Nested
  class ItsBaseline {
    @Test
    void isWhatACalmSystemShowedForTenSeconds() {
      seconds(9, 5, 0);
      assertThat(situation.baseline("p99/redirect")).isEmpty();

      seconds(1, 6, 0);
      assertThat(situation.baseline("p99/redirect")).hasValue(6);
    }

    @Test
    void staysWhileAFaultBites() {
      seconds(10, 5, 0).then(new FaultStarted("store-slow", 1, "script")).seconds(20, 300, 0);

      assertThat(situation.baseline("p99/redirect")).hasValue(5);
      assertThat(situation.now("p99/redirect")).hasValue(300);
    }

    @Test
    void staysForAWhileAfterTheFault() {
      seconds(10, 5, 0)
          .then(new FaultStarted("store-slow", 1, "script"))
          .then(new FaultStopped("store-slow", "script"))
          .seconds(9, 90, 0);

      assertThat(situation.baseline("p99/redirect")).hasValue(5);
    }

    @Test
    void staysWhileARunGoesOn() {
      seconds(10, 5, 0)
          .then(new RunStarted(1, "evening", "plan", List.of(), "candidate"))
          .seconds(20, 40, 0);

      assertThat(situation.baseline("p99/redirect")).hasValue(5);
    }

    @Test
    void doesNotHoldWhileCallsFail() {
      seconds(20, 5, 0.01);

      assertThat(situation.baseline("p99/redirect")).isEmpty();
    }

    @Test
    void isAHealthyRunWhereNobodyElseEverCalls() {
      then(new RunStarted(1, "evening", "plan", List.of(), "candidate")).seconds(10, 8, 0);

      assertThat(situation.baseline("p99/redirect")).hasValue(8);
    }
  }

  @Test
  void knowsTheLastRunAndTheOneBefore() {
    run(1, List.of(), Map.of("p99/redirect", 9.0)).run(2, List.of(), Map.of("p99/redirect", 4.0));

    assertThat(situation.figure(0, "p99/redirect")).hasValue(4);
    assertThat(situation.figure(1, "p99/redirect")).hasValue(9);
    assertThat(situation.figure(2, "p99/redirect")).isEmpty();
    assertThat(situation.runs("evening")).isEqualTo(2);
    assertThat(situation.runs("launch")).isZero();
  }

  @Test
  void leavesOutRunsThatWereVoid() {
    then(new RunStarted(1, "evening", "plan", List.of(), "candidate"))
        .then(new RunFinished(1, "void", Map.of("p99/redirect", 9.0), "{}"));

    assertThat(situation.runs("")).isZero();
    assertThat(situation.running()).isFalse();
  }

  @Test
  void countsThePredictionsThatCameTrue() {
    run(
        1,
        List.of(
            new Prediction("p99/redirect", 12, "ms"),
            new Prediction("errorShare/redirect", 0.005, "share"),
            new Prediction("rate/redirect", 10, "per second"),
            new Prediction("p50/never", 1, "ms")),
        Map.of("p99/redirect", 10.0, "errorShare/redirect", 0.0, "rate/redirect", 100.0));

    assertThat(situation.predictionAccuracy().orElseThrow()).isBetween(0.66, 0.67);
  }

  @ParameterizedTest
  @CsvSource({
    "13, 10, ms, true",
    "13.1, 10, ms, false",
    "7, 10, ms, true",
    "0, 0, calls, true",
    "1, 0, calls, false",
    "0.01, 0, share, true",
    "0.02, 0, share, false"
  })
  void believesAPredictionNearEnough(double said, double measured, String unit, boolean holds) {
    assertThat(new Prediction("x", said, unit).holdsFor(measured)).isEqualTo(holds);
  }

  @Test
  void followsTheLeversAndGoesBackOnReset() {
    then(new LeversChanged(Map.of("cache", "off"), Map.of("cache", "local"), "", "candidate"));
    assertThat(situation.levers()).containsEntry("cache", "local").containsEntry("writes", "sync");

    then(new FaultStarted("store-slow", 1, "script")).then(new SystemReset("candidate"));
    assertThat(situation.levers()).containsEntry("cache", "off");
    assertThat(situation.faults()).isEmpty();
    assertThat(situation.faultSeen("store-slow")).isTrue();
    assertThat(situation.leversChanged()).isEqualTo(1);
  }

  @Test
  void remembersWhatWasSaid() {
    Mention denied = new Mention("hash", "hash", 0, 4, Mention.Stance.NEGATED, true, false);
    Mention affirmed =
        new Mention("counter", "counter", 0, 7, Mention.Stance.AFFIRMED, true, false);
    then(
        new Answered(
            "keys",
            "x",
            null,
            "",
            "",
            Map.of("bytes", 300.0),
            List.of(denied, affirmed),
            true,
            List.of("ratio"),
            0,
            false));

    assertThat(situation.heard("counter")).isTrue();
    assertThat(situation.heard("hash")).isFalse();
    assertThat(situation.assumed("bytes")).hasValue(300);
    assertThat(situation.clarified("ratio")).isEqualTo(1);
    assertThat(situation.clarified("")).isEqualTo(1);
  }

  @Test
  void countsLooks() {
    then(new Looked("traces", "slowest")).then(new Looked("sql", "select"));

    assertThat(situation.looked("traces")).isEqualTo(1);
    assertThat(situation.looked("")).isEqualTo(2);
  }

  @Test
  void countsLooksAtTheSystemsOwnInstrumentsTogetherAndEach() {
    then(new Looked("sheet", "locks")).then(new Looked("sheet", "locks table=orders"));
    then(new Looked("sheet", "deploys")).then(new Looked("sql", "locks"));

    assertThat(situation.looked("sheet")).isEqualTo(3);
    assertThat(situation.looked("sheet locks")).isEqualTo(2);
    assertThat(situation.looked("sheet flags")).isZero();
    assertThat(situation.looked("")).isEqualTo(4);
  }

  @Nested
  class ItsActions {
    private final Map<String, String> told = Map.of("deploy", "d-7");

    @Test
    void countFromWhenTheyWereDecidedUpon() {
      then(new ActionBegun("roll-back", told, 30, "candidate")); // second 1
      then(new ActionTaken("drain", Map.of(), "Drained.", "candidate"));
      then(new ActionTaken("roll-back", told, "Rolled back.", "candidate"));
      then(new ActionTaken("drain", Map.of(), "Drained.", "candidate")); // second 4

      assertThat(situation.actedAt("roll-back")).hasValue(1);
      assertThat(situation.actedLast("roll-back")).hasValue(1);
      assertThat(situation.acted("roll-back")).isEqualTo(1);
      assertThat(situation.actedAt("drain")).hasValue(2);
      assertThat(situation.actedLast("drain")).hasValue(4);
      assertThat(situation.actedAt("restart")).isEmpty();
    }

    @Test
    void countOnlyOnceTheyWereCarriedOut() {
      then(new ActionBegun("roll-back", told, 30, "candidate"));

      assertThat(situation.acted("roll-back")).isZero();

      then(new ActionFailed("roll-back", told, "There is no such deploy.", "candidate"));

      assertThat(situation.acted("roll-back")).isZero();
      assertThat(situation.actedAt("roll-back")).as("it was decided upon").hasValue(1);
    }

    @Test
    void thatAResetForgotDoNotStandForLaterOnes() {
      then(new ActionBegun("drain", Map.of(), 5, "candidate")).then(new SystemReset("candidate"));

      then(new ActionTaken("drain", Map.of(), "Drained.", "candidate")); // second 3

      assertThat(situation.actedLast("drain")).hasValue(3);
    }
  }

  @Test
  void knowsWhenTheScriptFirstBrokeSomething() {
    then(new FaultStarted("hot-link", 1, "candidate"));
    assertThat(situation.injectedAt()).isEmpty();

    then(new FaultStarted("store-slow", 200, "script"));
    then(new FaultStopped("store-slow", "script"));
    then(new FaultStarted("store-cut", 1, "script"));

    assertThat(situation.injectedAt()).hasValue(2);
  }
}
