package dev.hotseat.live.migration;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How far a copy of the store is behind.
///
/// Modelled: it holds no rows. It would apply so many rows a second, one after another, so a copy
/// that is faster than that makes it lag, and everything written after waits in the same line; the
/// way there is a real hop, which faults slow down or cut.
final class Replica {
  /// Rows it applies in a second, unless it is told otherwise.
  static final long ROWS_PER_SECOND = 60_000;

  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Kit kit;
  private final Hop hop;
  private final AtomicLong appliedAtNanos;
  private volatile long rowsPerSecond = ROWS_PER_SECOND;
  private volatile long delayNanos;
  private volatile long underWaySince = Long.MAX_VALUE;

  Replica(Kit kit) {
    this.kit = kit;
    this.hop = kit.hop("store>replica");
    this.appliedAtNanos = new AtomicLong(kit.world().ticks().nanos());
  }

  void start() {
    kit.background(
        "replica",
        () -> {
          Visit visit = kit.errand("replication");
          while (true) {
            ship(visit);
            kit.world().pause().sleepNanos(BEAT_NANOS);
          }
        });
  }

  /// Rows that it applies in a second from now on; those in line already keep their turn.
  void pace(long rows) {
    rowsPerSecond = rows;
  }

  /// So many rows were committed in the store.
  void wrote(long rows) {
    long now = kit.world().ticks().nanos();
    appliedAtNanos.accumulateAndGet(
        rows * SECOND_NANOS / rowsPerSecond, (free, work) -> Math.max(free, now) + work);
  }

  long lagMillis() {
    long now = kit.world().ticks().nanos();
    long behind = Math.max(0, appliedAtNanos.get() - now);
    long since = underWaySince;
    long onTheWay = since == Long.MAX_VALUE ? delayNanos : Math.max(delayNanos, now - since);
    return TimeUnit.NANOSECONDS.toMillis(behind + onTheWay);
  }

  private void ship(Visit visit) throws InterruptedException {
    long begun = kit.world().ticks().nanos();
    if (underWaySince == Long.MAX_VALUE) {
      underWaySince = begun;
    }
    try {
      hop.cross(visit, () -> Boolean.TRUE);
      delayNanos = kit.world().ticks().nanos() - begun;
      underWaySince = Long.MAX_VALUE;
    } catch (HopFailure _) {
      // the next beat tries again
    }
  }
}
