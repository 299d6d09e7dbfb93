package dev.hotseat.live;

import dev.hotseat.exchange.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A database on a PostgreSQL server: one for each system, with a role that may read it and nothing
/// else, both dropped in the end.
///
/// What a server that was killed left behind is dropped by whoever opens the next one: a database
/// of ours to which nobody is connected, for the keeper is connected as long as its system lives.
final class PostgresDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

  private static final String PREFIX = "hotseat_";
  private static final String READER = "_reader";

  /// What our databases are called, and hardly any that is not ours.
  private static final String OURS = "^" + PREFIX + "[a-z0-9_]+_[0-9a-f]{16}$";

  /// Held on the server while databases are made and dropped, so that nobody takes one that has no
  /// keeper yet for one that has none any more. Any number that nobody else is likely to use.
  private static final long MAKING = 0x686F_7473_6561_74L;

  private static final int LOGIN_SECONDS = 5;
  private static final int READER_SECONDS = 3;
  private static final int NAME_MAX = 20;

  private static final Pattern SHOW_COLUMNS =
      Pattern.compile("SHOW\\s+COLUMNS\\s+FROM\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SHOW_TABLES =
      Pattern.compile("SHOW\\s+TABLES", Pattern.CASE_INSENSITIVE);

  private final PostgresServer server;
  private final String name;
  private final String readerPassword;
  private final Connection keeper;

  PostgresDatabase(PostgresServer server, String system) {
    this.server = server;
    this.name = PREFIX + plain(system) + "_" + random();
    this.readerPassword = random() + random();
    try (Connection making = making()) {
      dropLeftBehind(making);
      this.keeper = made(making);
    } catch (SQLException e) {
      LOG.warn("No database on PostgreSQL ({}): {}", server, e.getMessage());
      throw new Refusal(
          "store",
          "a PostgreSQL server that answers and lets its user create databases and roles",
          "one that does not (SQL state " + e.getSQLState() + "; the server's log says more)");
    }
  }

  private Connection made(Connection making) throws SQLException {
    run(making, "CREATE DATABASE " + name);
    try {
      run(
          making,
          "CREATE ROLE " + name + READER + " LOGIN PASSWORD '" + readerPassword + "'",
          "ALTER ROLE " + name + READER + " SET default_transaction_read_only = on",
          "ALTER ROLE " + name + READER + " SET statement_timeout = '" + READER_SECONDS + "s'",
          "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
          "GRANT CONNECT ON DATABASE " + name + " TO " + name + READER);
      Connection first = owner();
      run(
          first,
          "GRANT USAGE ON SCHEMA public TO " + name + READER,
          "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO " + name + READER);
      return first;
    } catch (SQLException e) {
      drop(making, name);
      throw e;
    }
  }

  @Override
  public Connection owner() throws SQLException {
    PGSimpleDataSource source = source(server.user(), server.password());
    source.setDatabaseName(name);
    source.setOptions("-c lock_timeout=" + Store.LOCK_WAIT_MILLIS);
    return source.getConnection();
  }

  @Override
  public Connection reader() throws SQLException {
    PGSimpleDataSource source = source(name + READER, readerPassword);
    source.setDatabaseName(name);
    return source.getConnection();
  }

  @Override
  public boolean opensAtOnce() {
    return false;
  }

  @Override
  public boolean pending(Connection owner) throws SQLException {
    return owner.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
  }

  @Override
  public String inItsWords(String statement) {
    if (SHOW_TABLES.matcher(statement).matches()) {
      return "SELECT table_name, table_schema FROM information_schema.tables"
          + " WHERE table_schema = 'public' ORDER BY table_name";
    }
    Matcher columns = SHOW_COLUMNS.matcher(statement);
    return columns.matches()
        ? "SELECT column_name, data_type, is_nullable, column_default"
            + " FROM information_schema.columns"
            + " WHERE table_schema = 'public' AND table_name = LOWER('"
            + columns.group(1)
            + "') ORDER BY ordinal_position"
        : statement;
  }

  @Override
  public void close() {
    try (keeper;
        Connection making = making()) {
      drop(making, name);
    } catch (SQLException e) {
      LOG.warn("{} stays on PostgreSQL until the next is made: {}", name, e.getMessage());
    }
  }

  /// A connection that keeps others from making and dropping databases of ours.
  private Connection making() throws SQLException {
    Connection making = source(server.user(), server.password()).getConnection();
    run(making, "SELECT pg_advisory_lock(" + MAKING + ")");
    return making;
  }

  private PGSimpleDataSource source(String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.url());
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("hotseat");
    source.setLoginTimeout(LOGIN_SECONDS);
    return source;
  }

  private static void dropLeftBehind(Connection making) throws SQLException {
    List<String> left = new ArrayList<>();
    try (Statement statement = making.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT d.datname FROM pg_database d WHERE d.datname ~ '"
                    + OURS
                    + "' AND NOT EXISTS"
                    + " (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)")) {
      while (row.next()) {
        left.add(row.getString(1));
      }
    }
    for (String each : left) {
      LOG.info("Dropping {}, which a server left behind", each);
      drop(making, each);
    }
  }

  private static void drop(Connection making, String database) throws SQLException {
    run(
        making,
        "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)",
        "DROP ROLE IF EXISTS " + database + READER);
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static String plain(String system) {
    String word = system.replaceAll("[^a-z0-9]", "_");
    return word.substring(0, Math.min(NAME_MAX, word.length()));
  }

  private static String random() {
    return HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
  }
}
