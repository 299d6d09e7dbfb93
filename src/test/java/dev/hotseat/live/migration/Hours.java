package dev.hotseat.live.migration;

import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A world in which nothing takes time but waiting, and waiting takes none.
final class Hours {
  final AtomicLong nowNanos = new AtomicLong(1);

  World world() {
    return new World(
        InstantSource.system(),
        nowNanos::get,
        nanos -> nowNanos.addAndGet(Math.max(0, nanos)),
        new Dice(1));
  }

  double seconds() {
    return nowNanos.get() / 1e9;
  }
}
