package dev.hotseat.live.migration;

import dev.hotseat.live.Store;

/// The way of a background job to the database: across its hop, out of its own process, through the
/// same pool as the requests.
interface Door {
  /// Runs work on a connection in auto-commit mode.
  ///
  /// @throws dev.hotseat.live.HopFailure when the database, the network or the process fails
  <T> T on(Store.Sql<T> work) throws InterruptedException;

  /// Runs work in one transaction.
  default <T> T inTransaction(Store.Sql<T> work) throws InterruptedException {
    return on(connection -> {
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    });
  }
}
