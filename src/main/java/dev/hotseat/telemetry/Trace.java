package dev.hotseat.telemetry;

import java.time.Instant;
import java.util.List;

/// One finished call with its spans, in the order in which they began.
///
/// @param traceId 32 lower-case hex digits (W3C Trace Context)
/// @param operation what the call did, such as `redirect`
/// @param region the client's region, empty where the system has none
/// @param at when the call was due
/// @param durationNanos from due to done
/// @param status HTTP status of the reply
/// @param why reason code of a failed or refused call, otherwise empty
/// @param spans the hops
public record Trace(
    String traceId,
    String operation,
    String region,
    Instant at,
    long durationNanos,
    int status,
    String why,
    List<Span> spans) {

  public Trace {
    spans = List.copyOf(spans);
  }
}
