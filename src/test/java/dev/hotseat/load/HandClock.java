package dev.hotseat.load;

import dev.hotseat.world.Dice;
import dev.hotseat.world.Pause;
import dev.hotseat.world.TickSource;
import dev.hotseat.world.World;
import java.time.Instant;

/// A clock that moves only when someone waits on it, or when the test moves it.
final class HandClock implements TickSource, Pause {
  private long now;

  World world(long seed) {
    return new World(() -> Instant.EPOCH.plusNanos(now), this, this, new Dice(seed));
  }

  void moveTo(long nanos) {
    now = Math.max(now, nanos);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleepNanos(long nanos) {
    now += Math.max(0, nanos);
  }
}
