package dev.hotseat.live.limiter;

import dev.hotseat.world.Dice;
import dev.hotseat.world.World;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes when a test says so, or when a call waits, if the test wants that. Background
/// work waits until it is time.
final class HandTime {
  /// A full minute.
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicLong ticks = new AtomicLong(1_000_000_000L);
  private final boolean passesInCalls;

  private HandTime(boolean passesInCalls) {
    this.passesInCalls = passesInCalls;
  }

  /// Calls take no time: stores and backends answer at once.
  HandTime() {
    this(false);
  }

  /// Calls take exactly the time that they wait. For tests that send one call after another.
  static HandTime passing() {
    return new HandTime(true);
  }

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
    } else if (passesInCalls) {
      passNanos(nanos);
    }
  }
}
