package dev.hotseat.live.payments;

import dev.hotseat.world.World;
import java.util.concurrent.TimeUnit;

/// What the clocks say: of the whole world, and of the one process whose clock can be wrong.
final class Clock {
  private static final String SKEWED = "api.2";

  private final World world;
  private volatile long forwardMillis;
  private volatile long skewMillis;

  Clock(World world) {
    this.world = world;
  }

  /// Time on the clock of a part.
  long millis(String part) {
    return millis() + (part.equals(SKEWED) ? skewMillis : 0);
  }

  /// Time on a clock that goes right.
  long millis() {
    return world.wall().millis() + forwardMillis;
  }

  /// Time that only passes: on no clock that anybody can set. Milliseconds since some moment.
  long steadyMillis() {
    return TimeUnit.NANOSECONDS.toMillis(world.ticks().nanos());
  }

  void forward(double hours) {
    forwardMillis = (long) (hours * TimeUnit.HOURS.toMillis(1));
  }

  void skew(double minutes) {
    skewMillis = (long) (minutes * TimeUnit.MINUTES.toMillis(1));
  }
}
