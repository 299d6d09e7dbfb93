package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.live.Design;
import dev.hotseat.live.Listing;
import dev.hotseat.session.JobView;
import java.util.List;
import java.util.stream.Collectors;

/// A system's own instruments and jobs on a terminal.
final class OwnSheets {
  private OwnSheets() {}

  static Sheet list(List<SheetsController.SheetJson> sheets, Commands commands) {
    Sheet sheet = new Sheet().head("instruments", sheets.size() + " of its own");
    if (sheets.isEmpty()) {
      return sheet.paragraph("This system has none besides metrics, traces, logs and SQL.");
    }
    Grid grid = new Grid("instrument", "told", "meaning");
    sheets.forEach(each -> grid.row(each.name(), told(each), each.meaning()));
    return sheet
        .grid(grid.dense())
        .next(commands.block(commands.get("sheets/" + sheets.getFirst().name())));
  }

  private static String told(SheetsController.SheetJson sheet) {
    return sheet.parameters().stream().map(ParameterJson::written).collect(Collectors.joining(" "));
  }

  static Sheet one(Design.Sheet declared, Listing listing) {
    Sheet sheet =
        new Sheet()
            .head(
                declared.title(),
                listing.columns().isEmpty()
                    ? ""
                    : listing.rows().size() + (listing.truncated() ? " rows (cut)" : " rows"));
    if (!listing.columns().isEmpty()) {
      Grid grid = new Grid(listing.columns().toArray(String[]::new));
      listing.rows().forEach(row -> grid.row(row.toArray(String[]::new)));
      sheet.grid(grid);
    }
    return listing.text().isEmpty() ? sheet : sheet.paragraph(listing.text());
  }

  static Sheet jobs(List<JobView> jobs) {
    Sheet sheet = new Sheet().head("jobs", jobs.size() + " in all");
    if (jobs.isEmpty()) {
      return sheet.paragraph("Nothing that takes a while is going on.");
    }
    Grid grid = new Grid("job", "state", ">done", ">of", ">per second", ">left", "note");
    for (JobView each : jobs) {
      Double left = each.secondsLeft();
      grid.row(
          each.name(),
          each.state(),
          Figures.of(each.done(), ""),
          Figures.of(each.total(), each.unit()),
          Figures.of(each.perSecond(), ""),
          left == null ? "" : Figures.of(left, "s"),
          each.note());
    }
    return sheet.grid(grid);
  }
}
