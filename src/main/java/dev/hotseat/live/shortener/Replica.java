package dev.hotseat.live.shortener;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.world.World;
import java.util.concurrent.TimeUnit;

/// A copy of the store that hears of every change late.
///
/// Modelled: there is one table, and the replica sees the rows that were committed before its
/// horizon. The horizon is now less what the last crossing of the replication hop took, never
/// beyond the start of a crossing still under way, and never goes back; so lag and cut are faults
/// of that hop, and need no code here.
final class Replica {
  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private final World world;
  private final Hop readHop;
  private final Hop replicationHop;
  private final Kit kit;
  private volatile long delayNanos;
  private volatile long underWaySince;
  private volatile long seenUntil;

  Replica(Kit kit, String region) {
    this.kit = kit;
    this.world = kit.world();
    this.readHop = kit.hop("app." + region + ">replica." + region);
    this.replicationHop = kit.hop("store>replica." + region);
    this.delayNanos = Topology.roundTrip(region).toNanos() / 2;
    this.underWaySince = Long.MAX_VALUE;
    this.seenUntil = world.ticks().nanos();
  }

  Hop readHop() {
    return readHop;
  }

  /// Tick up to which this copy has heard of changes.
  long horizonNanos() {
    long horizon = Math.min(world.ticks().nanos() - delayNanos, underWaySince);
    if (horizon - seenUntil > 0) {
      seenUntil = horizon;
    }
    return seenUntil;
  }

  double lagMillis() {
    return (world.ticks().nanos() - horizonNanos()) / 1e6;
  }

  /// Ships changes until interrupted.
  void follow() throws InterruptedException {
    Visit visit = kit.errand("replication");
    while (true) {
      ship(visit);
      world.pause().sleepNanos(BEAT_NANOS);
    }
  }

  /*
   * A failed crossing leaves "under way since" where it is: what was committed after that moment
   * has not arrived, however often shipping it has been tried.
   */
  private void ship(Visit visit) throws InterruptedException {
    long started = world.ticks().nanos();
    if (underWaySince == Long.MAX_VALUE) {
      underWaySince = started;
    }
    try {
      replicationHop.cross(visit, () -> Boolean.TRUE);
      delayNanos = world.ticks().nanos() - started;
      horizonNanos();
      underWaySince = Long.MAX_VALUE;
    } catch (HopFailure _) {
      // the next beat tries again
    }
  }
}
