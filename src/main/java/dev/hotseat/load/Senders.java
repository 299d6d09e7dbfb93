package dev.hotseat.load;

/// Who carries due attempts to the target.
interface Senders {
  /// Takes one due attempt; returns at once.
  void send(Attempt attempt);

  /// Sees to it that what was taken is being carried.
  ///
  /// @return whether anything still waits to be carried, so that another look is wanted soon
  boolean rouse(long nowNanos);
}
