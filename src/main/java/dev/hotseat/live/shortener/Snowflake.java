package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.shortener.Choices.ClockRule;
import dev.hotseat.world.Pause;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A key node: 41 bits of milliseconds, 10 of node, 12 of sequence.
///
/// Unique as long as no two nodes have one number and the clock never shows a millisecond twice.
/// The second is out of its hands; [ClockRule] says what it does about it.
final class Snowflake {
  /// Characters of a code, enough for any number it makes.
  static final int CODE_LENGTH = 11;

  private static final long EPOCH_MILLIS = 1_735_689_600_000L;
  private static final int SEQUENCE_MAX = (1 << 12) - 1;
  private static final long WAIT_MILLIS_MAX = 5_000;

  private final int node;
  private final InstantSource wall;
  private final Pause pause;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long setBackMillis;
  private long lastMillis;
  private int sequence;

  Snowflake(int node, InstantSource wall, Pause pause) {
    this.node = node;
    this.wall = wall;
    this.pause = pause;
  }

  /// Sets this node's clock back by so much; zero sets it right again.
  void setBack(long millis) {
    setBackMillis = millis;
  }

  /// The next number.
  ///
  /// @throws HopFailure when the clock is back and the rule is to refuse
  long next(ClockRule rule) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long now = millis();
      if (now < lastMillis && rule != ClockRule.TRUST) {
        now = caughtUp(now, rule);
      }
      sequence = now == lastMillis ? sequence + 1 : 0;
      if (sequence > SEQUENCE_MAX) {
        now = caughtUp(now, lastMillis + 1);
        sequence = 0;
      }
      lastMillis = now;
      return (now - EPOCH_MILLIS) << 22 | (long) node << 12 | sequence;
    } finally {
      lock.unlock();
    }
  }

  private long caughtUp(long now, ClockRule rule) throws InterruptedException {
    long behindMillis = lastMillis - now;
    if (rule == ClockRule.REFUSE || behindMillis > WAIT_MILLIS_MAX) {
      throw new HopFailure(
          503,
          new Why("clock-back", "keys", "The key node's clock is " + behindMillis + " ms behind"));
    }
    return caughtUp(now, lastMillis);
  }

  private long caughtUp(long from, long wanted) throws InterruptedException {
    long now = from;
    while (now < wanted) {
      pause.sleepNanos(TimeUnit.MILLISECONDS.toNanos(wanted - now));
      now = millis();
    }
    return now;
  }

  private long millis() {
    return wall.millis() - setBackMillis;
  }
}
