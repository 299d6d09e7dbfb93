package dev.hotseat.telemetry;

import java.util.Arrays;

/// What one meter saw in one stretch of time: latencies and how often each occurred, rising.
final class Slice {
  private final long[] values;
  private final long[] counts;
  private final long count;
  private final long failed;
  private final long wasted;
  private final long turnedAway;
  private final long elapsedNanos;

  Slice(
      long[] values, long[] counts, long failed, long wasted, long turnedAway, long elapsedNanos) {
    this.values = values;
    this.counts = counts;
    this.count = Arrays.stream(counts).sum();
    this.failed = failed;
    this.wasted = wasted;
    this.turnedAway = turnedAway;
    this.elapsedNanos = elapsedNanos;
  }

  static Slice empty(long elapsedNanos) {
    return new Slice(new long[0], new long[0], 0, 0, 0, elapsedNanos);
  }

  long count() {
    return count;
  }

  long failed() {
    return failed;
  }

  double ratePerSecond(long events) {
    return elapsedNanos <= 0 ? 0 : events * 1e9 / elapsedNanos;
  }

  double completedPerSecond() {
    return ratePerSecond(count);
  }

  double failedPerSecond() {
    return ratePerSecond(failed);
  }

  double wastedPerSecond() {
    return ratePerSecond(wasted);
  }

  double goodPerSecond() {
    return ratePerSecond(Math.max(0, count - failed - wasted - turnedAway));
  }

  /// Asked only where something completed.
  double errorShare() {
    return Math.min(1, (double) failed / count);
  }

  /// The latency that `share` of the calls did not exceed.
  double quantileMillis(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * count));
    long seen = 0;
    for (int i = 0; i < values.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return values[i] / 1e6;
      }
    }
    return 0;
  }

  double maxMillis() {
    return values.length == 0 ? 0 : values[values.length - 1] / 1e6;
  }

  /// Two stretches one after the other: their times add up.
  Slice then(Slice later) {
    return merged(later, elapsedNanos + later.elapsedNanos);
  }

  /// Two meters over the same stretch.
  Slice beside(Slice other) {
    return merged(other, elapsedNanos);
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < values.length; i++) {
      visitor.visit(values[i], counts[i]);
    }
  }

  private Slice merged(Slice other, long nanos) {
    long[] mergedValues = new long[values.length + other.values.length];
    long[] mergedCounts = new long[mergedValues.length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < values.length || theirs < other.values.length) {
      long myValue = mine < values.length ? values[mine] : Long.MAX_VALUE;
      long theirValue = theirs < other.values.length ? other.values[theirs] : Long.MAX_VALUE;
      mergedValues[size] = Math.min(myValue, theirValue);
      if (myValue <= theirValue) {
        mergedCounts[size] += counts[mine++];
      }
      if (theirValue <= myValue) {
        mergedCounts[size] += other.counts[theirs++];
      }
      size++;
    }
    return new Slice(
        Arrays.copyOf(mergedValues, size),
        Arrays.copyOf(mergedCounts, size),
        failed + other.failed,
        wasted + other.wasted,
        turnedAway + other.turnedAway,
        nanos);
  }

  /// Sees each latency with the number of its occurrences.
  @FunctionalInterface
  interface Visitor {
    void visit(long nanos, long count);
  }
}
