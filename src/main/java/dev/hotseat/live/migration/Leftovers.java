package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// What the copying wrote down about single customers: examples of what the rules decided, and rows
/// they refused. Personal data like any other, and easily forgotten.
final class Leftovers {
  private Leftovers() {}

  /// Takes a customer out of them.
  static void erase(Connection connection, long id) throws SQLException {
    update(connection, "DELETE FROM conversion_refused WHERE id = ?", id);
    update(
        connection, "UPDATE conversion_notes SET was = '', became = '' WHERE example_id = ?", id);
  }

  /// Customers they speak of.
  static Set<Long> mentioned(Connection connection) throws SQLException {
    Set<Long> ids = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id FROM conversion_refused"
                    + " UNION SELECT example_id FROM conversion_notes WHERE was <> ''");
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        ids.add(found.getLong(1));
      }
    }
    return ids;
  }

  private static void update(Connection connection, String sql, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }
}
