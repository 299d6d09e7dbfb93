package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.session.Caller;
import dev.hotseat.session.FaultView;
import dev.hotseat.session.Role;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.SessionView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What can be broken, and what is.
@Controller("/api/sessions/{id}/faults")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaultsController {
  private static final int NAME_MAX = 100;
  private static final double INTENSITY_MAX = 1e9;

  private final Seats seats;
  private final Links links;

  FaultsController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Serdeable
  record Faults(List<FaultView> faults) {}

  /// A fault to start.
  private record Wanted(String fault, @Nullable Double intensity, boolean forced) {}

  @Get
  HttpResponse<?> list(String id, Caller caller, HttpRequest<?> request) {
    return show(seats.at(id, caller), request);
  }

  @Post
  HttpResponse<?> start(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    Wanted wanted = wanted(Sent.in(request));
    Role by = wanted.forced() ? caller.role() : seat.role();
    try {
      seat.session().startFault(wanted.fault(), wanted.intensity(), wanted.forced(), by);
    } catch (SessionRefusal refusal) {
      throw inOurWords(refusal);
    }
    return show(seat, request);
  }

  /// The session calls the fault's name a name; in what the client sent it is the `fault`.
  private static SessionRefusal inOurWords(SessionRefusal refusal) {
    return refusal.field().equals("name")
        ? SessionRefusal.invalid("fault", refusal.expected(), refusal.got())
        : refusal;
  }

  /// Stops one fault.
  @Delete("/{fault}")
  HttpResponse<?> stop(String id, String fault, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    seat.session().stopFault(fault, seat.role());
    return show(seat, request);
  }

  /// Stops every fault that the caller may know of.
  @Delete
  HttpResponse<?> stopAll(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    for (FaultView fault : seat.knownFaults(seat.session().view())) {
      seat.session().stopFault(fault.name(), seat.role());
    }
    return show(seat, request);
  }

  private HttpResponse<?> show(Seat seat, HttpRequest<?> request) {
    SessionView view = seat.session().view();
    List<FaultView> faults =
        seat.session().faults(seat.role()).stream()
            .filter(fault -> seat.seesAll(view) || fault.candidate() || Seat.known(fault))
            .map(fault -> seat.seesAll(view) || Seat.known(fault) ? fault : asleep(fault))
            .toList();
    Commands commands = Commands.of(request, links.session(request, view.id()));
    return Format.answer(request, new Faults(faults), () -> LabSheets.faults(faults, commands));
  }

  /// The fault as it looks to somebody who may not know that it is in force.
  private static FaultView asleep(FaultView fault) {
    return new FaultView(
        fault.name(),
        fault.meaning(),
        false,
        fault.active() ? fault.min() : fault.intensity(),
        fault.unit(),
        fault.min(),
        fault.max(),
        fault.where(),
        fault.candidate(),
        "",
        null);
  }

  private static Wanted wanted(Sent sent) {
    if (sent.isJson()) {
      Fields fields = sent.fields();
      String fault = fields.text("fault", NAME_MAX);
      OptionalDouble intensity = fields.optionalNumber("intensity", 0, INTENSITY_MAX);
      boolean forced = fields.flag("force", false);
      fields.done();
      return new Wanted(fault, intensity.isPresent() ? intensity.getAsDouble() : null, forced);
    }
    Sent.Settings settings = sent.settings();
    if (settings.subject().isEmpty() || settings.subject().length() > NAME_MAX) {
      throw ProblemKind.field("fault", "the name of a fault", settings.subject());
    }
    return new Wanted(settings.subject(), settings.number("intensity").orElse(null), false);
  }
}
