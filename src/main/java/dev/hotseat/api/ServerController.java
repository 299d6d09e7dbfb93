package dev.hotseat.api;

import dev.hotseat.api.text.Format;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.session.Sessions;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;

/// How the server itself is.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ServerController {
  private final Sessions sessions;
  private final PrometheusMeterRegistry meters;

  ServerController(Sessions sessions, PrometheusMeterRegistry meters) {
    this.sessions = sessions;
    this.meters = meters;
  }

  /// @param status `UP`
  /// @param sessionsOpen sessions that have not ended
  @Serdeable
  record Health(String status, long sessionsOpen) {}

  @Get("/health")
  @Produces({Media.JSON, Media.TEXT})
  HttpResponse<?> health(HttpRequest<?> request) {
    Health health = new Health("UP", open());
    return Format.answer(
        request,
        health,
        () -> new Sheet().paragraph("up, " + health.sessionsOpen() + " sessions open"));
  }

  @Get("/prometheus")
  @Produces(Media.TEXT)
  HttpResponse<String> prometheus() {
    return HttpResponse.ok(meters.scrape()).contentType("text/plain; version=0.0.4; charset=utf-8");
  }

  private long open() {
    return sessions.list().stream().filter(each -> each.endedAt() == null).count();
  }
}
