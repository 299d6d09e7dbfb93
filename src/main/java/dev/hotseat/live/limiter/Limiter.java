package dev.hotseat.live.limiter;

/// What one algorithm remembers of one key, and its decisions. Safe for use by many threads.
///
/// The quota is not part of it: a lever that changes the limit changes it for keys that are already
/// known, and memory per key is what the algorithm itself needs.
///
/// Time is the time of whoever asks, in nanoseconds since the epoch. Clocks differ and are set; all
/// algorithms therefore take a time before one they have seen as if it stood still, so that a clock
/// that goes back lets nothing through that was let through before.
abstract sealed class Limiter permits OneLong, SlidingLog, TokenBucket {
  /// Object header and the field below, as a 64-bit JVM with compressed references lays them out.
  static final long BASE_BYTES = 16;

  /// Whether it was asked again since the hand of the table last came by. Racy on purpose.
  boolean recent;

  /// Asks for `cost` units. Zero: go on. More than zero: let through, but only after waiting so
  /// many nanoseconds. Less than zero: refused, and it makes no sense to come back before as many
  /// nanoseconds have passed.
  ///
  /// A cost above what the quota can ever hold is let through by a key that has used nothing.
  abstract long ask(Quota quota, long nowNanos, int cost);

  /// Takes units for something that was let through elsewhere, whether or not there are any.
  abstract void charge(Quota quota, long nowNanos, long cost);

  /// Where the key stands now.
  abstract Standing standing(Quota quota, long nowNanos);

  /// Whether it would decide like one that was never asked, and can be forgotten.
  abstract boolean idle(Quota quota, long nowNanos);

  /// Another with the same memory: what somebody gets who reads it over a network.
  abstract Limiter copy();

  /// Memory it holds, in bytes.
  abstract long bytes();
}
