package dev.hotseat.session;

import dev.hotseat.world.TickSource;

/// Time inside a session: stands while the session is paused or the server is down, and may run
/// faster than the world's.
final class SessionClock {
  private final TickSource ticks;
  private final double speed;
  private volatile Reading reading;

  /// @param sinceNanos tick since which the clock goes on from `seconds`; 0 and not going: it
  ///   stands
  private record Reading(double seconds, long sinceNanos, boolean going) {}

  /// A clock that stands at zero.
  SessionClock(TickSource ticks, double speed) {
    this.ticks = ticks;
    this.speed = speed;
    this.reading = new Reading(0, 0, false);
  }

  /// Sets a clock that stands.
  void set(double seconds) {
    reading = new Reading(seconds, 0, false);
  }

  double speed() {
    return speed;
  }

  double elapsedSeconds() {
    Reading now = reading;
    return now.going ? now.seconds + (ticks.nanos() - now.sinceNanos) / 1e9 * speed : now.seconds;
  }

  /// The same, rounded as entries carry it: to the millisecond.
  double stamp() {
    return Math.round(elapsedSeconds() * 1e3) / 1e3;
  }

  void go() {
    if (!reading.going) {
      reading = new Reading(reading.seconds, ticks.nanos(), true);
    }
  }

  void stand() {
    reading = new Reading(elapsedSeconds(), 0, false);
  }
}
