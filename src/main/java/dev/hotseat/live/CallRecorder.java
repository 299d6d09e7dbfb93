package dev.hotseat.live;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.telemetry.LogBook;
import dev.hotseat.telemetry.Meter;
import dev.hotseat.telemetry.Meters;
import dev.hotseat.telemetry.Trace;
import dev.hotseat.telemetry.TraceBook;
import dev.hotseat.telemetry.TraceBook.Kind;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes down how calls ended: in the meters all, as a trace those worth keeping, in the log those
/// that the system failed.
final class CallRecorder {
  private static final String TRACE_HEADER = "X-Trace-Id";

  private final World world;
  private final Meters meters;
  private final TraceBook traces;
  private final LogBook logBook;
  private final long slowNanos;
  private final Map<String, Map<String, Meter>> byOperation = new HashMap<>();

  CallRecorder(
      Design design,
      World world,
      Meters meters,
      TraceBook traces,
      LogBook logBook,
      long slowNanos) {
    this.world = world;
    this.meters = meters;
    this.traces = traces;
    this.logBook = logBook;
    this.slowNanos = slowNanos;
    List<String> regions = design.regions().isEmpty() ? List.of("") : design.regions();
    for (Design.Operation operation : design.operations()) {
      Map<String, Meter> byRegion = new HashMap<>();
      regions.forEach(region -> byRegion.put(region, meters.operation(operation.name(), region)));
      byOperation.put(operation.name(), byRegion);
    }
  }

  /// Records the end of a call and returns the reply to send.
  Reply finished(TracedVisit visit, TraceId id, String operation, Reply reply) {
    Call call = visit.call();
    long nowNanos = world.ticks().nanos();
    long tookNanos = nowNanos - call.dueNanos();
    boolean failed = reply.failed();
    measure(operation, visit.region(), reply, call.abandonedAt(nowNanos), tookNanos);
    Kind kind = kind(failed, tookNanos, reply.refusal(), id);
    if (kind != null) {
      traces.keep(kind, trace(visit, id, operation, tookNanos, reply));
    }
    Why why = reply.refusal();
    return why == null ? reply : refused(visit, operation, reply, why);
  }

  private void measure(
      String operation, String region, Reply reply, boolean abandoned, long tookNanos) {
    Map<String, Meter> byRegion = byOperation.get(operation);
    Meter meter = byRegion == null ? null : byRegion.get(region);
    if (meter == null) {
      return;
    }
    if (reply.failed()) {
      meter.fail(tookNanos);
    } else if (reply.turnedAway()) {
      meter.turnAway(tookNanos);
    } else if (abandoned) {
      meter.waste(tookNanos);
    } else {
      meter.record(tookNanos);
    }
  }

  private @Nullable Kind kind(boolean failed, long tookNanos, @Nullable Why why, TraceId id) {
    if (failed) {
      return Kind.FAILED;
    }
    if (tookNanos >= slowNanos) {
      return Kind.SLOW;
    }
    if (why != null) {
      return Kind.REFUSED;
    }
    return id.wanted() ? Kind.ORDINARY : null;
  }

  private Trace trace(
      TracedVisit visit, TraceId id, String operation, long tookNanos, Reply reply) {
    return new Trace(
        id.hex(),
        operation,
        visit.region(),
        world.wall().instant().minusNanos(tookNanos),
        tookNanos,
        reply.status(),
        reply.why().map(Why::reason).orElse(""),
        visit.spans());
  }

  private Reply refused(TracedVisit visit, String operation, Reply reply, Why why) {
    meters.refused(why.reason());
    if (reply.failed()) {
      String name = operation.isEmpty() ? visit.call().method() : operation;
      visit.log("WARN", why.where(), name + " failed: " + why.reason() + ", " + why.detail());
    }
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put(TRACE_HEADER, visit.traceId());
    return new Reply(reply.status(), headers, reply.body(), why);
  }
}
