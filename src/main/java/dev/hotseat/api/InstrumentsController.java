package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.live.LiveSystem.LogQuery;
import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Series;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.telemetry.LogLine;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Trace;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;

/// The live system's instruments: readings, traces, logs, SQL.
@Controller("/api/sessions/{id}")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class InstrumentsController {
  private static final int SQL_CHARS_MAX = 10_000;
  private static final int KEYS_MAX = 50;
  private static final int SECONDS_MAX = 3_600;
  private static final int TRACES_MAX = 500;
  private static final int LINES_MAX = 1_000;
  private static final int TEXT_MAX = 200;

  private final Seats seats;
  private final Links links;

  InstrumentsController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  /// Readings of the last second; with `keys`, also their series over the last `seconds`.
  @Get("/metrics")
  HttpResponse<?> metrics(
      String id,
      Caller caller,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String keys,
      @QueryValue(defaultValue = "60") int seconds) {
    within("?seconds", seconds, 1, SECONDS_MAX);
    Seat seat = seats.at(id, caller);
    Session session = seat.session();
    Readings readings =
        session
            .metrics(seat.role())
            .orElseGet(() -> new Readings(0, java.util.Map.of(), java.util.Map.of()));
    List<String> wanted =
        keys.isEmpty() && Format.wantedBy(request) == Format.TEXT
            ? MetricSheets.keys(session.design(), readings)
            : split(keys);
    Series series = series(session, wanted, seconds);
    return Format.answer(
        request,
        MetricsJson.of(readings, series),
        () -> MetricSheets.metrics(session.design(), readings, series, commands(id, request)));
  }

  @Get("/traces")
  HttpResponse<?> traces(
      String id,
      Caller caller,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String operation,
      @QueryValue(defaultValue = "false") String failed,
      @QueryValue(defaultValue = "0") double minMillis,
      @QueryValue(defaultValue = "20") int limit,
      @QueryValue(defaultValue = "newest") String order) {
    within("?limit", limit, 1, TRACES_MAX);
    within("?minMillis", minMillis, 0, 1e9);
    oneOf("?failed", failed, List.of("true", "false"));
    oneOf("?order", order, List.of("newest", "slowest"));
    Seat seat = seats.at(id, caller);
    List<Trace> traces =
        seat.session()
            .traces(
                new TraceQuery(
                    shortened(operation),
                    failed.equals("true"),
                    minMillis,
                    limit,
                    order.equals("slowest")),
                seat.role());
    return Format.answer(
        request, TraceJson.list(traces), () -> TraceSheets.list(traces, commands(id, request)));
  }

  @Get("/traces/{traceId}")
  HttpResponse<?> trace(String id, String traceId, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    Trace trace =
        seat.session()
            .trace(shortened(traceId), seat.role())
            .orElseThrow(() -> ProblemKind.NO_SUCH_TRACE.because("No trace of that id is kept."));
    return Format.answer(
        request, TraceJson.of(trace), () -> TraceSheets.trace(trace, commands(id, request)));
  }

  @Get("/logs")
  HttpResponse<?> logs(
      String id,
      Caller caller,
      HttpRequest<?> request,
      @QueryValue(defaultValue = "") String text,
      @QueryValue(defaultValue = "") String level,
      @QueryValue(defaultValue = "") String trace,
      @QueryValue(defaultValue = "") String cursor,
      @QueryValue(defaultValue = "50") int limit) {
    within("?limit", limit, 1, LINES_MAX);
    oneOf("?level", level, List.of("", "INFO", "WARN", "ERROR"));
    long before = cursor.isEmpty() ? Long.MAX_VALUE : cursor(cursor);
    Seat seat = seats.at(id, caller);
    List<LogLine> lines =
        seat.session()
            .logs(
                new LogQuery(shortened(text), level, shortened(trace), before, limit), seat.role());
    return Format.answer(
        request, LogJson.page(lines, limit), () -> LogSheets.lines(lines, commands(id, request)));
  }

  @Post("/sql")
  HttpResponse<?> sql(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    String statement = statement(Sent.in(request));
    try {
      Table table = seat.session().sql(statement, seat.role());
      return Format.answer(request, SqlJson.of(table), () -> SqlSheets.table(table));
    } catch (SqlRefusal refusal) {
      throw Refusals.of(refusal);
    } catch (SessionRefusal refusal) {
      throw refusal.kind() == SessionRefusal.Kind.INVALID ? Refusals.sql(refusal) : refusal;
    }
  }

  @Get("/prometheus")
  @Produces(Media.TEXT)
  HttpResponse<?> prometheus(String id, Caller caller) {
    return HttpResponse.ok(seats.at(id, caller).session().prometheus())
        .contentType("text/plain; version=0.0.4; charset=utf-8");
  }

  private static Series series(Session session, List<String> keys, int seconds) {
    double now = session.view().clock().elapsedSeconds();
    double speed = Math.max(1, session.view().clock().speed());
    return keys.isEmpty()
        ? new Series(List.of(), java.util.Map.of())
        : session.series(keys, Math.max(0, now - seconds * speed), now);
  }

  private static String statement(Sent sent) {
    if (!sent.isJson()) {
      return checked(sent.words());
    }
    Fields fields = sent.fields();
    String statement = fields.text("sql", SQL_CHARS_MAX);
    fields.done();
    return statement;
  }

  private static String checked(String statement) {
    if (statement.isEmpty() || statement.length() > SQL_CHARS_MAX) {
      throw ProblemKind.field(
          "sql",
          "a statement of at most " + SQL_CHARS_MAX + " characters",
          statement.length() + " characters");
    }
    return statement;
  }

  private static List<String> split(String keys) {
    List<String> found =
        Arrays.stream(keys.split(",")).map(String::strip).filter(key -> !key.isEmpty()).toList();
    if (found.size() > KEYS_MAX) {
      throw ProblemKind.field("?keys", "at most " + KEYS_MAX + " keys", found.size() + " keys");
    }
    return found;
  }

  private static long cursor(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notACursor) {
      throw ProblemKind.field("?cursor", "the `next` of an earlier page", text);
    }
  }

  private static void within(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw ProblemKind.field(
          name,
          "a number from " + (long) min + " to " + (long) max,
          value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
    }
  }

  private static void oneOf(String name, String value, List<String> words) {
    if (!words.contains(value)) {
      throw ProblemKind.field(name, "one of " + String.join(", ", words).strip(), value);
    }
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
  }

  private Commands commands(String id, HttpRequest<?> request) {
    return Commands.of(request, links.session(request, id));
  }
}
