package dev.hotseat.load;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Whether a run sent its calls too late to say anything about the system.
/*
 * Latency counts from the due time, so it contains whatever the generator was late by. While that is
 * a small part of what is reported, the figure is the system's; beyond a tenth of the reported p99 it
 * is ours. Below a floor, usually two milliseconds, we never complain: a thread that sleeps until a
 * call is due is late by up to one and a half even on a quiet machine of two cores, and no lever or
 * fault here is judged by less.
 */
final class Lateness {
  private static final double SHARE_MAX = 0.1;

  private final double floorMillis;

  Lateness(Duration floor) {
    this.floorMillis = floor.toNanos() / 1e6;
  }

  /// Why the run is void in one sentence; empty when it holds.
  String tooLate(Tally totals, Histogram pacer, Loop loop) {
    if (loop instanceof Loop.Closed) {
      return "";
    }
    double lag = totals.lag().getValueAtPercentile(99) / 1e6;
    double reported = totals.all().getValueAtPercentile(99) / 1e6;
    double allowed = Math.max(floorMillis, SHARE_MAX * reported);
    if (lag <= allowed) {
      return "";
    }
    double own = pacer.getValueAtPercentile(99) / 1e6;
    return String.format(
        Locale.ROOT,
        "Calls were sent up to %.1f ms after they were due (p99; allowed %.1f ms), of which the"
            + " pacer was late by %.1f ms: the machine had no processor left for this rate.",
        lag,
        allowed,
        own);
  }
}
