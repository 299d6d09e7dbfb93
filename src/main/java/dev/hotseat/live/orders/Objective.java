package dev.hotseat.live.orders;

import dev.hotseat.exchange.Why;
import dev.hotseat.telemetry.Readings;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// What is promised to those who buy, and how the present second stands by it.
final class Objective {
  /// One checkout in a hundred may take this long.
  static final double P99_MILLIS = 120;

  /// Fewer checkouts than this share may fail.
  static final double ERROR_SHARE = 0.005;

  /*
   * Who waits longer than this is served badly, whatever the percentiles say. It lies well above what
   * a healthy service ever needs, so that a busy machine does not burn anybody's error budget.
   */
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /// Reasons that operations give calls which they cut or turn away.
  private static final Set<String> BY_OPERATION =
      Set.of(
          "process-died", "process-down", "no-instance", "shed", "tenant-blocked", "writes-frozen");

  private final LongAdder calls = new LongAdder();
  private final LongAdder bad = new LongAdder();
  private final LongAdder hurt = new LongAdder();
  private final LongAdder checkouts = new LongAdder();
  private final LongAdder badCheckouts = new LongAdder();

  /// How checkouts ended in one second.
  record Checkouts(long all, long bad) {
    double badShare() {
      return all == 0 ? 0 : bad / (double) all;
    }
  }

  /// Counts a call.
  ///
  /// @param reason why it was not answered; empty when it was
  void count(boolean checkout, boolean failed, String reason, long tookNanos) {
    boolean cut = BY_OPERATION.contains(reason);
    boolean isBad = failed || cut || tookNanos > SLOW_NANOS;
    calls.increment();
    if (isBad) {
      bad.increment();
    }
    if (cut) {
      hurt.increment();
    }
    if (checkout) {
      checkouts.increment();
      if (isBad) {
        badCheckouts.increment();
      }
    }
  }

  /// Takes what was counted since the last time.
  Consequences.Tally take(long wrong) {
    return new Consequences.Tally(
        calls.sumThenReset(), bad.sumThenReset(), hurt.sumThenReset(), wrong);
  }

  Checkouts takeCheckouts() {
    return new Checkouts(checkouts.sumThenReset(), badCheckouts.sumThenReset());
  }

  /// Whether checkouts are as promised, by the last five seconds of a breakdown.
  static boolean met(Readings readings) {
    Double p99 = readings.recent().get("p99/checkout");
    Double errors = readings.recent().get("errorShare/checkout");
    return p99 != null && errors != null && p99 < P99_MILLIS && errors < ERROR_SHARE;
  }

  /// The reason of a call that was not answered; empty for others.
  static String reason(Optional<Why> why) {
    return why.map(Why::reason).orElse("");
  }
}
