package dev.hotseat.api.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table whose columns line up and whose lines fit the page.
///
/// A heading that starts with `>` makes a column of figures, aligned to the right. Where the table
/// is too wide, its widest column of words gives way and its cells go on in the next line.
public final class Grid {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;
  private static final int CELL_LINES_MAX = 12;

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
    List<String> lines = new ArrayList<>(lines(headings, widths));
    rows.forEach(row -> lines.addAll(lines(row, widths)));
    return lines;
  }

  private List<String> lines(List<String> cells, int[] widths) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int column = 0; column < widths.length; column++) {
      List<String> cell = wrapped(cells.get(column), widths[column]);
      wrapped.add(cell);
      height = Math.max(height, cell.size());
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      lines.add(line(wrapped, line, widths));
    }
    return lines;
  }

  private static List<String> wrapped(String cell, int width) {
    List<String> lines = Words.width(cell) <= width ? List.of(cell) : Words.wrap(cell, width);
    if (lines.size() <= CELL_LINES_MAX) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, CELL_LINES_MAX));
    kept.set(CELL_LINES_MAX - 1, Words.fit(kept.getLast() + "……", width));
    return kept;
  }

  private String line(List<List<String>> cells, int number, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      List<String> cell = cells.get(column);
      String text = number < cell.size() ? cell.get(number) : "";
      line.append(column == 0 ? "" : GAP);
      line.append(
          figures[column] ? Words.right(text, widths[column]) : Words.left(text, widths[column]));
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
