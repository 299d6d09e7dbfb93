package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The statements that put customers into a table of the new schema, many at a time.
///
/// @param table `customers_new`, or another of the same shape
record CopyTarget(String table) {
  private static final String GIVEN =
      """
      SELECT * FROM UNNEST(
        CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
        CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),
        CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY))
      """;

  /// Writes those rows that are not there or are there in an older version; how many those were.
  int insertIfNewer(Connection connection, List<NewRow> rows) throws SQLException {
    return write(
        connection, Dialect.of(connection).upsertIfNewer(table, NewCustomers.ALL, GIVEN), rows);
  }

  /// Writes the rows whatever is there.
  int overwrite(Connection connection, List<NewRow> rows) throws SQLException {
    return write(connection, Dialect.of(connection).upsert(table, NewCustomers.ALL, GIVEN), rows);
  }

  private static int write(Connection connection, String sql, List<NewRow> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      CopySource.column(statement, 1, "int8", rows, NewRow::id);
      CopySource.column(statement, 2, "varchar", rows, NewRow::givenName);
      CopySource.column(statement, 3, "varchar", rows, NewRow::familyName);
      CopySource.column(statement, 4, "varchar", rows, NewRow::email);
      CopySource.column(statement, 5, "int8", rows, NewRow::creditMinor);
      CopySource.column(statement, 6, "varchar", rows, NewRow::currency);
      CopySource.column(statement, 7, "varchar", rows, NewRow::country);
      CopySource.column(statement, 8, "int8", rows, NewRow::version);
      return statement.executeUpdate();
    }
  }

  /// The rows of a stretch, by id.
  List<NewRow> of(Connection connection, Stretch stretch) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + " WHERE id > ? AND id <= ? ORDER BY id")) {
      statement.setLong(1, stretch.afterId());
      statement.setLong(2, stretch.toId());
      return rows(statement);
    }
  }

  Optional<NewRow> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select() + " WHERE id = ?")) {
      statement.setLong(1, id);
      return rows(statement).stream().findFirst();
    }
  }

  void delete(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM " + table + " WHERE id = ?")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  private String select() {
    return "SELECT id, given_name, family_name, email, credit_minor, currency, country, version FROM "
        + table;
  }

  private static List<NewRow> rows(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<NewRow> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            new NewRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8)));
      }
      return rows;
    }
  }

  long count(Connection connection) throws SQLException {
    return Schema.one(connection, "SELECT COUNT(*) FROM " + table);
  }

  long lastId(Connection connection) throws SQLException {
    return Schema.one(connection, "SELECT COALESCE(MAX(id), 0) FROM " + table);
  }
}
