package dev.hotseat.live.migration;

/// The client of one request: whether it still waits for the answer.
final class Caller {
  private volatile boolean gone;

  /// It does not wait any longer, and will not ask again.
  void hangUp() {
    gone = true;
  }

  boolean gone() {
    return gone;
  }
}
