package dev.hotseat.load;

import org.jspecify.annotations.Nullable;

/// The arrivals of an open loop, one after another: when, what, and with which key.
final class Arrivals {
  private final ArrivalPlan plan;
  private final Mix mix;
  private final long startNanos;

  Arrivals(ArrivalPlan plan, Mix mix, long startNanos) {
    this.plan = plan;
    this.mix = mix;
    this.startNanos = startNanos;
  }

  /// The next arrival, or null after the last one.
  @Nullable Attempt next() {
    long due = plan.next();
    return due < 0 ? null : mix.next(startNanos + due);
  }
}
