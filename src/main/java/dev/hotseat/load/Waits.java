package dev.hotseat.load;

import java.util.random.RandomGenerator;

/// How long a client waits before its next attempt.
final class Waits {
  private Waits() {}

  /// @param failed number of the attempt that failed, 1 for the first
  /// @param toldNanos how long the answer asked the client to stay away, or [Returns#NOT_TOLD]
  static long beforeNextNanos(Retry retry, int failed, long toldNanos, RandomGenerator random) {
    return switch (retry) {
      case Retry.None _, Retry.AtOnce _ -> 0;
      case Retry.AsTold(_, var otherwise) ->
          toldNanos == Returns.NOT_TOLD ? otherwise.toNanos() : toldNanos;
      case Retry.BackOff(_, var first, var longest) -> {
        long grown = first.toNanos() << Math.min(failed - 1, 20);
        yield random.nextLong(Math.min(grown, longest.toNanos()) + 1);
      }
    };
  }
}
