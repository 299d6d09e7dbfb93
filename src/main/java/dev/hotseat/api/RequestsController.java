package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.text.Format;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Session;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One call to the live system, with everything that comes back as data.
///
/// Whoever has curl calls the system itself. A page cannot: a browser follows a redirect, or keeps
/// where it leads to itself, and a system that redirects could not be looked at.
@Controller("/api/sessions/{id}/requests")
@Consumes(Media.JSON)
@Produces({Media.JSON, Media.TEXT})
@ExecuteOn(TaskExecutors.BLOCKING)
final class RequestsController {
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
  private static final int PATH_CHARS_MAX = 2_000;
  private static final int BODY_CHARS_MAX = 100_000;
  private static final String TRACE_ID = "X-Trace-Id";

  private final Seats seats;

  RequestsController(Seats seats) {
    this.seats = seats;
  }

  /// What came back.
  ///
  /// @param why reason of a refusal or failure, absent where there is none
  /// @param detail the same in a sentence
  /// @param traceId absent where the system names none
  @Serdeable
  record ReplyJson(
      int status,
      String reason,
      Map<String, String> headers,
      String body,
      double tookMillis,
      @Nullable String why,
      @Nullable String detail,
      @Nullable String traceId) {}

  @Post
  HttpResponse<?> send(String id, Caller caller, HttpRequest<byte[]> request) {
    Session session = seats.at(id, caller).session();
    String mount = "/live/" + session.view().liveId();
    String host = request.getHeaders().get("Host");
    Call call = call(Fields.of(request.getBody().orElse(new byte[0])), mount, host);
    Reply reply = session.handle(call);
    ReplyJson json = json(reply, System.nanoTime() - call.dueNanos());
    return Format.answer(request, json, () -> sheet(json));
  }

  private static Call call(Fields fields, String mount, @Nullable String host) {
    String method = fields.oneOf("method", METHODS, "GET");
    String path = fields.text("path", PATH_CHARS_MAX);
    Map<String, String> headers = new HashMap<>();
    if (fields.has("headers")) {
      fields
          .texts("headers")
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    }
    String body = fields.optionalText("body", BODY_CHARS_MAX).orElse("");
    if (!path.startsWith("/")) {
      fields.fault("path", "a path inside the system, which begins with /", path);
    }
    fields.done();
    headers.putIfAbsent("host", host == null ? "" : host);
    headers.put("x-forwarded-prefix", mount);
    var target = new QueryStringDecoder(path);
    Map<String, String> query = new HashMap<>();
    target.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
    return new Call(
        method.equals("HEAD") ? "GET" : method,
        target.path(),
        query,
        headers,
        body,
        System.nanoTime(),
        Patience.ENDLESS,
        headers.getOrDefault("traceparent", ""));
  }

  private static ReplyJson json(Reply reply, long tookNanos) {
    Why why = reply.refusal();
    return new ReplyJson(
        reply.status(),
        reason(reply.status()),
        new TreeMap<>(reply.headers()),
        reply.body(),
        tookNanos / 1e6,
        why == null ? null : why.reason(),
        why == null ? null : why.detail(),
        reply.headers().get(TRACE_ID));
  }

  private static String reason(int status) {
    try {
      return HttpStatus.valueOf(status).getReason();
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static Sheet sheet(ReplyJson reply) {
    Sheet sheet = new Sheet().paragraph(reply.status() + " " + reply.reason());
    reply.headers().forEach((name, value) -> sheet.paragraph(name + ": " + value));
    return sheet.paragraph(reply.body());
  }
}
