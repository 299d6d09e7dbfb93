package dev.hotseat.live.shortener;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The statements about clicks.
final class ClickTable {
  private static final int DUPLICATE_KEY = 23505;

  private static final String TABLE =
      """
      CREATE TABLE clicks (
        code VARCHAR(40) NOT NULL,
        shard INT NOT NULL,
        total BIGINT NOT NULL,
        PRIMARY KEY (code, shard))
      """;
  private static final String ADD =
      "UPDATE clicks SET total = total + ? WHERE code = ? AND shard = ?";
  private static final String FIRST = "INSERT INTO clicks (total, code, shard) VALUES (?, ?, ?)";
  private static final String TOTAL = "SELECT SUM(total) FROM clicks WHERE code = ?";

  private ClickTable() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
  }

  /// Adds clicks to a row, which stays locked until the transaction ends.
  static void add(Connection connection, String code, int shard, long clicks) throws SQLException {
    if (executed(connection, ADD, code, shard, clicks) == 0) {
      addFirst(connection, code, shard, clicks);
    }
  }

  private static void addFirst(Connection connection, String code, int shard, long clicks)
      throws SQLException {
    try {
      executed(connection, FIRST, code, shard, clicks);
    } catch (SQLException e) {
      if (e.getErrorCode() != DUPLICATE_KEY) {
        throw e;
      }
      executed(connection, ADD, code, shard, clicks);
    }
  }

  private static int executed(
      Connection connection, String sql, String code, int shard, long clicks) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, clicks);
      statement.setString(2, code);
      statement.setInt(3, shard);
      return statement.executeUpdate();
    }
  }

  static long total(Connection connection, String code) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
      statement.setString(1, code);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
