package dev.hotseat.live.orders;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.world.TickSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// How one instance calls one downstream: how long it waits, how often it tries, when it stops
/// trying, and whether it asks twice.
final class Caller {
  private final Hop hop;
  private final Downstream downstream;
  private final Config config;
  private final Dials dials;
  private final RetryBudget budget;
  private final Breaker breaker;
  private final TickSource ticks;
  private final Recent recent = new Recent(Downstream.GUESS);

  /*
   * How late an answer must be to be asked for again is set when that is switched on, by what is
   * usual then, as such delays are set in life. If answers become later for everybody, everybody asks
   * twice.
   */
  private volatile long hedgeAfterNanos;

  private final LongAdder calls = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder timeouts = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder hedges = new LongAdder();

  Caller(Hop hop, Downstream downstream, Config config, Dials dials, TickSource ticks) {
    this.hop = hop;
    this.downstream = downstream;
    this.config = config;
    this.dials = dials;
    this.ticks = ticks;
    this.budget = new RetryBudget(config);
    this.breaker = new Breaker(ticks);
    config.onChange(dials.hedge(), _ -> hedgeAfterNanos = downstream.recent().p95());
  }

  /// Which settings concern the calls of one downstream.
  record Dials(Setting timeout, Setting attempts, Setting breaker, Setting hedge) {
    static final Dials PRICING =
        new Dials(
            Setting.PRICING_TIMEOUT,
            Setting.PRICING_ATTEMPTS,
            Setting.PRICING_BREAKER,
            Setting.PRICING_HEDGE);
    static final Dials PAYMENTS =
        new Dials(
            Setting.PAYMENTS_TIMEOUT,
            Setting.PAYMENTS_ATTEMPTS,
            Setting.PAYMENTS_BREAKER,
            Setting.PAYMENTS_HEDGE);
  }

  /// Calls until there is an answer or nothing more to try.
  ///
  /// @throws HopFailure what the last try met
  void call(Task task) throws InterruptedException {
    calls.increment();
    budget.save();
    for (long tries = config.number(dials.attempts()); ; tries--) {
      try {
        attempt(task);
        return;
      } catch (HopFailure failure) {
        failures.increment();
        if (tries <= 1 || !worthAnotherTry(failure) || !budget.pay()) {
          throw failure;
        }
        retries.increment();
      }
    }
  }

  /// Who was turned away to keep the line short must not come back at once.
  private static boolean worthAnotherTry(HopFailure failure) {
    return switch (failure.why().reason()) {
      case "shed", "breaker-open", "closed" -> false;
      default -> true;
    };
  }

  private void attempt(Task task) throws InterruptedException {
    boolean guarded = config.on(dials.breaker());
    if (guarded && !breaker.lets()) {
      throw failure(503, "breaker-open", "it mostly failed, so nobody asks for a while");
    }
    boolean well = false;
    long begunNanos = ticks.nanos();
    try {
      hop.cross(task.visit(), this::answer);
      well = true;
      recent.add(ticks.nanos() - begunNanos);
      downstream.recent().add(ticks.nanos() - begunNanos);
    } finally {
      if (guarded) {
        breaker.heard(well);
      } else {
        breaker.reset();
      }
    }
  }

  private Downstream answer() throws InterruptedException {
    long limitNanos = TimeUnit.MILLISECONDS.toNanos(config.number(dials.timeout()));
    long deadline = limitNanos == 0 ? Long.MAX_VALUE : limitNanos;
    CompletableFuture<Downstream> first = downstream.begin();
    if (!config.on(dials.hedge())) {
      return within(first, deadline);
    }
    long patience = Math.min(hedgeAfterNanos, deadline);
    try {
      return first.get(patience, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      hedges.increment();
      CompletableFuture<Downstream> second = downstream.begin();
      return within(eitherWell(first, second), deadline - patience);
    } catch (ExecutionException broken) {
      throw told(broken);
    }
  }

  /// The first good answer; a failure only when both failed.
  private static CompletableFuture<Downstream> eitherWell(
      CompletableFuture<Downstream> first, CompletableFuture<Downstream> second) {
    CompletableFuture<Downstream> well = new CompletableFuture<>();
    AtomicInteger broken = new AtomicInteger();
    for (CompletableFuture<Downstream> each : List.of(first, second)) {
      CompletableFuture<Downstream> _ =
          each.whenComplete((answer, failure) -> {
            if (failure == null) {
              well.complete(answer);
            } else if (broken.incrementAndGet() == 2) {
              well.completeExceptionally(failure);
            }
          });
    }
    return well;
  }

  private Downstream within(CompletableFuture<Downstream> answer, long nanos)
      throws InterruptedException {
    try {
      return nanos == Long.MAX_VALUE ? answer.get() : answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      timeouts.increment();
      throw failure(504, "timeout", "no answer within the time-out");
    } catch (ExecutionException broken) {
      throw told(broken);
    }
  }

  private static HopFailure told(ExecutionException broken) {
    if (broken.getCause() instanceof HopFailure failure) {
      return failure;
    }
    throw new IllegalStateException("a downstream broke", broken);
  }

  private HopFailure failure(int status, String reason, String detail) {
    return new HopFailure(status, new Why(reason, hop.name(), detail));
  }

  Dials dials() {
    return dials;
  }

  /// One in twenty of the last good answers took longer.
  long p95Nanos() {
    return recent.p95();
  }

  Breaker.State breaker() {
    return breaker.state();
  }

  Counts counts() {
    return new Counts(calls.sum(), failures.sum(), timeouts.sum(), retries.sum(), hedges.sum());
  }

  /// Since the beginning.
  ///
  /// @param calls wishes, however many tries each took
  /// @param failures tries that failed, time-outs among them
  record Counts(long calls, long failures, long timeouts, long retries, long hedges) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          calls + other.calls,
          failures + other.failures,
          timeouts + other.timeouts,
          retries + other.retries,
          hedges + other.hedges);
    }

    Counts minus(Counts before) {
      return new Counts(
          calls - before.calls,
          failures - before.failures,
          timeouts - before.timeouts,
          retries - before.retries,
          hedges - before.hedges);
    }
  }
}
