package dev.hotseat.live.limiter;

/// What a policy allows one key, as the algorithms read it.
///
/// @param policy its name in the header fields
/// @param limit units in one window
/// @param windowNanos length of the window
/// @param intervalNanos time in which one unit comes back: the window divided by the limit
/// @param burst units that may be used at once after a rest, for algorithms that know bursts
/// @param queueNanos longest wait in a leaky bucket
record Quota(
    String policy, long limit, long windowNanos, long intervalNanos, long burst, long queueNanos) {

  Quota {
    if (limit < 1 || windowNanos < 1 || intervalNanos < 1 || burst < 1 || queueNanos < 0) {
      throw new IllegalArgumentException("not a quota: " + limit + " in " + windowNanos + " ns");
    }
  }

  /// A quota whose bucket holds so many units.
  static Quota of(String policy, long limit, long windowNanos, long burst, long queueNanos) {
    return new Quota(
        policy, limit, windowNanos, Math.max(1, windowNanos / limit), burst, queueNanos);
  }

  /// The part of one among so many who divide it between them without talking. Whole units are
  /// rounded down, so that all parts together never exceed the whole; but nobody gets nothing.
  Quota share(int among) {
    return among == 1
        ? this
        : new Quota(
            policy,
            Math.max(1, limit / among),
            windowNanos,
            intervalNanos * among,
            Math.max(1, burst / among),
            queueNanos);
  }
}
