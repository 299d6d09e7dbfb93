package dev.hotseat.live.migration;

import dev.hotseat.live.LeverValues;

/// How a copy goes about it: the levers in force, typed.
///
/// @param rowsPerSecond 0 for as fast as it goes
/// @param batch ids in one transaction
/// @param byRandom whether stretches come in a scattered order instead of by id
/// @param versionCheck whether a newer row in the new table stays, and a deleted customer gone
/// @param checkpointed whether each chunk writes down, in its own transaction, how far it has come
/// @param lagMillisMax lag of the replica at which it waits; 0 for never
record Pacing(
    long rowsPerSecond,
    int batch,
    boolean byRandom,
    boolean versionCheck,
    boolean checkpointed,
    long lagMillisMax) {
  Pacing {
    if (rowsPerSecond < 0 || batch < 1 || lagMillisMax < 0) {
      throw new IllegalArgumentException("not a pace: " + rowsPerSecond + " by " + batch);
    }
  }

  static Pacing of(LeverValues levers) {
    return new Pacing(
        levers.number("backfill-rate"),
        (int) levers.number("batch-size"),
        levers.text("backfill-order").equals("by-random"),
        levers.on("version-check"),
        levers.on("checkpoint"),
        levers.on("throttle-on-lag") ? levers.number("max-lag") : 0);
  }
}
