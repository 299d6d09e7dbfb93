package dev.hotseat.live.migration;

import dev.hotseat.live.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The tables and indexes, and the statements that make and drop them.
final class Schema {
  static final String OLD = "customers";
  static final String NEW = "customers_new";
  static final String OLD_INDEX = "customers_email";
  static final String COUNTRY_INDEX = "customers_country";
  static final String NEW_INDEX = "customers_new_email";

  private static final String CREATE_OLD =
      """
      CREATE TABLE customers (
        id INT PRIMARY KEY,
        name VARCHAR(120) NOT NULL,
        email VARCHAR(120) NOT NULL,
        credit DOUBLE PRECISION NOT NULL,
        country VARCHAR(60) NOT NULL,
        version BIGINT NOT NULL)
      """;

  private Schema() {}

  static void createOld(Connection connection) throws SQLException {
    run(connection, CREATE_OLD);
  }

  static void indexOld(Connection connection) throws SQLException {
    run(connection, "CREATE INDEX " + OLD_INDEX + " ON customers (email)");
  }

  /// Has the engine look at what is there, so that its plans are those of a table with a past.
  static void learn(Connection connection) throws SQLException {
    run(connection, "ANALYZE");
  }

  static void createNew(Connection connection) throws SQLException {
    run(connection, newTable(NEW));
  }

  /// The statement that makes an empty table of the new schema.
  static String newTable(String name) {
    return """
    CREATE TABLE %s (
      id BIGINT PRIMARY KEY,
      given_name VARCHAR(120) NOT NULL,
      family_name VARCHAR(120) NOT NULL CHECK (family_name <> ''),
      email VARCHAR(120) NOT NULL,
      credit_minor BIGINT NOT NULL,
      currency CHAR(3) NOT NULL,
      country CHAR(2) NOT NULL CHECK (country BETWEEN 'AA' AND 'ZZ'),
      version BIGINT NOT NULL)
    """
        .formatted(name);
  }

  static void indexNew(Connection connection) throws SQLException {
    run(connection, "CREATE INDEX " + NEW_INDEX + " ON customers_new (email)");
  }

  static void dropNew(Connection connection) throws SQLException {
    run(connection, "DROP TABLE IF EXISTS " + NEW);
  }

  static void dropOld(Connection connection) throws SQLException {
    run(connection, "DROP TABLE IF EXISTS " + OLD);
  }

  static boolean exists(Connection connection, String table) throws SQLException {
    return one(
            connection,
            "SELECT COUNT(*) FROM information_schema.tables"
                + " WHERE table_schema = CURRENT_SCHEMA AND LOWER(table_name) = '"
                + table
                + "'")
        > 0;
  }

  static boolean hasIndex(Connection connection, String index) throws SQLException {
    return one(connection, Dialect.of(connection).indexes(index)) > 0;
  }

  /// Runs statements that wait so long for each lock; whoever comes after them waits as usual.
  ///
  /// In a transaction that fails, the roll-back brings the usual back where this cannot.
  static <T> T patiently(Connection connection, long millis, Statements<T> statements)
      throws SQLException {
    run(connection, "SET LOCK_TIMEOUT = " + millis);
    T result;
    try {
      result = statements.run();
    } catch (SQLException | RuntimeException e) {
      try {
        waitAsUsual(connection);
      } catch (SQLException broken) {
        e.addSuppressed(broken);
      }
      throw e;
    }
    waitAsUsual(connection);
    return result;
  }

  private static void waitAsUsual(Connection connection) throws SQLException {
    run(connection, "SET LOCK_TIMEOUT = " + Store.LOCK_WAIT_MILLIS);
  }

  /// Statements of a connection.
  @FunctionalInterface
  interface Statements<T> {
    T run() throws SQLException;
  }

  /// Whether the statement gave rows.
  static boolean run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  static long one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
