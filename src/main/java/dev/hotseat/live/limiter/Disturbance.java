package dev.hotseat.live.limiter;

/// What the faults do to the clients.
final class Disturbance {
  private volatile double noisyShare;
  private volatile double floodShare;
  private volatile int triesAtOnce;

  void noisy(double share) {
    noisyShare = share;
  }

  void flood(double share) {
    floodShare = share;
  }

  void impatient(int tries) {
    triesAtOnce = tries;
  }

  /// Share of ordinary calls that the noisy tenant sends, if more than it does anyway.
  double noisyShare() {
    return noisyShare;
  }

  /// Share of ordinary calls that come with keys never seen.
  double floodShare() {
    return floodShare;
  }

  /// How often a refused client tries again at once.
  int triesAtOnce() {
    return triesAtOnce;
  }
}
