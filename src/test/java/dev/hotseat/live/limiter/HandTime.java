package dev.hotseat.live.limiter;

import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes when a test says so. Calls never wait; background work waits until it is time.
final class HandTime {
  /// A full minute.
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicLong ticks = new AtomicLong(1_000_000_000L);

  World world(long seed) {
    return new World(() -> START, ticks::get, this::sleep, new Dice(seed));
  }

  void pass(double seconds) {
    passNanos((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
  }

  void passNanos(long nanos) {
    ticks.addAndGet(nanos);
  }

  private void sleep(long nanos) throws InterruptedException {
    if (Thread.currentThread().getName().startsWith("live-")) {
      long until = ticks.get() + nanos;
      while (ticks.get() < until) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
    }
  }
}
