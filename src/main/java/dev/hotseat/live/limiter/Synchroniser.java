package dev.hotseat.live.limiter;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Tells the store what one node let through, and the node what all have: the lever `state` at
/// `async-sync`.
///
/// Between two rounds each node lets through what the last round left, so all of them together can
/// exceed a limit by what arrives in a round, and no more.
final class Synchroniser {
  private static final long LOOK_AGAIN_NANOS = 100_000_000L;

  private final Kit kit;
  private final Gateway node;
  private final Decisions decisions;
  private final EpochClock clock;
  private final Counts counts;
  private final Supplier<Terms> terms;

  Synchroniser(
      Kit kit,
      Gateway node,
      Decisions decisions,
      EpochClock clock,
      Counts counts,
      Supplier<Terms> terms) {
    this.kit = kit;
    this.node = node;
    this.decisions = decisions;
    this.clock = clock;
    this.counts = counts;
    this.terms = terms;
  }

  /// Goes on until interrupted.
  void run() throws InterruptedException {
    Visit visit = kit.errand("synchronise");
    long lastNanos = clock.nanos();
    while (true) {
      long left = lastNanos + terms.get().choices().syncInterval().toNanos() - clock.nanos();
      if (left > 0) {
        kit.world().pause().sleepNanos(Math.min(left, LOOK_AGAIN_NANOS));
      } else {
        lastNanos = clock.nanos();
        round(visit, terms.get());
      }
    }
  }

  private void round(Visit visit, Terms now) throws InterruptedException {
    Map<String, LongAdder> spent = node.takeUnsynced();
    if (spent.isEmpty() || now.choices().state() != Choices.State.ASYNC_SYNC) {
      return;
    }
    try {
      counts.storeOps.increment();
      Map<String, Limiter> known = node.counters(now.near()).cross(visit, () -> told(spent, now));
      known.forEach((key, limiter) -> learn(key, limiter, now));
      askOnceMore(spent);
    } catch (HopFailure _) {
      // what could not be told is told with the next round
      spent.forEach((key, units) -> node.remember(key, (int) units.sum()));
    }
  }

  /// Others tell what they let through in this round after us; we hear of it in the next.
  private void askOnceMore(Map<String, LongAdder> spent) {
    spent.forEach((key, units) -> {
      if (units.sum() > 0) {
        node.remember(key, 0);
      }
    });
  }

  private Map<String, Limiter> told(Map<String, LongAdder> spent, Terms now) {
    KeyTable table = decisions.table(node, now);
    long atNanos = now.choices().storeClock() ? clock.nanos() : node.clock(clock.nanos());
    Map<String, Limiter> known = new HashMap<>();
    spent.forEach((key, units) ->
        table
            .charge(key, now.perStore(), atNanos, units.sum())
            .ifPresent(all -> known.put(key, all)));
    return known;
  }

  /// Takes what all have let through for what this node has, and adds what it did meanwhile.
  private void learn(String key, Limiter all, Terms now) {
    long meanwhile = node.unsynced(key);
    if (meanwhile > 0) {
      all.charge(now.perStore().of(key), node.clock(clock.nanos()), meanwhile);
    }
    node.table().write(key, all);
  }
}
