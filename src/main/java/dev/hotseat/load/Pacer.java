package dev.hotseat.load;

import dev.hotseat.world.World;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Hands each arrival to the senders when it is due. Owns the thread it runs on.
/*
 * It sleeps until the next arrival is due, then hands over everything that is due by then. It does
 * not spin: a sleep ends some 60 microseconds late, which is far below what a run measures, while a
 * spinning pacer would take a whole core from the system beside it. At high rates each look
 * therefore hands over a small batch. Whatever the pacer or the machine is late by is in the latency
 * of every call, because that counts from the due time.
 */
final class Pacer {
  private static final long SHORT_SLEEP_NANOS = 50_000;
  private static final long LONG_SLEEP_NANOS = 10_000_000;
  private static final long STOPPED_WAIT_NANOS = 1_000_000_000;
  private static final int SENT_BEFORE_ROUSE = 64;

  private final World world;
  private final Senders senders;
  private final Outcomes outcomes;
  private final Comebacks comebacks;
  private final Ledger ledger;
  private final Histogram lateness = Tally.nanos();
  private final LongAdder offered = new LongAdder();
  private volatile boolean stopping;

  Pacer(World world, Senders senders, Outcomes outcomes, Comebacks comebacks, Ledger ledger) {
    this.world = world;
    this.senders = senders;
    this.outcomes = outcomes;
    this.comebacks = comebacks;
    this.ledger = ledger;
  }

  /// Sends all arrivals, then waits for the last outcomes until `waitMaxNanos` have passed.
  void run(Arrivals arrivals, long waitMaxNanos) throws InterruptedException {
    send(arrivals);
    long wait = stopping ? Math.min(waitMaxNanos, STOPPED_WAIT_NANOS) : waitMaxNanos;
    long giveUpNanos = world.ticks().nanos() + wait;
    while (ledger.ended() < offered() && world.ticks().nanos() < giveUpNanos) {
      look(world.ticks().nanos(), Long.MAX_VALUE);
    }
  }

  /// No further arrivals. Those on their way may still be answered.
  void stop() {
    stopping = true;
  }

  /// Arrivals that have become due.
  long offered() {
    return offered.sum();
  }

  /// How late the pacer itself was; read when it has finished.
  Histogram lateness() {
    return lateness;
  }

  private void send(Arrivals arrivals) throws InterruptedException {
    Attempt next = arrivals.next();
    while (next != null && !stopping) {
      long now = world.ticks().nanos();
      next = sendDue(next, arrivals, now);
      look(now, next == null ? now : next.dueNanos());
    }
  }

  private @Nullable Attempt sendDue(Attempt first, Arrivals arrivals, long nowNanos) {
    Attempt next = first;
    long sent = 0;
    while (next != null && next.dueNanos() <= nowNanos) {
      lateness.recordValue(nowNanos - next.dueNanos());
      offered.increment();
      comebacks.send(next, senders);
      if (++sent % SENT_BEFORE_ROUSE == 0) {
        senders.rouse(nowNanos);
      }
      next = arrivals.next();
    }
    return next;
  }

  /// Sees to everybody, then sleeps until something is due.
  private void look(long nowNanos, long nextNanos) throws InterruptedException {
    comebacks.look(nowNanos, senders, outcomes);
    boolean soon = senders.rouse(nowNanos);
    long longest = soon || comebacks.awaited() ? SHORT_SLEEP_NANOS : LONG_SLEEP_NANOS;
    long now = world.ticks().nanos();
    long until = Math.min(now + longest, Math.min(nextNanos, comebacks.nextNanos()));
    if (until > now) {
      world.pause().sleepNanos(until - now);
    }
  }
}
