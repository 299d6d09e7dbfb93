package dev.hotseat.live.limiter;

/// The leaky bucket as a queue: calls leave one by one at the rate of the limit, whoever comes
/// waits for its turn, and who would have to wait too long is refused.
///
/// Source: J. Turner, "New directions in communications" (IEEE Communications Magazine, 1986), in
/// the form that A. Tanenbaum's "Computer Networks" made known. Cost per key: one long, 24 bytes
/// with its object, and a thread for each call that waits. It knows no burst: a key that was silent
/// all day still leaves at its rate.
final class LeakyBucket extends OneLong {

  /// When the next call may leave.
  private LeakyBucket(long free) {
    super(free);
  }

  LeakyBucket() {
    this(Long.MIN_VALUE);
  }

  @Override
  long ask(Quota quota, long nowNanos, int cost) {
    while (true) {
      long seen = state();
      long leaves = Math.max(seen, nowNanos);
      long wait = leaves - nowNanos;
      if (wait > quota.queueNanos()) {
        return quota.queueNanos() - wait;
      }
      if (replaced(seen, leaves + cost * quota.intervalNanos())) {
        return wait;
      }
    }
  }

  @Override
  void charge(Quota quota, long nowNanos, long cost) {
    long seen;
    do {
      seen = state();
    } while (!replaced(seen, Math.max(seen, nowNanos) + cost * quota.intervalNanos()));
  }

  /// Units that could be sent at once, most of them to wait.
  @Override
  Standing standing(Quota quota, long nowNanos) {
    long interval = quota.intervalNanos();
    long room = quota.queueNanos() - (Math.max(state(), nowNanos) - nowNanos);
    long remaining = room < 0 ? 0 : room / interval + 1;
    return new Standing(remaining, remaining * interval - room);
  }

  @Override
  boolean idle(Quota quota, long nowNanos) {
    return state() <= nowNanos;
  }

  @Override
  LeakyBucket copy() {
    return new LeakyBucket(state());
  }
}
