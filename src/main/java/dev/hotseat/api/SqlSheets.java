package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.live.LiveSystem.Table;

/// A query result on a terminal. A single cell of several lines, as EXPLAIN gives, is shown whole.
final class SqlSheets {
  private SqlSheets() {}

  static Sheet table(Table table) {
    Sheet sheet =
        new Sheet()
            .head(
                table.rows().size() + (table.truncated() ? " rows (cut at the limit)" : " rows"),
                Figures.millis(table.tookNanos() / 1e6));
    if (table.rows().size() == 1 && table.columns().size() == 1) {
      return sheet.paragraph(table.rows().getFirst().getFirst());
    }
    if (table.columns().isEmpty()) {
      return sheet;
    }
    Grid grid = new Grid(table.columns().stream().map(SqlSheets::plain).toArray(String[]::new));
    table.rows().forEach(row -> grid.row(row.toArray(String[]::new)));
    return sheet.grid(grid);
  }

  /// A column's own name never makes it a column of figures.
  private static String plain(String name) {
    return name.startsWith(">") ? " " + name : name;
  }
}
