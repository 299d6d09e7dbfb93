package dev.hotseat.load;

/// Who sends a client's next attempt, where there is one.
interface Returns {
  /// Takes a failed attempt to try it again.
  ///
  /// @param atNanos when the client knew
  /// @param why the reason that counts if there will be no further attempt after all
  /// @return false when the client takes the failure as the answer
  boolean accept(Attempt failed, long atNanos, String why);
}
