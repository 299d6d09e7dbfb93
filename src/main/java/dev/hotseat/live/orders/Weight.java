package dev.hotseat.live.orders;

/// How much there is of what a flaw trips over, relative to a usual night: longer histories, slower
/// offices, a slower disk.
final class Weight {
  private volatile double times = 1;

  void set(double factor) {
    times = factor;
  }

  double times() {
    return times;
  }

  long of(long usual) {
    return Math.round(usual * times);
  }
}
