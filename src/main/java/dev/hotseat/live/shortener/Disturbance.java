package dev.hotseat.live.shortener;

/// What the faults do to the visitors.
final class Disturbance {
  private volatile double hotShare;
  private volatile double scannerShare;

  void hot(double share) {
    hotShare = share;
  }

  void scanner(double share) {
    scannerShare = share;
  }

  /// Share of visits that want the hot link.
  double hotShare() {
    return hotShare;
  }

  /// Share of visits that ask for codes nobody made.
  double scannerShare() {
    return scannerShare;
  }
}
