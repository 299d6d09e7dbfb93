package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import dev.hotseat.session.Caller;
import dev.hotseat.session.OpenRequest;
import dev.hotseat.session.Opening;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.Sessions;
import dev.hotseat.session.Summary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens, lists, shows and erases sessions.
@Controller("/api/sessions")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionsController {
  private static final int NAME_MAX = 100;

  private final Sessions sessions;
  private final Seats seats;
  private final Links links;
  private final Scenarios scenarios;

  SessionsController(Sessions sessions, Seats seats, Links links, Scenarios scenarios) {
    this.sessions = sessions;
    this.seats = seats;
    this.links = links;
    this.scenarios = scenarios;
  }

  @Serdeable
  record SessionList(List<Summary> sessions) {}

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    List<Summary> all = sessions.list();
    return Format.answer(
        request, new SessionList(all), () -> SessionSheets.list(all, links.sessions(request)));
  }

  @Post
  HttpResponse<?> open(HttpRequest<byte[]> request) {
    OpenRequest wanted = wanted(Sent.in(request));
    if (scenarios.find(wanted.scenario()).filter(Found.Broken.class::isInstance).isPresent()) {
      throw ProblemKind.SCENARIO_BROKEN.because(
          "The folder of " + wanted.scenario() + " has errors; no session can be opened on it.");
    }
    Opening opening = sessions.open(wanted);
    SessionJson json = opened(opening, request);
    String address = links.session(request, json.id());
    MutableHttpResponse<?> answer =
        Format.answer(request, json, () -> SessionSheets.opened(json, address));
    return answer.status(201).header("Location", URI.create(address).getPath());
  }

  @Get("/{id}")
  HttpResponse<?> show(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    SessionView view = seat.session().view();
    SessionJson json =
        SessionJson.of(view, seat.knownFaults(view), links.live(request, view.liveId()));
    Commands commands = Commands.of(request, links.session(request, id));
    return Format.answer(
        request, json, () -> SessionSheets.show(json, seat.session().design(), commands));
  }

  @Delete("/{id}")
  HttpResponse<?> erase(String id) {
    if (!sessions.erase(id)) {
      throw ProblemKind.NO_SUCH_SESSION.because("There is no such session.");
    }
    return HttpResponse.noContent();
  }

  private SessionJson opened(Opening opening, HttpRequest<?> request) {
    SessionView view = opening.session().view();
    Opening.Tokens tokens = opening.tokens();
    return SessionJson.opened(
        opening,
        List.of(),
        links.live(request, view.liveId()),
        new SessionJson.Tokens(
            links.join(request, tokens.candidate()),
            links.join(request, tokens.interviewer()),
            links.join(request, tokens.observer())));
  }

  private static OpenRequest wanted(Sent sent) {
    if (!sent.isJson() && !sent.words().isEmpty()) {
      return OpenRequest.practice(sent.words());
    }
    Fields fields = sent.fields();
    OpenRequest wanted =
        new OpenRequest(
            fields.text("scenario", NAME_MAX),
            fields.oneOf("mode", List.of("practice", "interview"), "practice"),
            fields.optionalWhole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(null),
            boxed(fields, "timeMultiplier", 0.5, 4),
            fields.optionalText("candidate", NAME_MAX).orElse(null),
            boxed(fields, "clockSpeed", 0.1, 1000));
    fields.done();
    return wanted;
  }

  private static @Nullable Double boxed(Fields fields, String name, double min, double max) {
    var found = fields.optionalNumber(name, min, max);
    return found.isPresent() ? found.getAsDouble() : null;
  }
}
