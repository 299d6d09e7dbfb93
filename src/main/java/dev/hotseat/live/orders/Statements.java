package dev.hotseat.live.orders;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A connection on which statements are run one after another, each a round trip that is seen.
final class Statements {
  private final Database database;
  private final Hop wire;
  private final Visit visit;
  private final Connection connection;
  private final Session session;

  Statements(Database database, Hop wire, Visit visit, Connection connection, Session session) {
    this.database = database;
    this.wire = wire;
    this.visit = visit;
    this.connection = connection;
    this.session = session;
  }

  /// Makes a value of the row a result stands at.
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Reads rows.
  <T> List<T> read(String sql, Reader<T> reader, Object... parameters)
      throws SQLException, InterruptedException {
    return trip(
        sql,
        statement -> {
          set(statement, parameters);
          List<T> found = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              found.add(reader.read(row));
            }
          }
          database.storage().read(database.rowsRead(sql, connection, parameters), session);
          return found;
        });
  }

  /// Changes rows and says how many.
  int write(String sql, Object... parameters) throws SQLException, InterruptedException {
    return trip(
        sql,
        statement -> {
          set(statement, parameters);
          int changed = statement.executeUpdate();
          session.wrote(true);
          return changed;
        });
  }

  /// Adds a row and says which number it got.
  long insert(String sql, Object... parameters) throws SQLException, InterruptedException {
    return trip(
        "SELECT id FROM FINAL TABLE (" + sql + ")",
        statement -> {
          set(statement, parameters);
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            session.wrote(true);
            return row.getLong(1);
          }
        });
  }

  /// The same statement many times over, in one round trip.
  int writeAll(String sql, List<Object[]> rows) throws SQLException, InterruptedException {
    return trip(
        sql,
        statement -> {
          for (Object[] row : rows) {
            set(statement, row);
            statement.addBatch();
          }
          session.wrote(true);
          return statement.executeBatch().length;
        });
  }

  /// Makes everything so far last.
  void commit() throws SQLException, InterruptedException {
    trip(
        "COMMIT",
        _ -> {
          connection.commit();
          session.wrote(false);
          return true;
        });
  }

  /// Does nothing for as long as nobody ends the session.
  boolean holdOn() throws InterruptedException {
    while (true) {
      session.checkAlive();
      database.pause();
    }
  }

  /// A question that only asks whether the connection is alive.
  void ping() throws SQLException, InterruptedException {
    trip("SELECT 1", statement -> statement.execute());
  }

  @FunctionalInterface
  private interface Execution<T> {
    T on(PreparedStatement statement) throws SQLException, InterruptedException;
  }

  private <T> T trip(String sql, Execution<T> execution) throws SQLException, InterruptedException {
    long begunNanos = database.ticks().nanos();
    T result = wire.<T, SQLException>cross(visit, () -> timed(sql, execution));
    database.answered(database.ticks().nanos() - begunNanos);
    return result;
  }

  private <T> T timed(String sql, Execution<T> execution)
      throws SQLException, InterruptedException {
    long begunNanos = database.ticks().nanos();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      session.begins(statement, sql);
      return execution.on(statement);
    } finally {
      session.ends();
      database.ran(sql, database.ticks().nanos() - begunNanos);
    }
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
