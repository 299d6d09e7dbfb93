package dev.hotseat.live.orders;

import java.time.Duration;

/// How fast the world around the code is.
///
/// @param statement a further statement's way to the database and back, inside one visit to it
/// @param pricing how pricing answers
/// @param payments how payments answers
/// @param restart how long a process is gone when it is restarted
/// @param pauseLeast the shortest stop of a process for its memory
/// @param pausePerMegabyte what it takes longer for every megabyte that is really held
record Pace(
    Duration statement,
    Provider pricing,
    Provider payments,
    Duration restart,
    Duration pauseLeast,
    Duration pausePerMegabyte) {

  /// A healthy checkout is near 80 ms at its p99 with this.
  static final Pace USUAL =
      new Pace(
          Duration.ofMillis(1),
          new Provider(2, Duration.ofMillis(9), new Spread(12, 18), 2_000),
          new Provider(4, Duration.ofMillis(18), new Spread(10, 16), 2_000),
          Duration.ofSeconds(1),
          Duration.ofMillis(1),
          Duration.ofMillis(30));

  /// How another team's service answers.
  ///
  /// @param workers how many calls it works on at once
  /// @param work how long a worker is busy with one
  /// @param answer what the rest of the way takes, which occupies nobody
  /// @param lineMax how many calls may wait for a worker
  record Provider(int workers, Duration work, Spread answer, int lineMax) {}
}
