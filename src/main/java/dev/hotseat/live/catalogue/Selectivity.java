package dev.hotseat.live.catalogue;

import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the columns of a table hold: how many different values, and how much of the table the most
/// frequent one is. Counted when somebody asks.
final class Selectivity {
  private Selectivity() {}

  /// A column.
  ///
  /// @param distinct different values
  /// @param top the most frequent value
  /// @param topRows rows that have it
  /// @param rows all rows
  /// @param width average bytes of a value
  record Column(String name, long distinct, String top, long topRows, long rows, double width) {
    double topShare() {
      return rows == 0 ? 0 : (double) topRows / rows;
    }

    /// Rows a partial index would hold that leaves the most frequent value out.
    long others() {
      return rows - topRows;
    }
  }

  static List<Column> of(Kit kit, String table) throws InterruptedException {
    return kit.store().aside(connection -> of(connection, table));
  }

  private static List<Column> of(Connection connection, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    long rows = OrderTable.count(connection, table);
    for (String name : List.of("customer_id", "product_id", "status", "email", "total")) {
      columns.add(column(connection, table, name, rows));
    }
    return columns;
  }

  private static Column column(Connection connection, String table, String name, long rows)
      throws SQLException {
    String sql =
        "SELECT "
            + name
            + ", COUNT(*) AS n, COUNT(*) OVER (), OCTET_LENGTH(CAST(MIN("
            + name
            + ") AS VARCHAR)) FROM "
            + table
            + " GROUP BY "
            + name
            + " ORDER BY n DESC FETCH FIRST ROW ONLY";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next()
          ? new Column(
              name,
              row.getLong(3),
              row.getString(1),
              row.getLong(2),
              rows,
              width(name, row.getInt(4)))
          : new Column(name, 0, "", 0, rows, 0);
    }
  }

  /// Numbers have the width of their type, texts about that of a usual value.
  private static double width(String column, int textBytes) {
    return switch (column) {
      case "customer_id", "product_id" -> 4;
      case "total", "id", "created" -> 8;
      default -> textBytes;
    };
  }

  static Map<String, Double> widths(List<Column> columns) {
    Map<String, Double> widths = new LinkedHashMap<>();
    columns.forEach(each -> widths.put(each.name(), each.width()));
    return widths;
  }
}
