package dev.hotseat.gate;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A live system's reply as HTTP.
final class LiveResponse {
  private static final String PROBLEM = "application/problem+json";
  private static final String TRACE_ID = "X-Trace-Id";
  private static final String WHY = "X-Hotseat-Why";
  private static final String TIMING = "Server-Timing";

  private LiveResponse() {}

  /// @param tookNanos from when the call was due until the system had answered
  static FullHttpResponse of(LiveRequest request, Reply reply, long tookNanos) {
    Why why = reply.refusal();
    boolean explained = why != null && reply.body().isEmpty();
    String body = why != null && explained ? problem(reply, why) : reply.body();
    FullHttpResponse response = response(reply.status(), body, request.headOnly());
    HttpHeaders headers = response.headers();
    for (Map.Entry<String, String> each : reply.headers().entrySet()) {
      headers.set(each.getKey(), each.getValue());
    }
    if (explained) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, PROBLEM);
    }
    if (why != null) {
      headers.set(WHY, why.reason());
    }
    headers.set(TIMING, timing(tookNanos));
    relocate(headers, request.liveId());
    return response;
  }

  /// A refusal of the gate itself.
  static FullHttpResponse problem(int status, String kind, String detail, boolean headOnly) {
    String body =
        "{\"type\":\"/problems#"
            + kind
            + "\",\"title\":"
            + Json.quoted(HttpResponseStatus.valueOf(status).reasonPhrase())
            + ",\"status\":"
            + status
            + ",\"detail\":"
            + Json.quoted(detail)
            + "}";
    FullHttpResponse response = response(status, body, headOnly);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, PROBLEM);
    return response;
  }

  private static FullHttpResponse response(int status, String body, boolean headOnly) {
    ByteBuf content =
        headOnly || body.isEmpty()
            ? Unpooled.EMPTY_BUFFER
            : Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8));
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), content);
    if (mayHaveBody(status)) {
      int length = headOnly ? ByteBufUtil.utf8Bytes(body) : content.readableBytes();
      response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, length);
    }
    return response;
  }

  private static boolean mayHaveBody(int status) {
    return status >= 200 && status != 204 && status != 304;
  }

  private static String problem(Reply reply, Why why) {
    return "{\"type\":\"/problems#why\",\"title\":"
        + Json.quoted(HttpResponseStatus.valueOf(reply.status()).reasonPhrase())
        + ",\"status\":"
        + reply.status()
        + ",\"detail\":"
        + Json.quoted(why.detail())
        + ",\"why\":"
        + Json.quoted(why.reason())
        + ",\"where\":"
        + Json.quoted(why.where())
        + ",\"traceId\":"
        + Json.quoted(reply.headers().getOrDefault(TRACE_ID, ""))
        + "}";
  }

  /// Places inside the system are told with the prefix under which the client sees the system;
  /// other addresses, such as a redirect's target, are left as they are.
  private static void relocate(HttpHeaders headers, String liveId) {
    String location = headers.get(HttpHeaderNames.LOCATION);
    if (location != null && location.startsWith("/") && !location.startsWith("//")) {
      headers.set(HttpHeaderNames.LOCATION, "/live/" + liveId + location);
    }
  }

  /// Milliseconds with three decimals, without a formatter.
  private static String timing(long nanos) {
    long micros = Math.max(0, nanos / 1000);
    String fraction = Long.toString(1000 + micros % 1000);
    return "app;dur=" + micros / 1000 + "." + fraction.substring(1);
  }
}
