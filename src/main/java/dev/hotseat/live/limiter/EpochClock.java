package dev.hotseat.live.limiter;

import dev.hotseat.world.World;
import java.util.concurrent.TimeUnit;

/// The true time in nanoseconds since the epoch: the date once, at the start, and from there on the
/// ticks, which never jump.
final class EpochClock {
  private final World world;
  private final long offsetNanos;

  EpochClock(World world) {
    this.world = world;
    this.offsetNanos = TimeUnit.MILLISECONDS.toNanos(world.wall().millis()) - world.ticks().nanos();
  }

  long nanos() {
    return at(world.ticks().nanos());
  }

  /// The time of a tick.
  long at(long tickNanos) {
    return tickNanos + offsetNanos;
  }
}
