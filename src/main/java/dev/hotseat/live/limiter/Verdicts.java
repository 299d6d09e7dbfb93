package dev.hotseat.live.limiter;

import java.util.concurrent.TimeUnit;

/// What the judge found under one contract: since the start, and over the last ten seconds.
final class Verdicts {
  private static final int SECONDS = 10;
  private final Second[] recent = new Second[SECONDS];
  private long overAdmitted;
  private long wronglyRejected;

  Verdicts() {
    for (int i = 0; i < SECONDS; i++) {
      recent[i] = new Second();
    }
  }

  /// A call was let through.
  ///
  /// @param used units of its key in the window that ends with it
  /// @param limit units allowed in it
  void admitted(long atNanos, long used, long limit) {
    Second second = second(atNanos);
    second.judged++;
    second.admitted++;
    second.worst = Math.max(second.worst, (double) used / limit);
    if (used > limit) {
      second.over++;
      overAdmitted++;
    }
  }

  /// A call was refused.
  ///
  /// @param fits whether it would have fitted into what its key is allowed
  void refused(long atNanos, boolean fits) {
    Second second = second(atNanos);
    second.judged++;
    if (fits) {
      second.wrong++;
      wronglyRejected++;
    }
  }

  long overAdmitted() {
    return overAdmitted;
  }

  long wronglyRejected() {
    return wronglyRejected;
  }

  /// The last ten seconds as one.
  Second recent(long nowNanos) {
    long now = TimeUnit.NANOSECONDS.toSeconds(nowNanos);
    Second sum = new Second();
    for (Second each : recent) {
      if (each.number > now - SECONDS) {
        sum.admitted += each.admitted;
        sum.over += each.over;
        sum.judged += each.judged;
        sum.wrong += each.wrong;
        sum.worst = Math.max(sum.worst, each.worst);
      }
    }
    return sum;
  }

  private Second second(long atNanos) {
    long number = TimeUnit.NANOSECONDS.toSeconds(atNanos);
    Second second = recent[(int) (number % SECONDS)];
    if (second.number != number) {
      second.clear(number);
    }
    return second;
  }

  /// Counts of one second.
  static final class Second {
    private long number = Long.MIN_VALUE;
    private long admitted;
    private long over;
    private long judged;
    private long wrong;
    private double worst;

    /// Share of those let through that were too many.
    double overShare() {
      return admitted == 0 ? 0 : (double) over / admitted;
    }

    /// Share of all that were refused and should not have been.
    double wrongShare() {
      return judged == 0 ? 0 : (double) wrong / judged;
    }

    /// The fullest window, as a share of its limit.
    double worst() {
      return worst;
    }

    private void clear(long next) {
      number = next;
      admitted = 0;
      over = 0;
      judged = 0;
      wrong = 0;
      worst = 0;
    }
  }
}
