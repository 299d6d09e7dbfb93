package dev.hotseat.live.catalogue;

import dev.hotseat.exchange.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The columns of an index, in order: what somebody asked for, checked.
///
/// @param columns at least one, none twice
record IndexPlan(List<Column> columns) {
  private static final int COLUMNS_MAX = 6;

  IndexPlan {
    columns = List.copyOf(columns);
  }

  /// A column of an index.
  ///
  /// @param name of the table's columns
  /// @param descending whether the greatest comes first
  record Column(String name, boolean descending) {
    @Override
    public String toString() {
      return descending ? name + " DESC" : name;
    }
  }

  /// Reads `customer_id, status, created desc`.
  ///
  /// @throws Refusal when it is no list of different columns of the table
  static IndexPlan of(String text, List<String> known) {
    List<Column> columns = new ArrayList<>();
    for (String each : text.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*", -1)) {
      columns.add(column(each, known, text));
    }
    Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
    if (names.size() < columns.size() || columns.size() > COLUMNS_MAX) {
      throw refused(known, text);
    }
    return new IndexPlan(columns);
  }

  private static Column column(String text, List<String> known, String all) {
    String[] words = text.split("\\s+", -1);
    boolean ordered = words.length == 2 && Set.of("asc", "desc").contains(words[1]);
    if (!known.contains(words[0]) || (words.length > 1 && !ordered)) {
      throw refused(known, all);
    }
    return new Column(words[0], ordered && words[1].equals("desc"));
  }

  private static Refusal refused(List<String> known, String got) {
    return new Refusal(
        "arguments.columns",
        "one to "
            + COLUMNS_MAX
            + " different ones of "
            + String.join(", ", known)
            + ", each with DESC behind it if wanted, such as customer_id, created desc",
        got);
  }

  /// `customer_id, status, created DESC`.
  String text() {
    return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
  }

  /// The name of this index on a table.
  String name(String table) {
    return table
        + "_"
        + columns.stream()
            .map(column -> column.name().replace("_id", "") + (column.descending() ? "_desc" : ""))
            .collect(Collectors.joining("_"));
  }

  String ddl(String table) {
    return "CREATE INDEX " + name(table) + " ON " + table + " (" + text() + ")";
  }

  boolean has(String column) {
    return columns.stream().anyMatch(each -> each.name().equals(column));
  }

  /// Whether nothing but the index is needed for these columns.
  boolean covers(Set<String> needed) {
    return columns.stream().map(Column::name).collect(Collectors.toSet()).containsAll(needed);
  }

  /// Bytes of one entry, reckoned from the average width of its columns and the key of the row.
  double bytesPerEntry(Map<String, Double> widths) {
    return 8 + columns.stream().mapToDouble(each -> widths.getOrDefault(each.name(), 8.0)).sum();
  }
}
