package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All of it in hand-moved time on one thread: the senders carry each call at once, and the target
/// moves the clock.
class PacerTest {
  private final HandClock clock = new HandClock();
  private final World world = clock.world(1);
  private final Ledger ledger = new Ledger(1);
  private final List<Long> handled = new ArrayList<>();

  @Test
  void sendsEachCallWhenItIsDueOrJustAfter() throws InterruptedException {
    Pacer pacer = run(1_000, Duration.ofSeconds(2), call -> noted(call));

    assertThat(handled).hasSize(2_000);
    assertThat(pacer.offered()).isEqualTo(2_000);
    assertThat(pacer.lateness().getMaxValue()).isLessThan(1_000);
  }

  @Test
  void keepsTheDueTimesOfAPlanThatTheTargetHoldsUp() throws InterruptedException {
    run(100, Duration.ofSeconds(1), this::noted);
    List<Long> undisturbed = List.copyOf(handled);
    handled.clear();

    clock.moveTo(10_000_000_000L);
    long start = clock.nanos();
    run(
        100,
        Duration.ofSeconds(1),
        call -> {
          clock.sleepNanos(30_000_000); // three intervals for every call
          return noted(call);
        });

    assertThat(handled.stream().map(due -> due - start).toList()).isEqualTo(undisturbed);
  }

  /*
   * A server that freezes for S in every P answers a call due at a random moment after the rest of
   * the freeze, or at once; the latency at quantile q is S - (1 - q) P.
   */
  @ParameterizedTest
  @CsvSource({"1000, 10000", "200, 10000", "2000, 20000"})
  void chargesAFreezeToEveryCallThatWasDueInIt(long freezeMillis, long everyMillis)
      throws InterruptedException {
    long freeze = freezeMillis * 1_000_000;
    long every = everyMillis * 1_000_000;

    run(
        1_000,
        Duration.ofMillis(10 * everyMillis),
        call -> {
          long into = clock.nanos() % every;
          clock.sleepNanos(into < freeze ? freeze - into : 1_000);
          return noted(call);
        });

    assertThat(latency(99))
        .isCloseTo(freezeMillis - 0.01 * everyMillis, within(0.01 * freezeMillis));
    assertThat(latency(99.9))
        .isCloseTo(freezeMillis - 0.001 * everyMillis, within(0.01 * freezeMillis));
  }

  private Pacer run(double rate, Duration duration, Target target) throws InterruptedException {
    var profile = Profile.steady("test", rate, duration, List.of(Flow.of("ping", 1)));
    var comebacks = new Comebacks(profile, new Dice(1).stream("comebacks"));
    var outcomes = new Outcomes(target, clock, ledger, comebacks);
    var plan = new ArrivalPlan((Loop.Open) profile.loop(), new Dice(1).stream("arrivals"));
    var mix =
        new Mix(
            profile, (_, _) -> (due, _) -> Call.get("/", Map.of(), due), new Dice(1), "load/test");
    var pacer = new Pacer(world, inline(outcomes), outcomes, comebacks, ledger);
    pacer.run(new Arrivals(plan, mix, clock.nanos()), 1_000_000_000L);
    return pacer;
  }

  private Reply noted(Call call) {
    handled.add(call.dueNanos());
    return Reply.bare(204, Map.of());
  }

  private Senders inline(Outcomes outcomes) {
    return new Senders() {
      @Override
      public void send(Attempt attempt) {
        outcomes.carry(attempt, clock.nanos(), false);
      }

      @Override
      public boolean rouse(long nowNanos) {
        return false;
      }
    };
  }

  private double latency(double percentile) {
    ledger.roll(1);
    Histogram all = ledger.read((totals, _) -> totals.all());
    return all.getValueAtPercentile(percentile) / 1e6;
  }
}
