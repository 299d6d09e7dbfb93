package dev.hotseat.live.migration;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;

/// How work that was cancelled says so.
final class Cancelled {
  /// By whom.
  static final String BY = "by whoever is on call";

  private static final String REASON = "cancelled";

  private Cancelled() {}

  /// What ends the work.
  static HopFailure failure() {
    return new HopFailure(409, new Why(REASON, "operator", BY));
  }

  /// Whether that is why it ended.
  static boolean is(HopFailure failure) {
    return failure.why().reason().equals(REASON);
  }
}
