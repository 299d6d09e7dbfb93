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
  private static final String INSERT_IF_NEWER =
      """
      MERGE INTO %s AS t
      USING (%s) AS s (id, given, family, email, minor, currency, country, version)
      ON t.id = s.id
      WHEN MATCHED AND t.version < s.version THEN UPDATE SET
        given_name = s.given, family_name = s.family, email = s.email, credit_minor = s.minor,
        currency = s.currency, country = s.country, version = s.version
      WHEN NOT MATCHED THEN INSERT VALUES (
        s.id, s.given, s.family, s.email, s.minor, s.currency, s.country, s.version)
      """;

  /// Writes those rows that are not there or are there in an older version; how many those were.
  int insertIfNewer(Connection connection, List<NewRow> rows) throws SQLException {
    return write(connection, INSERT_IF_NEWER.formatted(table, GIVEN), rows);
  }

  /// Writes the rows whatever is there.
  int overwrite(Connection connection, List<NewRow> rows) throws SQLException {
    return write(connection, "MERGE INTO " + table + " KEY (id) " + GIVEN, rows);
  }

  private static int write(Connection connection, String sql, List<NewRow> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, CopySource.column(rows, NewRow::id));
      statement.setObject(2, CopySource.column(rows, NewRow::givenName));
      statement.setObject(3, CopySource.column(rows, NewRow::familyName));
      statement.setObject(4, CopySource.column(rows, NewRow::email));
      statement.setObject(5, CopySource.column(rows, NewRow::creditMinor));
      statement.setObject(6, CopySource.column(rows, NewRow::currency));
      statement.setObject(7, CopySource.column(rows, NewRow::country));
      statement.setObject(8, CopySource.column(rows, NewRow::version));
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
