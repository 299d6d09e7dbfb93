package dev.hotseat.api;

import dev.hotseat.telemetry.Span;
import dev.hotseat.telemetry.Trace;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trace for clients, in milliseconds.
///
/// @param why reason of a failed or refused call, absent for others
@Serdeable
record TraceJson(
    String traceId,
    String operation,
    String region,
    Instant at,
    double durationMillis,
    int status,
    @Nullable String why,
    List<SpanJson> spans) {
  private static final double NANOS = 1e6;

  /// One hop of the call.
  ///
  /// @param waitedMillis of the duration, waiting for a slot
  @Serdeable
  record SpanJson(
      String hop,
      double startMillis,
      double durationMillis,
      double waitedMillis,
      @Nullable String why) {}

  @Serdeable
  record Traces(List<TraceJson> traces) {}

  static Traces list(List<Trace> traces) {
    return new Traces(traces.stream().map(TraceJson::of).toList());
  }

  static TraceJson of(Trace trace) {
    return new TraceJson(
        trace.traceId(),
        trace.operation(),
        trace.region(),
        trace.at(),
        trace.durationNanos() / NANOS,
        trace.status(),
        reason(trace.why()),
        trace.spans().stream().map(TraceJson::of).toList());
  }

  private static SpanJson of(Span span) {
    return new SpanJson(
        span.hop(),
        span.startNanos() / NANOS,
        span.durationNanos() / NANOS,
        span.waitedNanos() / NANOS,
        reason(span.why()));
  }

  private static @Nullable String reason(String why) {
    return why.isEmpty() ? null : why;
  }
}
