package dev.hotseat.telemetry;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/// Records how long one kind of thing took. Written by many threads at once, read by one.
///
/// Two significant digits: a reading is at most one per cent off. Under a microsecond everything is
/// a microsecond, over two minutes everything is two minutes.
public final class Meter {
  private static final long LEAST_NANOS = 1_000;
  private static final long MOST_NANOS = 120_000_000_000L;
  private static final int DIGITS = 2;

  private final Recorder recorder = new Recorder(LEAST_NANOS, MOST_NANOS, DIGITS);
  private final LongAdder failed = new LongAdder();
  private final LongAdder wasted = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final Total total = new Total();
  private @Nullable Histogram interval;
  private boolean used;

  Meter() {}

  /// Something went well and took this long.
  public void record(long nanos) {
    if (!used) {
      used = true;
    }
    recorder.recordValue(Math.clamp(nanos, LEAST_NANOS, MOST_NANOS));
  }

  /// Something failed after this long.
  public void fail(long nanos) {
    record(nanos);
    failed.increment();
  }

  /// Something went well, but whoever asked had left: throughput, not goodput.
  public void waste(long nanos) {
    record(nanos);
    wasted.increment();
  }

  /// Whoever asked was told to come back later: neither a failure nor goodput.
  public void turnAway(long nanos) {
    record(nanos);
    turnedAway.increment();
  }

  /*
   * `used` is a plain field on purpose: threads race to set it to the same value, and a reader that
   * misses it for one second finds those calls, which the recorder kept, in the next.
   */
  Slice close(long elapsedNanos) {
    if (!used) {
      return Slice.empty(elapsedNanos);
    }
    Histogram closed = recorder.getIntervalHistogram(interval);
    interval = closed;
    Slice slice =
        slice(
            closed,
            failed.sumThenReset(),
            wasted.sumThenReset(),
            turnedAway.sumThenReset(),
            elapsedNanos);
    total.add(slice);
    return slice;
  }

  Total total() {
    return total;
  }

  private static Slice slice(
      Histogram from, long failed, long wasted, long turnedAway, long elapsedNanos) {
    int size = 0;
    for (HistogramIterationValue _ : from.recordedValues()) {
      size++;
    }
    long[] values = new long[size];
    long[] counts = new long[size];
    int next = 0;
    for (HistogramIterationValue each : from.recordedValues()) {
      values[next] = each.getValueIteratedTo();
      counts[next++] = each.getCountAtValueIteratedTo();
    }
    return new Slice(values, counts, failed, wasted, turnedAway, elapsedNanos);
  }
}
