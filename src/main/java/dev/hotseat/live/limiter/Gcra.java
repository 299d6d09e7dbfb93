package dev.hotseat.live.limiter;

/// The generic cell rate algorithm: one number, the time at which the next call would be due if the
/// key had kept exactly to its rate.
///
/// Source: virtual scheduling in ITU-T Recommendation I.371 (traffic control in B-ISDN), written
/// for cells of ATM networks. Cost per key: one long, 24 bytes with its object. Admits what a token
/// bucket of the same size admits, and nothing else.
final class Gcra extends OneLong {

  private Gcra(long due) {
    super(due);
  }

  Gcra() {
    this(Long.MIN_VALUE);
  }

  /*
   * A call that comes before its due time is early by the difference, and may be early by what the
   * burst is worth. Letting it through moves the due time on by its cost. A refusal writes nothing,
   * so a key that hammers costs one read.
   */
  @Override
  long ask(Quota quota, long nowNanos, int cost) {
    long worth = cost * quota.intervalNanos();
    long allowed = Math.max(quota.burst(), cost) * quota.intervalNanos();
    while (true) {
      long seen = state();
      long next = Math.max(seen, nowNanos) + worth;
      long tooEarly = next - nowNanos - allowed;
      if (tooEarly > 0) {
        return -tooEarly;
      }
      if (replaced(seen, next)) {
        return 0;
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

  @Override
  Standing standing(Quota quota, long nowNanos) {
    long interval = quota.intervalNanos();
    long early = Math.max(state(), nowNanos) - nowNanos;
    long creditNanos = quota.burst() * interval - early;
    long remaining = Math.max(0, Math.floorDiv(creditNanos, interval));
    return new Standing(remaining, (remaining + 1) * interval - creditNanos);
  }

  @Override
  boolean idle(Quota quota, long nowNanos) {
    return state() <= nowNanos;
  }

  @Override
  Gcra copy() {
    return new Gcra(state());
  }
}
