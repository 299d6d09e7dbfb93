package dev.hotseat.api;

import dev.hotseat.api.text.Format;
import dev.hotseat.live.Design;
import dev.hotseat.live.Listing;
import dev.hotseat.session.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The instruments that only this system has, and its work that takes a while.
@Controller("/api/sessions/{id}")
@Produces({Media.JSON, Media.TEXT})
@ExecuteOn(TaskExecutors.BLOCKING)
final class SheetsController {
  private static final int TEXT_MAX = 200;

  /// In which form the answer is wanted; of no concern to the instrument.
  private static final String FORMAT = "format";

  private final Seats seats;
  private final Links links;

  SheetsController(Seats seats, Links links) {
    this.seats = seats;
    this.links = links;
  }

  @Serdeable
  record Sheets(List<SheetJson> sheets) {}

  /// @param parameters what it is told, in the query of its address
  @Serdeable
  record SheetJson(String name, String title, String meaning, List<ParameterJson> parameters) {
    static SheetJson of(Design.Sheet sheet) {
      return new SheetJson(
          sheet.name(), sheet.title(), sheet.meaning(), ParameterJson.all(sheet.parameters()));
    }
  }

  /// What a sheet shows.
  ///
  /// @param text further words, may be of several lines; empty for none
  /// @param truncated whether there is more than is shown
  @Serdeable
  record Shown(
      String name,
      String title,
      List<ColumnJson> columns,
      List<List<String>> rows,
      String text,
      boolean truncated) {
    static Shown of(Design.Sheet sheet, Listing listing) {
      return new Shown(
          sheet.name(),
          sheet.title(),
          listing.columns().stream().map(ColumnJson::of).toList(),
          listing.rows(),
          listing.text(),
          listing.truncated());
    }
  }

  /// @param figure whether it holds figures, to be aligned to the right
  @Serdeable
  record ColumnJson(String title, boolean figure) {
    static ColumnJson of(String heading) {
      boolean figure = heading.startsWith(">");
      return new ColumnJson(figure ? heading.substring(1) : heading, figure);
    }
  }

  @Serdeable
  record Jobs(List<dev.hotseat.session.JobView> jobs) {}

  @Get("/sheets")
  HttpResponse<?> list(String id, Caller caller, HttpRequest<?> request) {
    List<SheetJson> sheets =
        seats.at(id, caller).session().design().sheets().stream().map(SheetJson::of).toList();
    Commands commands = Commands.of(request, links.session(request, id));
    return Format.answer(request, new Sheets(sheets), () -> OwnSheets.list(sheets, commands));
  }

  @Get("/sheets/{sheet}")
  HttpResponse<?> sheet(String id, String sheet, Caller caller, HttpRequest<?> request) {
    Seat seat = seats.at(id, caller);
    Listing listing = seat.session().sheet(sheet, parameters(request), seat.role());
    Design.Sheet declared = seat.session().design().sheet(sheet);
    return Format.answer(
        request, Shown.of(declared, listing), () -> OwnSheets.one(declared, listing));
  }

  @Get("/jobs")
  HttpResponse<?> jobs(String id, Caller caller, HttpRequest<?> request) {
    Jobs jobs = new Jobs(seats.at(id, caller).session().jobs());
    return Format.answer(request, jobs, () -> OwnSheets.jobs(jobs.jobs()));
  }

  private static Map<String, String> parameters(HttpRequest<?> request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    request
        .getParameters()
        .forEach((name, values) -> {
          if (!name.equals(FORMAT) && !values.isEmpty()) {
            parameters.put(shortened(name), shortened(values.getFirst()));
          }
        });
    return parameters;
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
  }
}
