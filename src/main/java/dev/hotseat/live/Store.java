package dev.hotseat.live;

import java.sql.Connection;
import java.sql.SQLException;

/// A live system's own database, private, with a bounded pool of real connections.
public interface Store {
  /// Crosses `hop` holding one pooled connection in auto-commit mode. Reads the pool as the slots
  /// of the hop's part.
  ///
  /// A database error arrives as [HopFailure] with `lock-timeout`, `deadlock`, `duplicate-key`,
  /// `query-timeout` or `sql-error`. What is not committed is rolled back, and the connection
  /// returned, in any case.
  <T> T query(Hop hop, Visit visit, Sql<T> work) throws InterruptedException;

  /// The same for background work and set-up, which belong to no call: no hop, no slot, no fault.
  <T> T aside(Sql<T> work) throws InterruptedException;

  /// Work on a connection.
  @FunctionalInterface
  interface Sql<T> {
    T on(Connection connection) throws SQLException, InterruptedException;
  }
}
