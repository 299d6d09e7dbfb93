package dev.hotseat.live.limiter;

/// What a table says to one call.
///
/// @param nanos as [Limiter#ask] answers: wait, go on, or come back
/// @param remaining units the key could still use at once
/// @param moreNanos time until there is more than that
/// @param atNanos when it was decided, by the clock that was used
record Answer(long nanos, long remaining, long moreNanos, long atNanos) {
  /// There is no room to remember one more key.
  static final Answer FULL = new Answer(Long.MIN_VALUE, 0, 0, 0);

  /// Nobody was asked: the call goes on uncounted.
  static Answer uncounted(long atNanos) {
    return new Answer(0, -1, 0, atNanos);
  }

  boolean refused() {
    return nanos < 0;
  }

  /// Whether anything is known about where the key stands.
  boolean counted() {
    return remaining >= 0;
  }

  /// Time after which it makes sense to come back.
  long comeBackNanos() {
    return -nanos;
  }
}
