package dev.hotseat.history;

/// What a system says about a wish once it has recovered.
public enum Belief {
  DONE,
  NOT_DONE,
  /// It has not found out yet.
  OPEN
}
