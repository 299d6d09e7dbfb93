package dev.hotseat.live.limiter;

import org.jspecify.annotations.Nullable;

/// What the judge knows of one key: the calls let through in the last window, once for all
/// contracts; and once more for a key that has used its hourly burst, whose extra calls count
/// apart.
final class CaseFile {
  private final Log log = new Log();
  private @Nullable Log besideBurst;
  private long burstSince = Long.MIN_VALUE;
  private long burstLeft;

  void expire(long untilNanos) {
    log.expire(untilNanos);
    if (besideBurst != null) {
      besideBurst.expire(untilNanos);
    }
  }

  void admit(long atNanos, int cost) {
    log.add(atNanos, cost);
  }

  int calls() {
    return log.calls();
  }

  long units() {
    return log.units();
  }

  /// Units by the contract with the burst, after one more call was let through: what exceeds the
  /// limit is taken from the burst as long as there is one.
  long admitWithBurst(Quota quota, long atNanos) {
    Log counted = besideBurst;
    long used = (counted == null ? log.calls() - 1 : counted.calls()) + 1L;
    if (used > quota.limit() && burst(quota, atNanos) > 0) {
      if (counted == null) {
        besideBurst = withoutLast();
      }
      openBurst(quota, atNanos);
      burstLeft--;
      return quota.limit();
    }
    if (counted != null) {
      counted.add(atNanos, 1);
    }
    return used;
  }

  /// Whether one more call would be allowed by the contract with the burst.
  boolean fitsWithBurst(Quota quota, long atNanos) {
    int used = besideBurst == null ? log.calls() : besideBurst.calls();
    return used < quota.limit() || burst(quota, atNanos) > 0;
  }

  boolean empty() {
    return log.calls() == 0 && besideBurst == null;
  }

  /// Lets go of a burst that nobody remembers any more.
  void tidy(long nowNanos) {
    if (besideBurst != null && nowNanos - burstSince > HourlyBursts.PERIOD_NANOS) {
      besideBurst = null;
      burstSince = Long.MIN_VALUE;
    }
  }

  private long burst(Quota quota, long atNanos) {
    if (fresh(atNanos)) {
      return quota.limit() * (HourlyBursts.TIMES - 1);
    }
    return atNanos - burstSince < quota.windowNanos() ? burstLeft : 0;
  }

  private void openBurst(Quota quota, long atNanos) {
    if (fresh(atNanos)) {
      burstSince = atNanos;
      burstLeft = quota.limit() * (HourlyBursts.TIMES - 1);
    }
  }

  private boolean fresh(long atNanos) {
    return burstSince == Long.MIN_VALUE || atNanos - burstSince >= HourlyBursts.PERIOD_NANOS;
  }

  /// The log as it was before the call that opens the burst.
  private Log withoutLast() {
    Log copy = log.copy();
    copy.dropLast();
    return copy;
  }
}
