package dev.hotseat.load;

/// Who sends a client's next attempt, where there is one.
interface Returns {
  /// The answer did not say when to come back.
  long NOT_TOLD = -1;

  /// Takes a failed attempt to try it again.
  ///
  /// @param atNanos when the client knew
  /// @param why the reason that counts if there will be no further attempt after all
  /// @param toldNanos how long the answer asked the client to stay away, or [#NOT_TOLD]
  /// @return false when the client takes the failure as the answer
  boolean accept(Attempt failed, long atNanos, String why, long toldNanos);
}
