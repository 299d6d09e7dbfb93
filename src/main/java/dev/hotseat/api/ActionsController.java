package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.live.Design;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Deed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/// What the person on call can do to the live system.
@Controller("/api/sessions/{id}/actions")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActionsController {
  private static final int NAME_MAX = 100;

  private final Seats seats;
  private final Links links;

  ActionsController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Serdeable
  record Actions(List<ActionJson> actions) {}

  /// @param irreversible what cannot be undone afterwards; empty where all can
  @Serdeable
  record ActionJson(
      String name,
      String meaning,
      double takesSeconds,
      String irreversible,
      List<ParameterJson> parameters) {
    static ActionJson of(Design.Action action) {
      return new ActionJson(
          action.name(),
          action.meaning(),
          action.takes().toMillis() / 1000.0,
          action.irreversible(),
          ParameterJson.all(action.parameters()));
    }
  }

  /// @param arguments every one with its value
  /// @param state `done` or `under-way`
  /// @param outcome what the action did, in one sentence; of one under way, what is to be expected
  /// @param secondsLeft until it is carried out, on the session's clock; zero when it was
  @Serdeable
  record Taken(
      String action,
      Map<String, String> arguments,
      String state,
      String outcome,
      double secondsLeft) {
    static Taken of(Deed deed) {
      return new Taken(
          deed.action(),
          deed.arguments(),
          deed.underWay() ? "under-way" : "done",
          deed.outcome(),
          deed.secondsLeft());
    }
  }

  /// An action to take.
  private record Wanted(String action, Map<String, String> arguments) {}

  @Get
  HttpResponse<?> list(String id, Caller caller, HttpRequest<?> request) {
    List<ActionJson> actions =
        seats.at(id, caller).session().design().actions().stream().map(ActionJson::of).toList();
    Commands commands = Commands.of(request, links.session(request, id));
    return Format.answer(request, new Actions(actions), () -> LabSheets.actions(actions, commands));
  }

  @Post
  HttpResponse<?> take(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    Wanted wanted = wanted(Sent.in(request));
    Deed deed = seat.session().act(wanted.action(), wanted.arguments(), seat.role());
    return Format.answer(
            request,
            Taken.of(deed),
            () -> new Sheet().paragraph(deed.action() + ": " + deed.outcome()))
        .status(deed.underWay() ? HttpStatus.ACCEPTED : HttpStatus.OK);
  }

  private static Wanted wanted(Sent sent) {
    if (sent.isJson()) {
      Fields fields = sent.fields();
      Wanted wanted = new Wanted(fields.text("action", NAME_MAX), fields.texts("arguments"));
      fields.done();
      return wanted;
    }
    Sent.Settings settings = sent.settings();
    if (settings.subject().isEmpty() || settings.subject().length() > NAME_MAX) {
      throw ProblemKind.field("action", "the name of an action", settings.subject());
    }
    return new Wanted(settings.subject(), settings.values());
  }
}
