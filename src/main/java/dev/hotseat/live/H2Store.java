package dev.hotseat.live;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hotseat.exchange.Why;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// A private H2 database, in memory or in a file, and its pool.
///
/// The database lives as long as one connection to it is open; the keeper is that connection.
final class H2Store implements Store, AutoCloseable {
  private static final int ASIDE_AT_ONCE = 4;

  /// Parsed statements each connection keeps; with H2's usual eight, a system of a dozen statements
  /// parses on every call.
  private static final int STATEMENTS_KEPT = 64;

  private static final int CONNECTION_WAIT_MILLIS = 5_000;
  private static final String OWNER = "SA";
  private static final String READER = "READER";

  private final Place place;
  private final String url;
  private final String readerPassword;
  private final Connection keeper;
  private final HikariDataSource pool;
  private final Semaphore aside = new Semaphore(ASIDE_AT_ONCE, true);

  /*
   * H2 answers a repeated identical SELECT from its last result while no table changed, so a scan of
   * 200,000 rows would "take" 50 microseconds from the second call on. That is switched off first of
   * all: otherwise every chart of an uncached read would lie.
   *
   * The name is not drawn from the session's dice: it is an identity, and two systems of one seed
   * must not share a database.
   */
  H2Store(String system, int connections, Place place) {
    String name = system + "-" + UUID.randomUUID();
    this.place = place;
    this.url = place.url(name) + ";QUERY_CACHE_SIZE=" + STATEMENTS_KEPT;
    this.readerPassword = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
    try {
      this.keeper = DriverManager.getConnection(url, OWNER, "");
      try (Statement statement = keeper.createStatement()) {
        statement.execute("SET OPTIMIZE_REUSE_RESULTS 0");
        statement.execute("SET DEFAULT_LOCK_TIMEOUT 2000");
        statement.execute("CREATE USER " + READER + " PASSWORD '" + readerPassword + "'");
        statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot open the database of " + system, e);
    }
    this.pool = new HikariDataSource(poolConfig(name, connections));
  }

  @Override
  public <T> T query(Hop hop, Visit visit, Sql<T> work) throws InterruptedException {
    return hop.cross(visit, () -> onConnection(hop.name(), work));
  }

  @Override
  public <T> T aside(Sql<T> work) throws InterruptedException {
    aside.acquire();
    try {
      return onConnection("store", work);
    } finally {
      aside.release();
    }
  }

  /// Makes room for so many crossings at once, beside what is set aside.
  void resize(int connections) {
    int room = connections + ASIDE_AT_ONCE;
    var live = pool.getHikariConfigMXBean();
    if (room > live.getMaximumPoolSize()) {
      live.setMaximumPoolSize(room);
      live.setMinimumIdle(room);
    } else {
      live.setMinimumIdle(room);
      live.setMaximumPoolSize(room);
    }
  }

  /// A connection of the unprivileged user, outside the pool.
  Connection reader() throws SQLException {
    return DriverManager.getConnection(url, READER, readerPassword);
  }

  @Override
  public void close() {
    pool.close();
    try (keeper;
        Statement statement = keeper.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException _) {
      // SHUTDOWN ends its own connection, which H2 may report as an error; the database is gone
    }
    place.clear();
  }

  /*
   * A transaction that is still open is rolled back by the pool when the connection comes back to it.
   * One that was committed must not be: a roll-back, even of nothing, makes H2 forget every statement
   * the connection has parsed, and the next visit parses them all again.
   */
  private <T> T onConnection(String where, Sql<T> work) throws InterruptedException {
    try {
      Connection connection = pool.getConnection();
      try {
        return work.on(connection);
      } finally {
        giveBack(connection);
      }
    } catch (SQLException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted in the database");
      }
      throw failure(where, e);
    }
  }

  /*
   * The pool hands a connection to whoever waits by yielding until one has taken it, with a sleep now
   * and then. An interrupted thread never sleeps: a few of them, cut off by the death of their
   * process, would keep the carriers to themselves, and those who wait would never be woken.
   */
  private static void giveBack(Connection connection) throws SQLException {
    boolean interrupted = Thread.interrupted();
    try {
      connection.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static HopFailure failure(String where, SQLException e) {
    if (e instanceof SQLTransientConnectionException) {
      return failure(503, "pool-wait", where, "no connection came free in time");
    }
    return switch (e.getSQLState()) {
      case "23505" -> failure(409, "duplicate-key", where, "a row with this key exists");
      case "HYT00" -> failure(503, "lock-timeout", where, "a lock was not had in time");
      case "40001" -> failure(503, "deadlock", where, "another transaction was in the way");
      case "57014" -> failure(504, "query-timeout", where, "the statement was stopped");
      case null, default -> failure(500, "sql-error", where, firstLine(e));
    };
  }

  private static HopFailure failure(int status, String reason, String where, String detail) {
    return new HopFailure(status, new Why(reason, where, detail));
  }

  private static String firstLine(SQLException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  private HikariConfig poolConfig(String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setUsername(OWNER);
    config.setPassword("");
    config.setMaximumPoolSize(connections + ASIDE_AT_ONCE);
    config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    return config;
  }
}
