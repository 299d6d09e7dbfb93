package dev.hotseat.live.limiter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The token bucket: tokens drip in at the rate of the limit, at most so many are kept, and a call
/// takes as many as it costs.
///
/// Source: J. Turner, "New directions in communications" (IEEE Communications Magazine, 1986),
/// where it is the leaky bucket used as a meter; RFC 2697 and most libraries since. Cost per key: a
/// number of tokens and the time it was true, 56 bytes with both objects.
final class TokenBucket extends Limiter {
  private static final VarHandle LEVEL;
  private static final long BYTES = 24 + 32;
  private static final Level FULL = new Level(Long.MAX_VALUE, Long.MIN_VALUE);

  static {
    try {
      LEVEL = MethodHandles.lookup().findVarHandle(TokenBucket.class, "level", Level.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private volatile Level level = FULL;

  /*
   * Tokens are counted in nanoseconds of dripping, in which one token is the quota's interval: whole
   * numbers all along, so no fraction is lost at refilling, and none is made. Both numbers change
   * together or not at all, which takes one object and a compare-and-set of the reference to it. A
   * refusal writes nothing.
   */
  @Override
  long ask(Quota quota, long nowNanos, int cost) {
    long worth = cost * quota.intervalNanos();
    while (true) {
      Level seen = level;
      long credit = seen.creditNanos(quota, nowNanos, cost);
      if (credit < worth) {
        return credit - worth - seen.aheadOf(nowNanos);
      }
      Level next = new Level(credit - worth, Math.max(seen.atNanos, nowNanos));
      if (LEVEL.compareAndSet(this, seen, next)) {
        return 0;
      }
    }
  }

  @Override
  void charge(Quota quota, long nowNanos, long cost) {
    Level seen;
    Level next;
    do {
      seen = level;
      long credit = seen.creditNanos(quota, nowNanos, 1) - cost * quota.intervalNanos();
      next = new Level(credit, Math.max(seen.atNanos, nowNanos));
    } while (!LEVEL.compareAndSet(this, seen, next));
  }

  @Override
  Standing standing(Quota quota, long nowNanos) {
    Level seen = level;
    long interval = quota.intervalNanos();
    long credit = seen.creditNanos(quota, nowNanos, 1);
    long remaining = Math.max(0, Math.floorDiv(credit, interval));
    return new Standing(remaining, (remaining + 1) * interval - credit + seen.aheadOf(nowNanos));
  }

  @Override
  boolean idle(Quota quota, long nowNanos) {
    return level.creditNanos(quota, nowNanos, 1) == quota.burst() * quota.intervalNanos();
  }

  @Override
  TokenBucket copy() {
    TokenBucket copy = new TokenBucket();
    copy.level = level;
    return copy;
  }

  @Override
  long bytes() {
    return BYTES;
  }

  /// How much was in the bucket at a time.
  private record Level(long creditNanos, long atNanos) {
    /// What is in it now; a bucket too small for one call of this cost is as large as the call.
    long creditNanos(Quota quota, long nowNanos, int cost) {
      long most = Math.max(quota.burst(), cost) * quota.intervalNanos();
      if (creditNanos == Long.MAX_VALUE) {
        return most;
      }
      return Math.min(most, creditNanos + Math.max(0, nowNanos - atNanos));
    }

    /// How far the clock it was filled by is ahead of this one.
    long aheadOf(long nowNanos) {
      return atNanos == Long.MIN_VALUE ? 0 : Math.max(0, atNanos - nowNanos);
    }
  }
}
