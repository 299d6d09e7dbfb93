package dev.hotseat.load;

/// Where a run stands.
public enum RunState {
  /// Calls are being sent, or the last answers awaited.
  RUNNING,
  /// It ran its plan, and the plan was kept.
  DONE,
  /// Someone ended it early; its figures hold for the time it ran.
  STOPPED,
  /// It ran its plan, but sent so late that its figures would measure the generator; see
  /// [RunResult#note].
  VOID,
  /// It broke; see [RunResult#note].
  FAILED;

  /// Whether anything may still change.
  public boolean over() {
    return this != RUNNING;
  }
}
