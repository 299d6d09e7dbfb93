package dev.hotseat.load;

import org.HdrHistogram.Histogram;

/// How long a set of calls took, in milliseconds; all zero where there was none.
///
/// @param count how many
/// @param p50Millis half of them took at most this long
/// @param p99Millis 99 % took at most this long
/// @param p999Millis 99.9 % took at most this long
/// @param maxMillis the slowest
public record Latency(
    long count, double p50Millis, double p99Millis, double p999Millis, double maxMillis) {

  static Latency of(Histogram nanos) {
    return new Latency(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6,
        nanos.getValueAtPercentile(99.9) / 1e6,
        nanos.getMaxValue() / 1e6);
  }
}
