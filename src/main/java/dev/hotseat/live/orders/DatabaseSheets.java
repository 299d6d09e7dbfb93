package dev.hotseat.live.orders;

import dev.hotseat.live.Design.Sheet;
import java.util.List;
import java.util.Map;

/// What the database tells about itself.
final class DatabaseSheets {
  private final Views views;

  DatabaseSheets(Scene scene) {
    this.views = scene.warehouse().views();
  }

  static List<Sheet> sheets() {
    return List.of(
        new Sheet(
            "slow-queries",
            "Slow queries",
            "Statements of the last minute, those that took most time in all first; with the rows"
                + " that the engine reads for one"),
        new Sheet(
            "statements",
            "Statements",
            "Sessions that hold a connection now, longest first, with the id that kill-query takes"),
        new Sheet("locks", "Locks", "Who waits for a row that somebody has changed, and for whom"),
        new Sheet("indexes", "Indexes", "What the tables can be entered by"));
  }

  Map<String, Page> pages() {
    return Map.of(
        "slow-queries", _ -> views.slowQueries(),
        "statements", _ -> views.statements(),
        "locks", _ -> views.locks(),
        "indexes", _ -> views.indexes());
  }
}
