package dev.hotseat.live.migration;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers of new customers, above those that were there at the beginning.
final class Numbers {
  private final AtomicLong last = new AtomicLong();

  /// The customers of the beginning end here.
  void begin(long lastSeeded) {
    last.set(lastSeeded);
  }

  long next() {
    return last.incrementAndGet();
  }

  /// The highest number given so far.
  long last() {
    return last.get();
  }
}
