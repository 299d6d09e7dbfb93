package dev.hotseat.gate;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A request to a live system, as the records of `exchange` know it.
///
/// @param liveId which system
/// @param call what is asked
/// @param headOnly whether the client wants no body back
record LiveRequest(String liveId, Call call, boolean headOnly) {
  private static final String PREFIX = "/live/";
  private static final String MOUNT = "x-forwarded-prefix"; // so that a system can name its links
  private static final String COOKIE = "cookie"; // holds a token of ours, none of a system's affair

  /// Whether an address is one of ours.
  static boolean isLive(String uri) {
    return uri.startsWith(PREFIX);
  }

  /// Reads a request.
  ///
  /// @throws IllegalArgumentException when the address is wrongly encoded
  static LiveRequest of(HttpRequest request, String body, long dueNanos) {
    String uri = request.uri();
    int slash = uri.indexOf('/', PREFIX.length());
    int mark = uri.indexOf('?', PREFIX.length());
    int idEnd = slash < 0 || (mark >= 0 && mark < slash) ? mark : slash;
    String liveId =
        idEnd < 0 ? uri.substring(PREFIX.length()) : uri.substring(PREFIX.length(), idEnd);
    String inside = idEnd < 0 ? "/" : uri.substring(idEnd);
    boolean headOnly = request.method().equals(HttpMethod.HEAD);
    Map<String, String> headers = headers(request);
    headers.put(MOUNT, PREFIX + liveId);
    Call call =
        new Call(
            headOnly ? "GET" : request.method().name(),
            path(inside),
            query(inside),
            headers,
            body,
            dueNanos,
            Patience.ENDLESS,
            headers.getOrDefault("traceparent", ""));
    return new LiveRequest(liveId, call, headOnly);
  }

  private static String path(String inside) {
    int mark = inside.indexOf('?');
    String raw = mark < 0 ? inside : inside.substring(0, mark);
    if (raw.isEmpty()) {
      return "/";
    }
    return raw.indexOf('%') < 0 ? raw : QueryStringDecoder.decodeComponent(raw.replace("+", "%2B"));
  }

  private static Map<String, String> query(String inside) {
    int mark = inside.indexOf('?');
    if (mark < 0) {
      return Map.of();
    }
    Map<String, String> first = new HashMap<>();
    for (Map.Entry<String, List<String>> each :
        new QueryStringDecoder(inside.substring(mark)).parameters().entrySet()) {
      first.put(each.getKey(), each.getValue().getFirst());
    }
    return first;
  }

  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> first = new HashMap<>();
    for (Map.Entry<String, String> each : request.headers()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      if (!name.equals(COOKIE)) {
        first.putIfAbsent(name, each.getValue());
      }
    }
    return first;
  }
}
