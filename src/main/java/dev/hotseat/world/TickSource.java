package dev.hotseat.world;

/// A monotonic clock for durations. Its zero means nothing; only differences do.
@FunctionalInterface
public interface TickSource {
  /// Nanoseconds since an arbitrary origin; never goes back.
  long nanos();
}
