package dev.hotseat.live.orders;

import dev.hotseat.live.Kit.Occupancy;

/// What one instance looked like in one second.
///
/// @param cpu share of its cores that was busy, 0..1
/// @param threads its threads, and the line before them
/// @param pool its connections, and who waits for one
/// @param heldBytes what its process remembers
/// @param pausedMillis for how long its process stood still in that second
record Vitals(double cpu, Occupancy threads, Occupancy pool, long heldBytes, double pausedMillis) {
  static final Vitals NONE = new Vitals(0, new Occupancy(0, 0, 0), new Occupancy(0, 0, 0), 0, 0);
}
