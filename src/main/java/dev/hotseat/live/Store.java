package dev.hotseat.live;

import java.sql.Connection;
import java.sql.SQLException;

/// A live system's own database, private, with a bounded pool of real connections.
public interface Store {
  /// How long a statement waits for a lock unless it says otherwise.
  int LOCK_WAIT_MILLIS = 2_000;

  /// Crosses `hop` holding one pooled connection in auto-commit mode. Reads the pool as the slots
  /// of the hop's part.
  ///
  /// A database error arrives as [HopFailure] with `lock-timeout`, `deadlock`, `duplicate-key`,
  /// `query-timeout` or `sql-error`. What is not committed is rolled back, and the connection
  /// returned, in any case.
  <T> T query(Hop hop, Visit visit, Sql<T> work) throws InterruptedException;

  /// The same for background work and set-up, which belong to no call: no hop, no slot, no fault.
  <T> T aside(Sql<T> work) throws InterruptedException;

  /// Where a database can be kept.
  enum Home {
    /// In memory, in an H2 database.
    MEMORY,
    /// In a temporary file of an H2 database, for what is larger than the heap.
    DISK,
    /// On the PostgreSQL server that is configured.
    POSTGRESQL
  }

  /// Work on a connection.
  @FunctionalInterface
  interface Sql<T> {
    T on(Connection connection) throws SQLException, InterruptedException;
  }
}
