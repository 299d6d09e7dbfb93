package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Visit;
import dev.hotseat.world.Chance;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What a gateway node does with a call: decide, wait if the algorithm says so, shed if the backend
/// is full, pass it on.
final class Gate {
  private final World world;
  private final EpochClock clock;
  private final Decisions decisions;
  private final DecisionTimes times;
  private final Judge judge;
  private final Counts counts;
  private final Chance jitter;
  private final Map<String, AtomicInteger> atBackend = new HashMap<>();

  Gate(
      World world,
      EpochClock clock,
      Decisions decisions,
      DecisionTimes times,
      Judge judge,
      Counts counts) {
    this.world = world;
    this.clock = clock;
    this.decisions = decisions;
    this.times = times;
    this.judge = judge;
    this.counts = counts;
    this.jitter = new Chance(world.dice(), "retry-after");
    LimiterDesign.REGIONS.forEach(region -> atBackend.put(region, new AtomicInteger()));
  }

  /// Serves a call with a well-formed key at one node.
  Reply pass(Visit visit, Gateway node, String key, String path, Terms terms)
      throws InterruptedException {
    Choices choices = terms.choices();
    Route route = Route.of(path);
    int cost = choices.byCost() ? route.cost() : 1;
    String filed = terms.filed(key, route.path());
    Quota quota = terms.whole().of(filed);
    counts.decisions.increment();
    long begunNanos = world.ticks().nanos();
    Answer answer = decisions.decide(visit, node, filed, cost, terms);
    times.record(world.ticks().nanos() - begunNanos);
    if (answer == Answer.FULL) {
      return Replies.unable(
          node.part(), "memory-full", "no room to remember one more key", quota, choices);
    }
    long atNanos = trueTime(answer, node, choices);
    if (answer.refused()) {
      judge.note(key, atNanos, route.cost(), false);
      counts.refused.increment();
      return Replies.refused(
          node.part(), quota, answer, choices, Replies.jitter(quota, choices, jitter));
    }
    await(answer);
    judge.note(key, atNanos + answer.nanos(), route.cost(), true);
    counts.admitted.increment();
    return passedOn(visit, node, path, cost, quota, answer, choices);
  }

  /// Calls that wait for a slot of a region's backend.
  int waiting(String region) {
    return Math.max(0, present(region).get() - Topology.BACKEND_SLOTS);
  }

  private Reply passedOn(
      Visit visit, Gateway node, String path, int cost, Quota quota, Answer answer, Choices choices)
      throws InterruptedException {
    AtomicInteger present = present(node.region());
    if (choices.shed() > 0 && waiting(node.region()) >= choices.shed()) {
      return Replies.unable(
          node.part(), "shed", "the backend has more to do than it can", quota, choices);
    }
    present.incrementAndGet();
    counts.backend.increment();
    try {
      return node.backend().cross(visit, () -> Replies.served(path, cost, quota, answer, choices));
    } catch (HopFailure failure) {
      return Replies.unable(
          failure.why().where(), failure.why().reason(), failure.why().detail(), quota, choices);
    } finally {
      present.decrementAndGet();
    }
  }

  private void await(Answer answer) throws InterruptedException {
    if (answer.nanos() > 0) {
      counts.queued.incrementAndGet();
      try {
        world.pause().sleepNanos(answer.nanos());
      } finally {
        counts.queued.decrementAndGet();
      }
    }
  }

  /// When a decision was taken, by the true clock.
  private static long trueTime(Answer answer, Gateway node, Choices choices) {
    boolean storeTime = choices.storeClock() && answer.counted();
    return storeTime && shared(choices) ? answer.atNanos() : answer.atNanos() - node.aheadNanos();
  }

  private static boolean shared(Choices choices) {
    return switch (choices.state()) {
      case STORE_ATOMIC, STORE_READ_WRITE -> true;
      case PER_NODE, ASYNC_SYNC, LOCAL_SHARE -> false;
    };
  }

  private AtomicInteger present(String region) {
    AtomicInteger found = atBackend.get(region);
    if (found == null) {
      throw new IllegalArgumentException("no backend in " + region);
    }
    return found;
  }
}
