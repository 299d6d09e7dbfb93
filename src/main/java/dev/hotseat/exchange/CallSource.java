package dev.hotseat.exchange;

import java.util.random.RandomGenerator;

/// Makes the calls of one kind of traffic, one after another.
@FunctionalInterface
public interface CallSource {
  /// The next call. Draws only from `random`, so the same stream gives the same calls.
  ///
  /// @param dueNanos tick at which the call is due; goes into the call unchanged
  Call next(long dueNanos, RandomGenerator random);
}
