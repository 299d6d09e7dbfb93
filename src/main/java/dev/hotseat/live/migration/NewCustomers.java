package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Statements on a table of the new schema.
///
/// @param table `customers_new`, or `customers` once that has been altered in place
record NewCustomers(String table) {
  private static final int FOUND_MAX = 20;
  private static final String DUPLICATE_KEY = "23505";

  /// All columns of the new schema.
  static final List<String> ALL =
      List.of(
          "id",
          "given_name",
          "family_name",
          "email",
          "credit_minor",
          "currency",
          "country",
          "version");

  private static final String COLUMNS =
      "given_name, family_name, email, credit_minor, currency, country, version";

  Optional<NewRow> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select() + " WHERE id = ?")) {
      statement.setLong(1, id);
      return read(statement).stream().findFirst();
    }
  }

  List<NewRow> byEmail(Connection connection, String email) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select() + " WHERE email = ? ORDER BY id LIMIT " + FOUND_MAX)) {
      statement.setString(1, email);
      return read(statement);
    }
  }

  /// Rows with ids from `from` up to and without `to`, in order.
  List<NewRow> range(Connection connection, long from, long to) throws SQLException {
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
          create(connection, Rules.convert(contents.row(id, 1)).row(), again);
      case Wish.Replace(long id, Contents contents) ->
          replace(connection, Rules.convert(contents.row(id, 1)).row());
      case Wish.Delete(long id) -> Wish.after(delete(connection, id));
      case Wish.Erase(long id) -> Wish.after(delete(connection, id));
    };
  }

  /// Does what was done in the old table.
  ///
  /// @param version of the row there
  /// @param checked whether a newer version that is here stays
  void follow(Connection connection, Wish wish, long version, boolean checked) throws SQLException {
    switch (wish) {
      case Wish.Create(long id, Contents contents) ->
          copy(connection, Rules.convert(contents.row(id, version)).row(), checked);
      case Wish.Replace(long id, Contents contents) ->
          copy(connection, Rules.convert(contents.row(id, version)).row(), checked);
      case Wish.Delete(long id) -> delete(connection, id);
      case Wish.Erase(long id) -> delete(connection, id);
    }
  }

  private long create(Connection connection, NewRow row, boolean again) throws SQLException {
    if (again) {
      insertOrLeave(connection, row);
    } else {
      insert(connection, insertion(), row);
    }
    return row.version();
  }

  private String insertion() {
    return "INSERT INTO " + table + " (" + COLUMNS + ", id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  }

  /// Whether the row is new; one that is there already is left alone.
  private boolean insertOrLeave(Connection connection, NewRow row) throws SQLException {
    return written(
        () -> insert(connection, Dialect.of(connection).insertOrLeave(insertion()), row));
  }

  private static int insert(Connection connection, String sql, NewRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(statement, row);
      statement.setLong(7, row.version());
      statement.setLong(8, row.id());
      return statement.executeUpdate();
    }
  }

  /// Whether an insert that leaves what is there alone wrote anything.
  static boolean written(Insertion insertion) throws SQLException {
    try {
      return insertion.run() > 0;
    } catch (SQLException e) {
      if (!DUPLICATE_KEY.equals(e.getSQLState())) {
        throw e;
      }
      return false;
    }
  }

  /// Writes a row and says how many that were.
  @FunctionalInterface
  interface Insertion {
    int run() throws SQLException;
  }

  /// Replaces what the row says and gives its new version, or zero where there is no such row.
  long replace(Connection connection, NewRow row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Dialect.of(connection)
                .updated(
                    "version",
                    "UPDATE "
                        + table
                        + " SET given_name = ?, family_name = ?, email = ?, credit_minor = ?,"
                        + " currency = ?, country = ?, version = version + 1 WHERE id = ?"))) {
      fill(statement, row);
      statement.setLong(7, row.id());
      return version(statement);
    }
  }

  /// Removes the row and gives the version it had, or zero where there is no such row.
  long delete(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Dialect.of(connection).deleted("version", "DELETE FROM " + table + " WHERE id = ?"))) {
      statement.setLong(1, id);
      return version(statement);
    }
  }

  /// Writes a copy of an old row, whether or not there is one already.
  ///
  /// Somebody who copies rows may have put the row in and not committed yet: then the insert waits,
  /// and ends as a duplicate key or not, as the other one decides. Whoever is second tries the
  /// update again.
  ///
  /// @param checked whether a newer version that is there stays
  void copy(Connection connection, NewRow row, boolean checked) throws SQLException {
    if (!overwritten(connection, row, checked) && !insertOrLeave(connection, row)) {
      overwritten(connection, row, checked);
    }
  }

  private boolean overwritten(Connection connection, NewRow row, boolean checked)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE "
                + table
                + " SET given_name = ?, family_name = ?, email = ?, credit_minor = ?,"
                + " currency = ?, country = ?, version = ? WHERE id = ?"
                + (checked ? " AND version < ?" : ""))) {
      fill(statement, row);
      statement.setLong(7, row.version());
      statement.setLong(8, row.id());
      if (checked) {
        statement.setLong(9, row.version());
      }
      return statement.executeUpdate() > 0;
    }
  }

  private String select() {
    return "SELECT " + COLUMNS + ", id FROM " + table;
  }

  private static void fill(PreparedStatement statement, NewRow row) throws SQLException {
    statement.setString(1, row.givenName());
    statement.setString(2, row.familyName());
    statement.setString(3, row.email());
    statement.setLong(4, row.creditMinor());
    statement.setString(5, row.currency());
    statement.setString(6, row.country());
  }

  private static long version(PreparedStatement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery()) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  private static List<NewRow> read(PreparedStatement statement) throws SQLException {
    List<NewRow> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(
            new NewRow(
                found.getLong(8),
                text(found, 1),
                text(found, 2),
                text(found, 3),
                found.getLong(4),
                text(found, 5),
                text(found, 6),
                found.getLong(7)));
      }
    }
    return rows;
  }

  private static String text(ResultSet found, int column) throws SQLException {
    String text = found.getString(column);
    return text == null ? "" : text;
  }
}
