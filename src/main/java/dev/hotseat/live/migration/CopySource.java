package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The statements that take customers out of the old table.
///
/// @param nameColumn what its column of names is called at the time
record CopySource(String nameColumn) {
  private static final String INSERT =
      """
      INSERT INTO customers (id, name, email, credit, country, version)
      SELECT * FROM UNNEST(
        CAST(? AS INT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
        CAST(? AS DOUBLE PRECISION ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))
      """;

  /// Adds rows in one statement: several times quicker than a batch.
  static void insertAll(Connection connection, Collection<OldRow> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      column(statement, 1, "int4", rows, OldRow::id);
      column(statement, 2, "varchar", rows, OldRow::name);
      column(statement, 3, "varchar", rows, OldRow::email);
      column(statement, 4, "float8", rows, OldRow::credit);
      column(statement, 5, "varchar", rows, OldRow::country);
      column(statement, 6, "int8", rows, OldRow::version);
      statement.executeUpdate();
    }
  }

  /// One value of every row, as a database array.
  ///
  /// @param type of the values, as PostgreSQL names it; H2 does not ask
  static <T> void column(
      PreparedStatement statement,
      int parameter,
      String type,
      Collection<T> rows,
      Function<T, Object> value)
      throws SQLException {
    Object[] values = rows.stream().map(value).toArray();
    statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
  }

  /// The rows of a stretch, by id: the cheapest way to walk a table, for it never counts what it
  /// skips.
  List<OldRow> of(Connection connection, Stretch stretch) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + " WHERE id > ? AND id <= ? ORDER BY id")) {
      statement.setLong(1, stretch.afterId());
      statement.setLong(2, stretch.toId());
      return rows(statement);
    }
  }

  Optional<OldRow> find(Connection connection, long id) throws SQLException {
    return find(connection, id, select() + " WHERE id = ?");
  }

  /// Nobody else changes the row until the transaction ends.
  Optional<OldRow> hold(Connection connection, long id) throws SQLException {
    return find(connection, id, select() + " WHERE id = ? FOR UPDATE");
  }

  /// Nobody else changes these until the transaction ends.
  void hold(Connection connection, Stretch stretch) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM customers WHERE id > ? AND id <= ? FOR UPDATE")) {
      statement.setLong(1, stretch.afterId());
      statement.setLong(2, stretch.toId());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
      }
    }
  }

  private String select() {
    return "SELECT id, " + nameColumn + ", email, credit, country, version FROM customers";
  }

  private static Optional<OldRow> find(Connection connection, long id, String sql)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      return rows(statement).stream().findFirst();
    }
  }

  private static List<OldRow> rows(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<OldRow> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            new OldRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                row.getString(5),
                row.getLong(6)));
      }
      return rows;
    }
  }

  static long count(Connection connection) throws SQLException {
    return Schema.one(connection, "SELECT COUNT(*) FROM customers");
  }

  static long lastId(Connection connection) throws SQLException {
    return Schema.one(connection, "SELECT COALESCE(MAX(id), 0) FROM customers");
  }
}
