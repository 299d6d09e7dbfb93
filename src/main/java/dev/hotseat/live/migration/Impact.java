package dev.hotseat.live.migration;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// What each step did to the requests that were served under it.
final class Impact {
  /// The objective is a p99 of 50 ms: whoever waits longer is counted.
  private static final long SLOW_NANOS = 50_000_000;

  private final Steps steps;
  private final Map<String, Tally> byStep = new ConcurrentHashMap<>();
  private final LongAccumulator longestBesideAny = new LongAccumulator(Math::max, 0);

  Impact(Steps steps) {
    this.steps = steps;
  }

  /// A request ended; it belongs to the step beside which it ran, or else to the one in force now.
  void note(Kind kind, long nanos, boolean failed) {
    Optional<String> beside = steps.beside(nanos);
    if (beside.isPresent()) {
      longestBesideAny.accumulate(nanos);
    }
    byStep
        .computeIfAbsent(beside.orElseGet(steps::inForce), _ -> new Tally())
        .add(kind, nanos, failed);
  }

  Figures of(String step) {
    Tally tally = byStep.get(step);
    return tally == null ? new Figures(0, 0, 0, 0, 0) : tally.figures();
  }

  /// The longest request under the step in force.
  double longestStallMillis() {
    Figures now = of(steps.inForce());
    return Math.max(now.longestReadMillis(), now.longestWriteMillis());
  }

  /// The longest request beside any step while that was under way, also one that was cancelled or
  /// undone since.
  double worstStallMillis() {
    return longestBesideAny.get() / 1e6;
  }

  /// What a request wanted.
  enum Kind {
    READ,
    WRITE
  }

  /// @param slow took longer than the objective allows
  record Figures(
      long requests, long failed, long slow, double longestReadMillis, double longestWriteMillis) {}

  private static final class Tally {
    private final LongAdder requests = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder slow = new LongAdder();
    private final LongAccumulator longestRead = new LongAccumulator(Math::max, 0);
    private final LongAccumulator longestWrite = new LongAccumulator(Math::max, 0);

    void add(Kind kind, long nanos, boolean failure) {
      requests.increment();
      if (failure) {
        failed.increment();
      }
      if (nanos > SLOW_NANOS) {
        slow.increment();
      }
      (kind == Kind.READ ? longestRead : longestWrite).accumulate(nanos);
    }

    Figures figures() {
      return new Figures(
          requests.sum(),
          failed.sum(),
          slow.sum(),
          longestRead.get() / 1e6,
          longestWrite.get() / 1e6);
    }
  }
}
