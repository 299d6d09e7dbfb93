package dev.hotseat.world;

/// Waiting, as a capability. Waiting parks the calling (virtual) thread; it never burns CPU.
@FunctionalInterface
public interface Pause {
  /// Waits for `nanos` nanoseconds; zero or less returns at once.
  ///
  /// @throws InterruptedException when the owner of the thread ends it
  void sleepNanos(long nanos) throws InterruptedException;
}
