package dev.hotseat.live.migration;

import dev.hotseat.live.LeverValues;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.Map;

/// What customers are moved with: each does one thing to the tables, or measures them.
final class Tools {
  private final World world;
  private final Doors doors;
  private final Ddl ddl;
  private final Backfill backfill;
  private final InPlaceAlter inPlaceAlter;
  private final BigCopy bigCopy;
  private final Verifier verifier;
  private final Repair repair;
  private final ShadowIndex shadowIndex;
  private final Scale scale;
  private volatile Pacing pacing = new Pacing(0, 1_000, false, true, true, 0);

  Tools(World world, Doors doors, Layout layout, WriteGate gate, Serving serving) {
    this.world = world;
    this.doors = doors;
    this.ddl = new Ddl(world, doors.operator());
    this.backfill = new Backfill(world, doors.copy(), serving, layout, pacing);
    this.inPlaceAlter = new InPlaceAlter(doors.operator(), ddl, layout, serving);
    this.bigCopy = new BigCopy(doors.operator(), layout, serving);
    this.verifier = new Verifier(world, doors.check(), layout);
    this.repair = new Repair(world, doors.check(), layout);
    this.shadowIndex = new ShadowIndex(world, doors.operator(), gate);
    this.scale = new Scale(world, doors.operator(), layout);
  }

  void change(LeverValues levers) {
    change(Pacing.of(levers), levers.number("lock-timeout-for-ddl"));
  }

  void change(Pacing to, long lockMillis) {
    pacing = to;
    backfill.change(to);
    shadowIndex.pace(to.rowsPerSecond());
    ddl.lockTimeout(lockMillis);
  }

  /// What moving customers adds to the gauges.
  Map<String, Double> gauges() {
    Scale.Sizes sizes = scale.last();
    Progress now = backfill.progress();
    Map<String, Double> gauges = new HashMap<>();
    gauges.put("rowsOld", (double) sizes.oldRows());
    gauges.put("rowsNew", (double) sizes.newRows());
    gauges.put("sizeMb", sizes.mb());
    gauges.put("backfillShare", now.share());
    gauges.put(
        "backfillRowsPerSecond", now.state() == Progress.State.RUNNING ? now.perSecond() : 0);
    gauges.put("mismatches", (double) verifier.last().mismatches());
    gauges.put("bigCopyCancelled", bigCopy.bar().cancelled() ? 1.0 : 0.0);
    gauges.put("comparisons", (double) verifier.ended());
    return gauges;
  }

  Ddl ddl() {
    return ddl;
  }

  Backfill backfill() {
    return backfill;
  }

  InPlaceAlter inPlaceAlter() {
    return inPlaceAlter;
  }

  BigCopy bigCopy() {
    return bigCopy;
  }

  Verifier verifier() {
    return verifier;
  }

  Repair repair() {
    return repair;
  }

  ShadowIndex shadowIndex() {
    return shadowIndex;
  }

  Scale scale() {
    return scale;
  }

  /// How carefully rows are copied at present.
  Pacing pacing() {
    return pacing;
  }

  /// The connections of whoever changes the schema.
  Door operator() {
    return doors.operator();
  }

  /// Pauses between two looks.
  void pause(long nanos) throws InterruptedException {
    world.pause().sleepNanos(nanos);
  }
}
