package dev.hotseat.live.payments;

import java.time.Duration;

/// How fast the world around the API is.
///
/// @param least the provider's quickest answer
/// @param tail mean of what comes on top of it, exponentially distributed
/// @param most no answer takes longer while nothing is wrong
/// @param phonePatience how long a phone waits for one try
/// @param restart how long a dead process is away
/// @param historyMax operations of clients that are remembered for the audit
public record Pace(
    Duration least,
    Duration tail,
    Duration most,
    Duration phonePatience,
    Duration restart,
    int historyMax) {

  /// As the fact sheet says: 100 to 800 ms, and phones that wait 500 ms.
  public static final Pace USUAL =
      new Pace(
          Duration.ofMillis(100),
          Duration.ofMillis(40),
          Duration.ofMillis(800),
          Duration.ofMillis(500),
          Duration.ofMillis(500),
          400_000);

  /// A provider that answers at once, so that only the API itself is measured.
  public static final Pace SANDBOX =
      new Pace(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMillis(800),
          Duration.ofMillis(500),
          Duration.ofMillis(500),
          2_000_000);

  /// The same world with everybody so many times as quick, so that long stories fit into a test.
  public Pace times(int factor) {
    return new Pace(
        least.dividedBy(factor),
        tail.dividedBy(factor),
        most.dividedBy(factor),
        phonePatience.dividedBy(factor),
        restart.dividedBy(factor),
        historyMax);
  }
}
