package dev.hotseat.api.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A table whose columns line up and whose lines fit the page.
///
/// A heading that starts with `>` makes a column of figures, aligned to the right. Where the table
/// is too wide, its widest column of words gives way and its cells go on in the next line. Where no
/// column can give way without a word being broken, the table goes on below itself, its first
/// column repeated.
public final class Grid {
  private static final String GAP = "  ";

  /// A longer word may be broken; a trace's id of 32 signs, which somebody will copy, may not.
  private static final int WORD_MAX = 40;

  private static final Pattern FIGURE = Pattern.compile("[0-9.,]{1,12} [^ ]{1,6}");

  private static final Pattern BREAK = Pattern.compile(" +|(?<=\\|)");

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

  /// Without the columns in which no row says anything.
  public Grid dense() {
    int[] said =
        IntStream.range(0, headings.size())
            .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
            .toArray();
    return said.length == 0 ? this : part(said);
  }

  List<String> lines(int columns) {
    int[] narrowest = columnWidths(Grid::longestWord);
    int first = 1;
    List<String> lines = new ArrayList<>();
    do {
      int next = first;
      int used = narrowest[0];
      while (next < narrowest.length
          && (next == first || used + GAP.length() + narrowest[next] <= columns)) {
        used += GAP.length() + narrowest[next];
        next++;
      }
      if (first > 1) {
        lines.add("");
      }
      IntStream picked = IntStream.concat(IntStream.of(0), IntStream.range(first, next));
      part(picked.toArray()).write(lines, columns);
      first = next;
    } while (first < narrowest.length);
    return lines;
  }

  private Grid part(int[] picked) {
    Grid part =
        new Grid(
            Arrays.stream(picked)
                .mapToObj(column -> (figures[column] ? ">" : "") + headings.get(column))
                .toArray(String[]::new));
    rows.forEach(row -> part.rows.add(Arrays.stream(picked).mapToObj(row::get).toList()));
    return part;
  }

  private void write(List<String> lines, int columns) {
    int[] widths = widths(columns);
    lines.addAll(lines(headings, widths));
    rows.forEach(row -> lines.addAll(lines(row, widths)));
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
    int[] widths = columnWidths(Words::width);
    int[] narrowest = columnWidths(Grid::longestWord);
    int room = columns - GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room && shrinkWidest(widths, narrowest)) {
      // one column a step; tables are a few cells wide
    }
    return widths;
  }

  private int[] columnWidths(ToIntFunction<String> width) {
    return IntStream.range(0, headings.size())
        .map(column ->
            rows.stream()
                .mapToInt(row -> width.applyAsInt(row.get(column)))
                .reduce(width.applyAsInt(headings.get(column)), Math::max))
        .toArray();
  }

  /// A figure and its unit are one word.
  private static int longestWord(String cell) {
    if (FIGURE.matcher(cell).matches()) {
      return Words.width(cell);
    }
    int longest = Arrays.stream(BREAK.split(cell)).mapToInt(Words::width).max().orElse(0);
    return Math.min(WORD_MAX, longest);
  }

  /// Words give way before figures, and both before a word is broken.
  private boolean shrinkWidest(int[] widths, int[] narrowest) {
    int widest = widest(column -> !figures[column] && widths[column] > narrowest[column], widths);
    if (widest < 0) {
      widest = widest(column -> widths[column] > narrowest[column], widths);
    }
    if (widest < 0) {
      widest = widest(column -> widths[column] > 1, widths);
    }
    if (widest < 0) {
      return false;
    }
    widths[widest]--;
    return true;
  }

  private static int widest(IntPredicate among, int[] widths) {
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      if (among.test(column) && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    return widest;
  }
}
