package dev.hotseat.api;

import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.session.Caller;
import dev.hotseat.session.ComparisonView;
import dev.hotseat.session.RunRequest;
import dev.hotseat.session.RunView;
import dev.hotseat.session.Session;
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

/// Load runs: start, watch, stop, look back, compare.
@Controller("/api/sessions/{id}")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class LoadController {
  private final Seats seats;
  private final Links links;

  LoadController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Serdeable
  record Runs(List<RunView> runs) {}

  @Post("/load")
  HttpResponse<?> start(String id, Caller caller, HttpRequest<byte[]> request) {
    Seat seat = seats.at(id, caller);
    RunRequest wanted = LoadRequests.wanted(Sent.in(request));
    RunView run = seat.session().startRun(wanted, seat.role());
    return Format.answer(request, run, () -> RunSheets.run(run, commands(id, request)))
        .status(202)
        .header("Location", "/api/sessions/" + id + "/runs/" + run.run());
  }

  /// The run going on, or the last one.
  @Get("/load")
  HttpResponse<?> progress(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    RunView run = seat.session().currentRun().orElseGet(() -> last(seat));
    return Format.answer(request, run, () -> RunSheets.run(run, commands(id, request)));
  }

  @Delete("/load")
  HttpResponse<?> stop(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    RunView run = seat.session().stopRun(seat.role());
    return Format.answer(request, run, () -> RunSheets.run(run, commands(id, request)));
  }

  @Get("/runs")
  HttpResponse<?> runs(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    List<RunView> runs = seat.session().runs(seat.role());
    return Format.answer(
        request,
        new Runs(runs),
        () -> RunSheets.runs(runs, firstProfile(seat), commands(id, request)));
  }

  @Get("/runs/{n}")
  HttpResponse<?> run(String id, int n, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    RunView run = seat.session().run(n, seat.role());
    return Format.answer(request, run, () -> RunSheets.run(run, commands(id, request)));
  }

  @Get("/runs/{a}/compare/{b}")
  HttpResponse<?> compare(String id, int a, int b, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    ComparisonView comparison = seat.session().compare(a, b, seat.role());
    return Format.answer(request, comparison, () -> RunSheets.comparison(comparison));
  }

  private static RunView last(Seat seat) {
    Session session = seat.session();
    List<RunView> runs = session.runs(seat.role());
    if (runs.isEmpty()) {
      throw ProblemKind.NO_SUCH_RUN.because(
          "There was no load run yet; a profile of the scenario is " + firstProfile(seat) + ".");
    }
    return session.run(runs.getLast().run(), seat.role());
  }

  private static String firstProfile(Seat seat) {
    return seat.session().scenario().profiles().stream()
        .map(Scenario.NamedProfile::name)
        .findFirst()
        .orElse("ratePerSecond=100 durationSeconds=10");
  }

  private Commands commands(String id, HttpRequest<?> request) {
    return Commands.of(request, links.session(request, id));
  }
}
