package dev.hotseat.live.limiter;

import java.util.function.Supplier;

/// The lever `algorithm`.
enum Algorithm {
  FIXED_WINDOW(FixedWindow::new),
  SLIDING_LOG(SlidingLog::new),
  SLIDING_COUNTER(SlidingCounter::new),
  TOKEN_BUCKET(TokenBucket::new),
  LEAKY_BUCKET(LeakyBucket::new),
  GCRA(Gcra::new);

  private final Supplier<Limiter> maker;

  Algorithm(Supplier<Limiter> maker) {
    this.maker = maker;
  }

  /// For a key that is asked for the first time.
  Limiter limiter() {
    return maker.get();
  }
}
