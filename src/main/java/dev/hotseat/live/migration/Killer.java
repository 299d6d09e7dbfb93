package dev.hotseat.live.migration;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.world.TickSource;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Lets an instance die between its two writes, while that fault is in force.
///
/// The client of that very request hangs up and does not come back; all others who had a request
/// there are served by another instance. Otherwise the repetition would write both tables after
/// all, and hide what a crash leaves behind when nobody asks again.
final class Killer {
  static final String FAULT = "app-dies-between-writes";

  /// Status of a request whose client has gone; nobody was failed by it.
  private static final int CLIENT_GONE = 499;

  private static final Duration DOWN = Duration.ofSeconds(1);

  private final Disturbance disturbance;
  private final TickSource ticks;
  private final AtomicLong dueNanos = new AtomicLong(Long.MIN_VALUE);

  Killer(Disturbance disturbance, TickSource ticks) {
    this.disturbance = disturbance;
    this.ticks = ticks;
  }

  /// The next instance to get to the point dies, however short ago the last one did.
  void rearm() {
    dueNanos.set(Long.MIN_VALUE);
  }

  /// The instance has written the old table and not the new one.
  ///
  /// @throws HopFailure when that was the end of it
  void between(Instance instance) {
    double everySeconds = disturbance.of(FAULT);
    if (everySeconds == 0) {
      return;
    }
    long due = dueNanos.get();
    long now = ticks.nanos();
    long next = now + (long) (everySeconds * TimeUnit.SECONDS.toNanos(1));
    if ((due == Long.MIN_VALUE || now - due >= 0) && dueNanos.compareAndSet(due, next)) {
      instance.node().kill(DOWN);
      throw new HopFailure(
          CLIENT_GONE,
          new Why("client-gone", instance.name(), "The process died, and the client hung up"));
    }
  }
}
