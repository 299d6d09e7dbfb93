package dev.hotseat.live.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/// The SQL of one table of orders, by the table's name.
///
/// Every row carries a version that only grows, so that a late write never undoes a newer one and
/// an auditor can tell an old row from a lost write.
final class OrderTable {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "customer_id",
          "product_id",
          "status",
          "email",
          "total",
          "created",
          "note",
          "version");
  static final int CUSTOMERS = 5_000;
  static final int PRODUCTS = 1_000;

  /// One order in forty is hers.
  static final int LARGE_CUSTOMER = 1;

  static final List<String> STATES = List.of("paid", "shipped", "delivered", "cancelled");

  private static final String LIST_OF_COLUMNS = String.join(", ", COLUMNS);

  private OrderTable() {}

  static void createProducts(Connection connection) throws SQLException {
    execute(
        connection,
        "CREATE TABLE products (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL)",
        "INSERT INTO products SELECT x, 'Product ' || x FROM SYSTEM_RANGE(1, " + PRODUCTS + ")");
  }

  static void create(Connection connection, String table) throws SQLException {
    execute(
        connection,
        "CREATE TABLE "
            + table
            + """
             (id BIGINT PRIMARY KEY,
              customer_id INT NOT NULL,
              product_id INT NOT NULL,
              status VARCHAR(10) NOT NULL,
              email VARCHAR(60) NOT NULL,
              total BIGINT NOT NULL,
              created TIMESTAMP(3) NOT NULL,
              note VARCHAR(80) NOT NULL,
              version BIGINT NOT NULL)
            """);
  }

  /*
   * One customer in 5,000 has one order in forty, and nine orders in ten are delivered: what makes
   * an index selective or not. The factors only spread the values; they share no divisor with what
   * they are divided by, and the status is independent of the customer.
   */
  static void fill(Connection connection, String table, int rows) throws SQLException {
    execute(
        connection,
        "INSERT INTO "
            + table
            + " SELECT x, "
            + customer("x")
            + ", 1 + MOD(x * 31, "
            + PRODUCTS
            + "), "
            + "CASE WHEN MOD(x * 13 + x / 40 * 7, 100) < 90 THEN 'delivered'"
            + " WHEN MOD(x * 13 + x / 40 * 7, 100) < 95 THEN 'paid'"
            + " WHEN MOD(x * 13 + x / 40 * 7, 100) < 99 THEN 'shipped' ELSE 'cancelled' END, "
            + "'customer' || ("
            + customer("x")
            + ") || '@example.com', 500 + MOD(x * 997, 20011), "
            + "DATEADD(SECOND, -MOD(x * 48271, 31536000), TIMESTAMP '2026-06-01 00:00:00'), "
            + "'left with the neighbour at number ' || MOD(x, 90), 0 FROM SYSTEM_RANGE(1, "
            + rows
            + ")");
  }

  private static String customer(String x) {
    return "CASE WHEN MOD("
        + x
        + ", 40) = 0 THEN "
        + LARGE_CUSTOMER
        + " ELSE 2 + MOD("
        + x
        + " * 7919, "
        + (CUSTOMERS - 1)
        + ") END";
  }

  /// Adds an order unless it is there.
  static void insert(Connection connection, String table, Order order) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " ("
                + LIST_OF_COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, order.id());
      statement.setInt(2, order.customer());
      statement.setInt(3, order.product());
      statement.setString(4, order.status());
      statement.setString(5, order.email());
      statement.setLong(6, order.total());
      statement.setTimestamp(7, Timestamp.from(order.created()));
      statement.setString(8, order.note());
      statement.setLong(9, order.version());
      statement.executeUpdate();
    }
  }

  /// Moves an order to another status; whether it is there.
  static boolean move(Connection connection, String table, long id, String status, long version)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE " + table + " SET status = ?, version = ? WHERE id = ? AND version < ?")) {
      statement.setString(1, status);
      statement.setLong(2, version);
      statement.setLong(3, id);
      statement.setLong(4, version);
      return statement.executeUpdate() > 0;
    }
  }

  /// The status of an order.
  static Optional<String> status(Connection connection, String table, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT status FROM " + table + " WHERE id = ?")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /// The version of an order, -1 where it is not there.
  static long version(PreparedStatement byId, long id) throws SQLException {
    byId.setLong(1, id);
    try (ResultSet row = byId.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  static PreparedStatement versions(Connection connection, String table) throws SQLException {
    return connection.prepareStatement("SELECT version FROM " + table + " WHERE id = ?");
  }

  /*
   * The rows are locked before they are read, in the order of their ids, so that no write falls
   * between reading a row here and writing it there: who writes one of them next waits for this
   * chunk and then finds its row in both tables.
   */
  /// Copies the next rows up to an id, in one transaction; the last id copied, or `upTo` when there
  /// was none left.
  static long copy(Connection connection, String from, String to, long after, long upTo, int rows)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      long last = lastOfChunk(connection, from, after, upTo, rows);
      try (PreparedStatement lock =
              connection.prepareStatement(
                  "SELECT id FROM " + from + " WHERE id > ? AND id <= ? ORDER BY id FOR UPDATE");
          PreparedStatement copy =
              connection.prepareStatement(
                  "INSERT INTO " + to + " SELECT * FROM " + from + " WHERE id > ? AND id <= ?")) {
        lock.setLong(1, after);
        lock.setLong(2, last);
        lock.executeQuery().close();
        copy.setLong(1, after);
        copy.setLong(2, last);
        copy.executeUpdate();
      }
      connection.commit();
      return last;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static long lastOfChunk(
      Connection connection, String from, long after, long upTo, int rows) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM "
                + from
                + " WHERE id > ? AND id <= ? ORDER BY id OFFSET ? ROWS FETCH FIRST ROW ONLY")) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      statement.setInt(3, rows - 1);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : upTo;
      }
    }
  }

  static long highestId(Connection connection, String table) throws SQLException {
    return number(connection, "SELECT COALESCE(MAX(id), 0) FROM " + table);
  }

  static long count(Connection connection, String table) throws SQLException {
    return number(connection, "SELECT COUNT(*) FROM " + table);
  }

  /// Ids of rows of one table that are missing in the other, or older there; at most so many.
  static List<Long> different(Connection connection, String from, String in, int most)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT a.id FROM "
                    + from
                    + " a LEFT JOIN "
                    + in
                    + " b ON b.id = a.id WHERE b.id IS NULL OR b.version < a.version FETCH FIRST "
                    + most
                    + " ROWS ONLY")) {
      List<Long> ids = new java.util.ArrayList<>();
      while (row.next()) {
        ids.add(row.getLong(1));
      }
      return ids;
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
