package dev.hotseat.live.orders;

import java.time.Duration;

/// How fast the world around the code is.
///
/// @param pricing how pricing answers
/// @param payments how payments answers
/// @param restart how long a process is gone when it is restarted
/// @param pauseLeast the shortest stop of a process for its memory
/// @param pausePerMegabyte what it takes longer for every megabyte that is really held
record Pace(
    Provider pricing,
    Provider payments,
    Duration restart,
    Duration pauseLeast,
    Duration pausePerMegabyte) {

  /// A healthy checkout is near 80 ms at its p99 with this.
  static final Pace USUAL =
      new Pace(
          new Provider(2, Duration.ofMillis(3), new Spread(4, 7), 2_000),
          new Provider(2, Duration.ofMillis(12), new Spread(2, 3), 600),
          Duration.ofSeconds(1),
          Duration.ofMillis(1),
          Duration.ofMillis(90));

  /// How another team's service answers.
  ///
  /// @param workers how many calls it works on at once
  /// @param work how long a worker is busy with one
  /// @param answer what the rest of the way takes, which occupies nobody
  /// @param lineMax how many calls may wait for a worker
  record Provider(int workers, Duration work, Spread answer, int lineMax) {}
}
