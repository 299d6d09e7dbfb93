package dev.hotseat.live;

/// What one live system may use, so that a neighbour and the interviewer never notice.
///
/// @param callsInFlight calls being served at once; more are refused with 503 `overload`
/// @param tracesKept traces kept
/// @param logLinesKept log lines kept
/// @param slowNanos a call at least this slow is always kept as a trace
/// @param sampleOneIn of the other calls, one in this many is kept
public record SystemLimits(
    int callsInFlight, int tracesKept, int logLinesKept, long slowNanos, int sampleOneIn) {
  /// What a session gets when nothing else is configured.
  public static final SystemLimits USUAL =
      new SystemLimits(20_000, 2_000, 10_000, 200_000_000L, 100);
}
