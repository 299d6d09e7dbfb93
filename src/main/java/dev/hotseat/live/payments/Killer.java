package dev.hotseat.live.payments;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.Disturbance;
import dev.hotseat.live.HopFailure;
import dev.hotseat.world.TickSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Kills a process at a chosen point of its work, while the fault for that point is in force.
final class Killer {
  /// Where a process can die.
  enum Point {
    AFTER_CLAIM("kill-after-claim"),
    AFTER_CHARGE("kill-after-charge"),
    IN_COMMIT("kill-in-commit"),
    AFTER_COMMIT("kill-after-commit");

    private final String fault;

    Point(String fault) {
      this.fault = fault;
    }
  }

  private static final long LONG_AGO = Long.MIN_VALUE;

  private final Disturbance disturbance;
  private final TickSource ticks;
  private final Duration down;
  private final Map<Point, AtomicLong> lastNanos = new EnumMap<>(Point.class);

  Killer(Disturbance disturbance, TickSource ticks, Duration down) {
    this.disturbance = disturbance;
    this.ticks = ticks;
    this.down = down;
    for (Point point : Point.values()) {
      lastNanos.put(point, new AtomicLong(LONG_AGO));
    }
  }

  /// The next process to get to the point dies, however short ago the last one did.
  void rearm() {
    lastNanos.values().forEach(last -> last.set(LONG_AGO));
  }

  /// The process has come to this point of its work.
  ///
  /// @throws HopFailure when that was the end of it
  void at(Point point, Api api) {
    double everySeconds = disturbance.of(point.fault);
    if (everySeconds == 0) {
      return;
    }
    AtomicLong last = lastNanos.get(point);
    long now = ticks.nanos();
    long before = last == null ? now : last.get();
    boolean due = before == LONG_AGO || now - before >= everySeconds * TimeUnit.SECONDS.toNanos(1);
    if (due && last != null && last.compareAndSet(before, now) && api.node().up()) {
      api.node().kill(down);
      throw new HopFailure(
          502, new Why("process-died", api.name(), "the process died: " + point.fault));
    }
  }
}
