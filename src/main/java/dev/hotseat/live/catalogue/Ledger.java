package dev.hotseat.live.catalogue;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/// Remembers the newest version of every row that was acknowledged, and looks what became of it.
///
/// It looks after each turn of the tables, a while after the writes in progress are done, and never
/// on the path of a call.
final class Ledger {
  private static final int AT_ONCE = 2_000;
  private static final long LOOK_NANOS = 100_000_000L;
  private static final int LOOKS_BEHIND = 10;

  private final Kit kit;
  private final Supplier<Tables> tables;
  private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
  private final LongAdder missedReads = new LongAdder();
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile long lost;
  private volatile long stale;
  private volatile double behind = Double.NaN;

  Ledger(Kit kit, Supplier<Tables> tables) {
    this.kit = kit;
    this.tables = tables;
  }

  void written(long id, long version) {
    acknowledged.merge(id, version, Math::max);
  }

  /// A read did not find an order that exists.
  void missed() {
    missedReads.increment();
  }

  /// Whether an order must be there because a client was told so.
  boolean knows(long id) {
    return acknowledged.containsKey(id);
  }

  void checkSoon() {
    due.set(true);
  }

  void watch() throws InterruptedException {
    for (int look = 1; ; look++) {
      kit.world().pause().sleepNanos(LOOK_NANOS);
      boolean wanted = due.getAndSet(false);
      try {
        if (wanted) {
          check();
        }
        if (look % LOOKS_BEHIND == 0) {
          compareOther();
        }
      } catch (HopFailure _) {
        due.set(wanted);
      }
    }
  }

  /// How many acknowledged writes the table that is being built has not; NaN where none is.
  double behind() {
    return tables.get().onTrial() ? behind : Double.NaN;
  }

  private void compareOther() throws InterruptedException {
    Tables now = tables.get();
    if (now.onTrial()) {
      behind = differing(new HashMap<>(acknowledged), now.other()).size();
    }
  }

  /*
   * A row that is being written while it is looked at is no finding. What differs is looked at
   * again; only a difference that stays, for a version that is still the newest one acknowledged, is
   * counted.
   */
  /// Compares every acknowledged write with the table that counts.
  void check() throws InterruptedException {
    Map<Long, Long> wrong = differing(new HashMap<>(acknowledged), tables.get().live());
    if (!wrong.isEmpty()) {
      kit.world().pause().sleepNanos(LOOK_NANOS / 2);
      wrong.replaceAll((id, version) -> acknowledged.getOrDefault(id, version));
      wrong = differing(wrong, tables.get().live());
    }
    long gone = 0;
    for (long id : wrong.keySet()) {
      gone += found(id) < 0 ? 1 : 0;
    }
    lost = gone;
    stale = wrong.size() - gone;
  }

  private Map<Long, Long> differing(Map<Long, Long> expected, String table)
      throws InterruptedException {
    Map<Long, Long> wrong = new HashMap<>();
    List<Map.Entry<Long, Long>> all = new ArrayList<>(expected.entrySet());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Map.Entry<Long, Long>> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      kit.store()
          .aside(connection -> {
            try (PreparedStatement byId = OrderTable.versions(connection, table)) {
              for (Map.Entry<Long, Long> each : some) {
                if (OrderTable.version(byId, each.getKey()) < each.getValue()) {
                  wrong.put(each.getKey(), each.getValue());
                }
              }
            }
            return wrong.size();
          });
    }
    return wrong;
  }

  private long found(long id) throws InterruptedException {
    String table = tables.get().live();
    return kit.store()
        .aside(connection -> {
          try (PreparedStatement byId = OrderTable.versions(connection, table)) {
            return OrderTable.version(byId, id);
          }
        });
  }

  Map<String, Double> oracles() {
    return Map.of(
        "lostWrites", (double) lost,
        "staleRows", (double) stale,
        "missedReads", (double) missedReads.sum());
  }
}
