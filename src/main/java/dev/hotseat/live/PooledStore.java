package dev.hotseat.live;

import dev.hotseat.exchange.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;

/// A database and the pool of connections through which a system uses it.
final class PooledStore implements Store, AutoCloseable {
  private static final int ASIDE_AT_ONCE = 4;

  private final Database database;
  private final ConnectionPool pool;
  private final Semaphore aside = new Semaphore(ASIDE_AT_ONCE, true);

  /// @param database which is closed with it, or at once where it lets nobody in
  /// @param connections crossings there may be at once, beside what is set aside
  PooledStore(Database database, int connections) {
    this.database = database;
    try {
      this.pool = new ConnectionPool(database, connections + ASIDE_AT_ONCE);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
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
    pool.resize(connections + ASIDE_AT_ONCE);
  }

  /// A connection of the unprivileged user, outside the pool.
  Connection reader() throws SQLException {
    return database.reader();
  }

  /// What the console's statement is called there.
  String inItsWords(String statement) {
    return database.inItsWords(statement);
  }

  @Override
  public void close() {
    pool.close();
    database.close();
  }

  /// Runs work on a connection.
  ///
  /// @param where it is, for whoever is told why it failed
  <T> T onConnection(String where, Sql<T> work) throws InterruptedException {
    try {
      Connection connection = pool.take();
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
   * Whoever was interrupted, because its process died, tidies up in peace: a database that is asked
   * for something by an interrupted thread may close what it has open.
   */
  private void giveBack(Connection connection) throws SQLException {
    boolean interrupted = Thread.interrupted();
    try {
      pool.giveBack(connection);
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
      case "HYT00", "55P03" -> failure(503, "lock-timeout", where, "a lock was not had in time");
      case "40001", "40P01" ->
          failure(503, "deadlock", where, "another transaction was in the way");
      case "57014" -> failure(504, "query-timeout", where, "the statement was stopped");
      case "53300" -> failure(503, "pool-wait", where, "the database has no connection left");
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
}
