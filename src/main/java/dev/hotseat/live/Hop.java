package dev.hotseat.live;

import java.time.Duration;

/// A call from one part to another: the one place where time passes, faults bite and instruments
/// read.
///
/// A crossing takes a slot of the called part (waiting at most the hop's patience), waits out the
/// injected travel and any fault in force, runs the real work, and records the whole in the hop's
/// histogram and the call's trace.
public interface Hop {
  /// Crosses the hop and runs `work` on the far side.
  ///
  /// @throws HopFailure when no slot came free in time, a fault bit, or `work` threw one
  /// @throws E what the work throws; the span then carries its reason
  <T, E extends Exception> T cross(Visit visit, Work<T, E> work) throws E, InterruptedException;

  /// The same hop for a caller who waits at most this long for a crossing in all. One who has
  /// waited so long gets a [HopFailure] `timeout` while the call was still on its way; the far side
  /// has then not done the work. Work once begun is waited for.
  Hop within(Duration patience);

  /// `from>to`.
  String name();
}
