package dev.hotseat.api.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table whose columns line up and whose lines fit the page.
///
/// A heading that starts with `>` makes a column of figures, aligned to the right. Where the table
/// is too wide, its widest column of words gives way.
public final class Grid {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;

  private final List<String> headings;
  private final boolean[] figures;
  private final List<List<String>> rows = new ArrayList<>();

  /// A table with these columns.
  public Grid(String... headings) {
    this.figures = new boolean[headings.length];
    List<String> names = new ArrayList<>();
    for (int column = 0; column < headings.length; column++) {
      figures[column] = headings[column].startsWith(">");
      names.add(figures[column] ? headings[column].substring(1) : headings[column]);
    }
    this.headings = List.copyOf(names);
  }

  /// Adds a row; one cell per column.
  public Grid row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + headings.size() + " columns");
    }
    rows.add(Arrays.stream(cells).map(cell -> Words.clean(cell).replace('\n', ' ')).toList());
    return this;
  }

  /// Whether there are no rows.
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  List<String> lines(int columns) {
    int[] widths = widths(columns);
    List<String> lines = new ArrayList<>();
    lines.add(line(headings, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = Words.fit(cells.get(column), widths[column]);
      line.append(column == 0 ? "" : GAP);
      line.append(
          figures[column] ? Words.right(cell, widths[column]) : Words.left(cell, widths[column]));
    }
    return line.toString().stripTrailing();
  }

  private int[] widths(int columns) {
    int[] widths = new int[headings.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Words.width(headings.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], Words.width(row.get(column)));
      }
    }
    int room = columns - GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room && shrinkWidest(widths)) {
      // one column a step; tables are a few cells wide
    }
    return widths;
  }

  private boolean shrinkWidest(int[] widths) {
    int widest = widest(widths, false);
    if (widths[widest] <= NARROWEST) {
      widest = widest(widths, true);
    }
    if (widths[widest] <= 1) {
      return false;
    }
    widths[widest]--;
    return true;
  }

  private int widest(int[] widths, boolean alsoFigures) {
    int widest = 0;
    int found = -1;
    for (int column = 0; column < widths.length; column++) {
      if ((alsoFigures || !figures[column]) && widths[column] > found) {
        widest = column;
        found = widths[column];
      }
    }
    return widest;
  }
}
