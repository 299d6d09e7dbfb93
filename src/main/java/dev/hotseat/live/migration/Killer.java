package dev.hotseat.live.migration;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.Disturbance;
import dev.hotseat.live.HopFailure;
import dev.hotseat.world.TickSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Lets an instance die between its two writes, while that fault is in force.
///
/// The client of that very request hangs up and does not come back; all others who had a request
/// there are served by another instance. Otherwise the repetition would write both tables after
/// all, and hide what a crash leaves behind when nobody asks again.
final class Killer {
  static final String FAULT = "app-dies-between-writes";

  private static final Duration DOWN = Duration.ofSeconds(1);

  private final Disturbance disturbance;
  private final TickSource ticks;
  private final BooleanSupplier others;
  private final AtomicLong dueNanos = new AtomicLong(Long.MIN_VALUE);

  /// @param others whether there are instances enough to take over: the last one is spared
  Killer(Disturbance disturbance, TickSource ticks, BooleanSupplier others) {
    this.disturbance = disturbance;
    this.ticks = ticks;
    this.others = others;
  }

  /// The next instance to get to the point dies, however short ago the last one did.
  void rearm() {
    dueNanos.set(Long.MIN_VALUE);
  }

  /// The instance has written the old table and not the new one.
  ///
  /// @throws HopFailure when that was the end of it
  void between(Instance instance, Caller caller) {
    double everySeconds = disturbance.of(FAULT);
    if (everySeconds == 0 || !others.getAsBoolean()) {
      return;
    }
    long due = dueNanos.get();
    long now = ticks.nanos();
    long next = now + (long) (everySeconds * TimeUnit.SECONDS.toNanos(1));
    if ((due == Long.MIN_VALUE || now - due >= 0) && dueNanos.compareAndSet(due, next)) {
      caller.hangUp();
      instance.node().kill(DOWN);
      throw new HopFailure(
          502, new Why(Edge.DIED, instance.name(), "The process died between two writes"));
    }
  }
}
