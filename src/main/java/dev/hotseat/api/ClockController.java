package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.text.Format;
import dev.hotseat.session.Caller;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.Steering;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/// The session's clock, its system as a whole, and the interviewer's hand on the script.
@Controller("/api/sessions/{id}")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClockController {
  private static final int REASON_CHARS_MAX = 500;
  private static final int NAME_MAX = 100;
  private static final int QUESTION_CHARS_MAX = 2_000;

  private final Seats seats;
  private final Links links;

  ClockController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Post("/pause")
  HttpResponse<?> pause(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    return show(seat, seat.session().pause(reason(Sent.in(request)), seat.role()), request);
  }

  @Post("/resume")
  HttpResponse<?> resume(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    return show(seat, seat.session().resume(seat.role()), request);
  }

  @Post("/reset")
  HttpResponse<?> reset(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    return show(seat, seat.session().reset(seat.role()), request);
  }

  @Post("/end")
  HttpResponse<?> end(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    return show(seat, seat.session().end(seat.role()), request);
  }

  @Post("/steer")
  HttpResponse<?> steer(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    Fields fields = Sent.in(request).fields();
    Steering steering =
        new Steering(
            fields.text("followUp", NAME_MAX),
            fields.oneOf("what", List.of("hold", "release", "skip", "ask", "edit"), "hold"),
            fields.optionalText("text", QUESTION_CHARS_MAX).orElse(null));
    if (!fields.has("what")) {
      fields.fault("what", "one of hold, release, skip, ask, edit", "nothing");
    }
    fields.done();
    return show(seat, seat.session().steer(steering, seat.role()), request);
  }

  private HttpResponse<?> show(Seat seat, SessionView view, HttpRequest<?> request) {
    SessionJson json =
        SessionJson.of(view, seat.knownFaults(view), links.live(request, view.liveId()));
    Commands commands = Commands.of(request, links.session(request, view.id()));
    return Format.answer(
        request, json, () -> SessionSheets.show(json, seat.session().design(), commands));
  }

  private static String reason(Sent sent) {
    if (!sent.isJson()) {
      return sent.words();
    }
    Fields fields = sent.fields();
    String reason = fields.optionalText("reason", REASON_CHARS_MAX).orElse("");
    fields.done();
    return reason;
  }
}
