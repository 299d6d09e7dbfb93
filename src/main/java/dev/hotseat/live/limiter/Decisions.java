package dev.hotseat.live.limiter;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Visit;
import java.util.Optional;

/// Where the counters are and who asks them: the lever `state`, and what happens when the store
/// does not answer.
final class Decisions {
  private final Fleet fleet;
  private final EpochClock clock;
  private final Counts counts;

  Decisions(Fleet fleet, EpochClock clock, Counts counts) {
    this.fleet = fleet;
    this.clock = clock;
    this.counts = counts;
  }

  /// Decides about one call at one node.
  ///
  /// @throws HopFailure when the store does not answer and the gate then lets nobody through
  Answer decide(Visit visit, Gateway node, String filed, int cost, Terms terms)
      throws InterruptedException {
    long nowNanos = node.clock(clock.nanos());
    return switch (terms.choices().state()) {
      case PER_NODE -> node.table().ask(filed, terms.whole(), nowNanos, cost);
      case LOCAL_SHARE -> node.table().ask(filed, terms.perNode(), nowNanos, cost);
      case ASYNC_SYNC -> remembered(node, filed, terms, nowNanos, cost);
      case STORE_ATOMIC, STORE_READ_WRITE -> shared(visit, node, filed, terms, nowNanos, cost);
    };
  }

  private static Answer remembered(
      Gateway node, String filed, Terms terms, long nowNanos, int cost) {
    Answer answer = node.table().ask(filed, terms.perStore(), nowNanos, cost);
    node.remember(filed, answer.refused() ? 0 : cost);
    return answer;
  }

  private Answer shared(
      Visit visit, Gateway node, String filed, Terms terms, long nowNanos, int cost)
      throws InterruptedException {
    Hop way = node.counters(terms.near());
    KeyTable table = table(node, terms);
    try {
      return terms.choices().state() == Choices.State.STORE_ATOMIC
          ? atomic(visit, way, table, filed, terms, nowNanos, cost)
          : readThenWrite(visit, way, table, filed, terms, nowNanos, cost);
    } catch (HopFailure failure) {
      return withoutStore(failure, node, filed, terms, nowNanos, cost);
    }
  }

  /// Where a key stands, as a call at this node would find it.
  Sight look(Visit visit, Gateway node, String key, Terms terms) throws InterruptedException {
    String filed = terms.filed(key, "items");
    long nowNanos = node.clock(clock.nanos());
    return switch (terms.choices().state()) {
      case PER_NODE -> sight(node.part(), node.table(), filed, terms.whole(), nowNanos);
      case LOCAL_SHARE -> sight(node.part(), node.table(), filed, terms.perNode(), nowNanos);
      case ASYNC_SYNC -> sight(node.part(), node.table(), filed, terms.perStore(), nowNanos);
      case STORE_ATOMIC, STORE_READ_WRITE -> {
        counts.storeOps.increment();
        CounterStore store = store(node, terms);
        yield node.counters(terms.near())
            .cross(
                visit, () -> sight(store.part(), store.table(), filed, terms.perStore(), nowNanos));
      }
    };
  }

  private static Sight sight(
      String where, KeyTable table, String filed, Quotas quotas, long nowNanos) {
    return new Sight(where, quotas.of(filed), table.standing(filed, quotas, nowNanos));
  }

  KeyTable table(Gateway node, Terms terms) {
    return store(node, terms).table();
  }

  private CounterStore store(Gateway node, Terms terms) {
    return fleet.store(terms.near() ? node.region() : LimiterDesign.EU);
  }

  private Answer atomic(
      Visit visit, Hop way, KeyTable table, String filed, Terms terms, long nowNanos, int cost)
      throws InterruptedException {
    counts.storeOps.increment();
    boolean storeClock = terms.choices().storeClock();
    return way.cross(
        visit,
        () -> table.ask(filed, terms.perStore(), storeClock ? clock.nanos() : nowNanos, cost));
  }

  /*
   * Between the two crossings anybody may read the same and write the same: what they let through
   * meanwhile is forgotten. A refusal changes nothing and is not written.
   */
  private Answer readThenWrite(
      Visit visit, Hop way, KeyTable table, String filed, Terms terms, long nodeNanos, int cost)
      throws InterruptedException {
    counts.storeOps.increment();
    long nowNanos = terms.choices().storeClock() ? clock.nanos() : nodeNanos;
    Optional<Limiter> found = way.cross(visit, () -> table.read(filed, terms.perStore(), nowNanos));
    if (found.isEmpty()) {
      return Answer.FULL;
    }
    Limiter read = found.get();
    Answer answer = table.answer(read, filed, terms.perStore().of(filed), nowNanos, cost);
    if (!answer.refused()) {
      counts.storeOps.increment();
      way.cross(
          visit,
          () -> {
            table.write(filed, read);
            return answer;
          });
    }
    return answer;
  }

  private Answer withoutStore(
      HopFailure failure, Gateway node, String filed, Terms terms, long nowNanos, int cost) {
    counts.fallbacks.increment();
    return switch (terms.choices().storeFailure()) {
      case CLOSED -> throw new HopFailure(503, failure.why());
      case OPEN -> Answer.uncounted(nowNanos);
      case LOCAL_SHARE -> node.table().ask(filed, terms.perNode(), nowNanos, cost);
    };
  }

  /// Where a key stands, and who says so.
  record Sight(String where, Quota quota, Standing standing) {}
}
