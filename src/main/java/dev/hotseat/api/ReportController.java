package dev.hotseat.api;

import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.scoring.Report;
import dev.hotseat.session.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.util.function.Function;

/// What is left of a session: as JSON, Markdown, a page or text.
@Controller("/api/sessions/{id}/report")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {
  /// The page carries its own style and nothing else; this lets that in and still no script.
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Seats seats;
  private final Links links;
  private final Function<Report, String> page;

  ReportController(Seats seats, Links links, @Named("report-page") Function<Report, String> page) {
    this.seats = seats;
    this.links = links;
    this.page = page;
  }

  @Get
  @Produces({Media.JSON, Media.TEXT, Media.MARKDOWN, Media.HTML})
  HttpResponse<?> report(String id, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    if (!seat.seesAll(seat.session().view())) {
      throw ProblemKind.SESSION_NOT_ENDED.because("The report can be had after the end.");
    }
    Report report = seat.session().report();
    Commands commands = Commands.of(request, links.session(request, id));
    return switch (Format.wantedBy(request)) {
      case JSON -> HttpResponse.ok(report).contentType(Media.JSON);
      case TEXT -> Format.TEXT.response(ReportSheets.report(report, commands).toString());
      case MARKDOWN -> Format.MARKDOWN.response(ReportMarkdown.of(report));
      case HTML ->
          Format.HTML.response(page.apply(report)).header("Content-Security-Policy", PAGE_POLICY);
    };
  }
}
