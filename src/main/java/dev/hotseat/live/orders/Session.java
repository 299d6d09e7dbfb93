package dev.hotseat.live.orders;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.world.TickSource;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// A connection in somebody's hands, as the database sees it: who has it, what it is doing, since
/// when.
final class Session {
  private final long id;
  private final int engineId;
  private final String owner;
  private final String traceId;
  private final TickSource ticks;
  private final long sinceNanos;
  private volatile String text = "";
  private volatile long textSinceNanos;
  private volatile @Nullable Statement active;
  private volatile boolean writing;
  private volatile boolean killed;

  Session(long id, int engineId, String owner, String traceId, TickSource ticks) {
    this.id = id;
    this.engineId = engineId;
    this.owner = owner;
    this.traceId = traceId;
    this.ticks = ticks;
    this.sinceNanos = ticks.nanos();
    this.textSinceNanos = sinceNanos;
  }

  long id() {
    return id;
  }

  /// What the engine calls it.
  int engineId() {
    return engineId;
  }

  String owner() {
    return owner;
  }

  String traceId() {
    return traceId;
  }

  /// Its statement, or its last one when it is idle.
  String text() {
    return text;
  }

  double millis() {
    return (ticks.nanos() - sinceNanos) / 1e6;
  }

  double millisInText() {
    return (ticks.nanos() - textSinceNanos) / 1e6;
  }

  boolean active() {
    return active != null;
  }

  /// Whether it has changed something that is not committed.
  boolean writing() {
    return writing;
  }

  void begins(Statement statement, String sql) {
    checkAlive();
    text = sql;
    textSinceNanos = ticks.nanos();
    active = statement;
  }

  void ends() {
    active = null;
    textSinceNanos = ticks.nanos();
  }

  void wrote(boolean uncommitted) {
    writing = uncommitted;
  }

  void checkAlive() {
    if (killed) {
      throw new HopFailure(503, new Why("session-killed", owner, "the session was killed"));
    }
  }

  /// Stops what it does; its next statement fails.
  void kill() throws SQLException {
    killed = true;
    Statement now = active;
    if (now != null) {
      now.cancel();
    }
  }
}
