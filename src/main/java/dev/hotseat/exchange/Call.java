package dev.hotseat.exchange;

import java.util.Map;

/// One request to a live system.
///
/// @param method upper-case HTTP method
/// @param path path inside the live system, starting with `/`, without a query
/// @param query query parameters, first value of each
/// @param headers header fields by lower-case name, first value of each
/// @param body the body as text, empty when there is none
/// @param dueNanos tick at which the call was due; latency counts from here, so a late sender
///   cannot hide a stall
/// @param patience how long the client waits and what it is doing
/// @param traceparent the W3C Trace Context header value, empty when the client sent none
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    long dueNanos,
    Patience patience,
    String traceparent) {

  /// A call without a body whose client waits as long as it takes.
  public static Call get(String path, Map<String, String> headers, long dueNanos) {
    return new Call("GET", path, Map.of(), headers, "", dueNanos, Patience.ENDLESS, "");
  }

  /// A call with a body whose client waits as long as it takes.
  public static Call post(String path, String body, Map<String, String> headers, long dueNanos) {
    return new Call("POST", path, Map.of(), headers, body, dueNanos, Patience.ENDLESS, "");
  }

  /// The value of a header by its lower-case name, or `otherwise` where it is absent.
  public String header(String name, String otherwise) {
    return headers.getOrDefault(name, otherwise);
  }

  /// Whether the client has stopped waiting at the given tick.
  public boolean abandonedAt(long tickNanos) {
    return tickNanos - dueNanos > patience.nanos();
  }
}
