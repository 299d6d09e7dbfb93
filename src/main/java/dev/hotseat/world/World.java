package dev.hotseat.world;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Time, waiting and chance, handed in from outside.
///
/// @param wall dates that people read; may jump, never subtract two of them
/// @param ticks durations; monotonic
/// @param pause the only way to wait
/// @param dice the only source of chance
public record World(InstantSource wall, TickSource ticks, Pause pause, Dice dice) {

  /// The machine's own clocks, real waiting, and chance from `seed`.
  public static World real(long seed) {
    return new World(
        InstantSource.system(), System::nanoTime, TimeUnit.NANOSECONDS::sleep, new Dice(seed));
  }

  /// The same clocks with another seed.
  public World withSeed(long seed) {
    return new World(wall, ticks, pause, new Dice(seed));
  }
}
