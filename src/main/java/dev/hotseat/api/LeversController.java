package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.session.Caller;
import dev.hotseat.session.LeverView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/// The design: its levers and their values.
@Controller("/api/sessions/{id}/levers")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class LeversController {
  private static final int REASON_CHARS_MAX = 2_000;

  private final Seats seats;
  private final Links links;

  LeversController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Serdeable
  record Levers(List<LeverView> levers) {}

  /// A wanted change of the design.
  private record Change(Map<String, String> values, String reason) {}

  @Get
  HttpResponse<?> list(String id, Caller caller, HttpRequest<?> request) {
    return show(id, seats.at(id, caller).session().levers(), request);
  }

  @Patch
  HttpResponse<?> change(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    Change wanted = wanted(Sent.in(request));
    if (wanted.values().isEmpty()) {
      throw ProblemKind.field("values", "at least one lever with its value", "nothing");
    }
    return show(id, seat.session().change(wanted.values(), wanted.reason(), seat.role()), request);
  }

  private HttpResponse<?> show(String id, List<LeverView> levers, HttpRequest<?> request) {
    Commands commands = Commands.of(request, links.session(request, id));
    return Format.answer(request, new Levers(levers), () -> LabSheets.levers(levers, commands));
  }

  private static Change wanted(Sent sent) {
    if (sent.isJson()) {
      Fields fields = sent.fields();
      Change wanted =
          new Change(
              fields.texts("values"), fields.optionalText("reason", REASON_CHARS_MAX).orElse(""));
      fields.done();
      return wanted;
    }
    Sent.Settings settings = sent.settings();
    if (!settings.subject().isEmpty()) {
      throw ProblemKind.field("values", "lever=value pairs, then a reason", settings.subject());
    }
    if (settings.reason().length() > REASON_CHARS_MAX) {
      throw ProblemKind.field(
          "reason",
          "at most " + REASON_CHARS_MAX + " characters",
          settings.reason().length() + " characters");
    }
    return new Change(settings.values(), settings.reason());
  }
}
