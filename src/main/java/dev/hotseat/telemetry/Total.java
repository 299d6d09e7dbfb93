package dev.hotseat.telemetry;

/// Everything one meter has seen since it was made, in the buckets that scrapers expect.
final class Total {
  /// Upper bounds of the buckets in seconds; one more bucket holds the rest.
  static final double[] BOUNDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private final long[] buckets = new long[BOUNDS.length + 1];
  private double sumSeconds;
  private long failed;

  void add(Slice slice) {
    slice.forEach((nanos, count) -> {
      double seconds = nanos / 1e9;
      buckets[bucket(seconds)] += count;
      sumSeconds += seconds * count;
    });
    failed += slice.failed();
  }

  /// How many fell into each bucket, not accumulated; the last has no upper bound.
  long[] buckets() {
    return buckets.clone();
  }

  double sumSeconds() {
    return sumSeconds;
  }

  long failed() {
    return failed;
  }

  private static int bucket(double seconds) {
    int i = 0;
    while (i < BOUNDS.length && seconds > BOUNDS[i]) {
      i++;
    }
    return i;
  }
}
