package dev.hotseat.live.limiter;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/// How long decisions take.
final class DecisionTimes {
  private static final long LEAST_NANOS = 100;
  private static final long MOST_NANOS = 60_000_000_000L;
  private final Recorder recorder = new Recorder(LEAST_NANOS, MOST_NANOS, 2);
  private @Nullable Histogram interval;

  void record(long nanos) {
    recorder.recordValue(Math.clamp(nanos, LEAST_NANOS, MOST_NANOS));
  }

  /// The 99th percentile since it was last asked. For one reader.
  double p99Millis() {
    Histogram closed = recorder.getIntervalHistogram(interval);
    interval = closed;
    return closed.getTotalCount() == 0 ? 0 : closed.getValueAtPercentile(99) / 1e6;
  }
}
