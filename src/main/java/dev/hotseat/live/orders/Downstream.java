package dev.hotseat.live.orders;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.world.Chance;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Another team's service: a line, a few workers, and the time that an answer takes besides.
///
/// Who has entered the line is served, whether or not anybody still waits for the answer: that is
/// what makes a storm of retries outlive the moment that began it.
final class Downstream {
  /// How long its answers take, before one was heard.
  static final Duration GUESS = Duration.ofMillis(50);

  private static final long LOOK_NANOS = 10_000_000L;

  private final String name;
  private final Kit kit;
  private final Pace.Provider pace;
  private final Chance chance;
  private final Semaphore workers;
  private final AtomicInteger line = new AtomicInteger();
  private final LongAdder served = new LongAdder();
  private final Config config;
  private final AtomicInteger epoch = new AtomicInteger();
  private final Recent recent = new Recent(GUESS);
  private volatile Manners manners = Manners.USUAL;

  Downstream(String name, Kit kit, Pace.Provider pace, Config config) {
    this.name = name;
    this.kit = kit;
    this.pace = pace;
    this.config = config;
    this.chance = new Chance(kit.world().dice(), name);
    this.workers = new Semaphore(pace.workers(), true);
  }

  /// How it behaves at present.
  ///
  /// @param slowShare share of answers that take longer, 0..1
  /// @param slowNanos how much longer those take
  /// @param failShare share of answers that are errors, 0..1
  /// @param stalled whether its workers stand still
  record Manners(double slowShare, long slowNanos, double failShare, boolean stalled) {
    static final Manners USUAL = new Manners(0, 0, 0, false);
  }

  /// Everybody in line is sent away.
  void clear() {
    epoch.incrementAndGet();
  }

  String name() {
    return name;
  }

  void behave(Manners next) {
    manners = next;
  }

  Manners manners() {
    return manners;
  }

  /// Enters the line; the answer comes when it comes.
  ///
  /// @throws HopFailure when the line is full, or calls are turned away at its end
  CompletableFuture<Downstream> begin() {
    int ahead = line.get();
    long shedAt = config.number(Setting.SHED_AT);
    if (shedAt > 0 && ahead >= shedAt) {
      throw failure("shed", ahead + " calls are in line, and we let no more than " + shedAt);
    }
    if (ahead >= pace.lineMax()) {
      throw failure("queue-full", ahead + " calls are in line");
    }
    CompletableFuture<Downstream> answer = new CompletableFuture<>();
    line.incrementAndGet();
    try {
      int entered = epoch.get();
      kit.background(name, () -> serve(answer, entered));
    } catch (RejectedExecutionException _) {
      line.decrementAndGet();
      throw failure("closed", "this system has ended");
    }
    return answer;
  }

  private void serve(CompletableFuture<Downstream> answer, int entered)
      throws InterruptedException {
    try {
      if (!worked(entered)) {
        return;
      }
      answerTime();
      served.increment();
      if (lucky(manners.failShare())) {
        answer.completeExceptionally(failure("downstream-error", name + " answered 500"));
      } else {
        answer.complete(this);
      }
    } finally {
      answer.completeExceptionally(failure("closed", "this system has ended"));
    }
  }

  private boolean worked(int entered) throws InterruptedException {
    try {
      workers.acquire();
    } finally {
      line.decrementAndGet();
    }
    try {
      while (manners.stalled() && entered == epoch.get()) {
        kit.world().pause().sleepNanos(LOOK_NANOS);
      }
      if (entered != epoch.get()) {
        return false;
      }
      kit.world().pause().sleepNanos(pace.work().toNanos());
      return true;
    } finally {
      workers.release();
    }
  }

  private void answerTime() throws InterruptedException {
    Manners now = manners;
    long nanos = pace.answer().nanos(chance);
    kit.world().pause().sleepNanos(nanos + (lucky(now.slowShare()) ? now.slowNanos() : 0));
  }

  private boolean lucky(double share) {
    return share > 0 && chance.below(1_000_000) < share * 1_000_000;
  }

  /// How long its answers took lately, for whoever asked.
  Recent recent() {
    return recent;
  }

  /// Calls that wait for a worker.
  int line() {
    return line.get();
  }

  /// Answers given since the beginning, heard or not.
  long served() {
    return served.sum();
  }

  private HopFailure failure(String reason, String detail) {
    return new HopFailure(503, new Why(reason, name, detail));
  }
}
