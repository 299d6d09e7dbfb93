package dev.hotseat.live;

import java.util.List;
import java.util.stream.Stream;

/// What a sheet of a system shows: a table, and words beside it where a table does not say it all.
///
/// @param columns headings; one that starts with `>` heads a column of figures
/// @param rows values as text, one for each column
/// @param text further words, such as a plan or a diff; may be of several lines, empty for none
/// @param truncated whether there is more than is shown
public record Listing(
    List<String> columns, List<List<String>> rows, String text, boolean truncated) {
  /// More rows than these are cut off by the kit.
  public static final int ROWS_MAX = 500;

  /// Longer words than these are cut off by the kit.
  public static final int CHARS_MAX = 20_000;

  public Listing {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row + " is no row of " + columns);
      }
    }
  }

  /// A table.
  public static Listing of(List<String> columns, List<List<String>> rows) {
    return new Listing(columns, rows, "", false);
  }

  /// A table.
  public static Listing of(List<String> columns, Stream<List<String>> rows) {
    return of(columns, rows.toList());
  }

  /// Words alone.
  public static Listing saying(String text) {
    return new Listing(List.of(), List.of(), text, false);
  }

  /// The same table with words beside it.
  public Listing and(String words) {
    return new Listing(columns, rows, words, truncated);
  }

  /// As much of it as may be shown at once.
  Listing cut() {
    boolean fits = rows.size() <= ROWS_MAX && text.length() <= CHARS_MAX;
    return fits
        ? this
        : new Listing(
            columns,
            rows.subList(0, Math.min(rows.size(), ROWS_MAX)),
            text.substring(0, Math.min(text.length(), CHARS_MAX)),
            true);
  }
}
