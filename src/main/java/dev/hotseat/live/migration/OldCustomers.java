package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements on the old table, by what the app calls its column of names. Calls in a row share the
/// connection's own cache of prepared statements.
///
/// @param nameColumn `name`, or what a release expects it to be called
record OldCustomers(String nameColumn) {
  private static final int FOUND_MAX = 20;

  Optional<OldRow> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select() + " WHERE id = ?")) {
      statement.setLong(1, id);
      return read(statement).stream().findFirst();
    }
  }

  List<OldRow> byEmail(Connection connection, String email) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + " WHERE email = ? ORDER BY id LIMIT " + FOUND_MAX)) {
      statement.setString(1, email);
      return read(statement);
    }
  }

  /// Rows with ids from `from` up to and without `to`, in order.
  List<OldRow> range(Connection connection, long from, long to) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + " WHERE id >= ? AND id < ? ORDER BY id")) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      return read(statement);
    }
  }

  /// Carries out a write and gives the row's version afterwards, zero where there is no such row.
  ///
  /// @param again whether a new customer may be there already
  long carryOut(Connection connection, Wish wish, boolean again) throws SQLException {
    return switch (wish) {
      case Wish.Create(long id, Contents contents) ->
          create(connection, contents.row(id, 1), again);
      case Wish.Replace(long id, Contents contents) -> replace(connection, id, contents);
      case Wish.Delete(long id) -> Wish.after(delete(connection, id));
      case Wish.Erase(long id) -> Wish.after(delete(connection, id));
    };
  }

  private long create(Connection connection, OldRow row, boolean again) throws SQLException {
    if (again) {
      NewCustomers.written(
          () -> insert(connection, Dialect.of(connection).insertOrLeave(insertion()), row));
    } else {
      insert(connection, row);
    }
    return row.version();
  }

  void insert(Connection connection, OldRow row) throws SQLException {
    insert(connection, insertion(), row);
  }

  private String insertion() {
    return "INSERT INTO customers (id, "
        + nameColumn
        + ", email, credit, country, version) VALUES (?, ?, ?, ?, ?, ?)";
  }

  private static int insert(Connection connection, String sql, OldRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, row.id());
      statement.setString(2, row.name());
      statement.setString(3, row.email());
      statement.setDouble(4, row.credit());
      statement.setString(5, row.country());
      statement.setLong(6, row.version());
      return statement.executeUpdate();
    }
  }

  /// Replaces what the row says and gives its new version, or zero where there is no such row.
  long replace(Connection connection, long id, Contents contents) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Dialect.of(connection)
                .updated(
                    "version",
                    "UPDATE customers SET "
                        + nameColumn
                        + " = ?, email = ?, credit = ?, country = ?, version = version + 1"
                        + " WHERE id = ?"))) {
      statement.setString(1, contents.name());
      statement.setString(2, contents.email());
      statement.setDouble(3, contents.credit());
      statement.setString(4, contents.country());
      statement.setLong(5, id);
      return version(statement);
    }
  }

  /// Removes the row and gives the version it had, or zero where there is no such row.
  long delete(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Dialect.of(connection).deleted("version", "DELETE FROM customers WHERE id = ?"))) {
      statement.setLong(1, id);
      return version(statement);
    }
  }

  private String select() {
    return "SELECT id, " + nameColumn + ", email, credit, country, version FROM customers";
  }

  private static long version(PreparedStatement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery()) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  private static List<OldRow> read(PreparedStatement statement) throws SQLException {
    List<OldRow> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(
            new OldRow(
                found.getInt(1),
                text(found, 2),
                text(found, 3),
                found.getDouble(4),
                text(found, 5),
                found.getLong(6)));
      }
    }
    return rows;
  }

  private static String text(ResultSet found, int column) throws SQLException {
    String text = found.getString(column);
    return text == null ? "" : text;
  }
}
