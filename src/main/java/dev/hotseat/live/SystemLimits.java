package dev.hotseat.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// What one live system may use, so that a neighbour and the interviewer never notice.
///
/// @param callsInFlight calls being served at once; more are refused with 503 `overload`
/// @param tracesKept traces kept, a quarter each for failed, slow, refused and ordinary calls
/// @param logLinesKept log lines kept
/// @param slowNanos a call at least this slow is always kept as a trace
/// @param sampleOneIn of the other calls, one in this many is kept; 0 keeps none
@ConfigurationProperties("hotseat.system")
public record SystemLimits(
    @Bindable(defaultValue = "20000") int callsInFlight,
    @Bindable(defaultValue = "2000") int tracesKept,
    @Bindable(defaultValue = "10000") int logLinesKept,
    @Bindable(defaultValue = "200000000") long slowNanos,
    @Bindable(defaultValue = "100") int sampleOneIn) {
  /// What a session gets when nothing else is configured.
  public static final SystemLimits USUAL =
      new SystemLimits(20_000, 2_000, 10_000, 200_000_000L, 100);

  public SystemLimits {
    if (callsInFlight < 1 || tracesKept < 4 || logLinesKept < 1 || slowNanos < 1) {
      throw new IllegalArgumentException("a live system needs room for calls, traces and logs");
    }
  }
}
