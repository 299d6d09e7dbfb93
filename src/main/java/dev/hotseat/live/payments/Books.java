package dev.hotseat.live.payments;

import dev.hotseat.live.Store;
import java.sql.Connection;
import java.sql.SQLException;

/// A way to the store in the middle of a request: over the hop with a connection of its own, or on
/// the connection that the request holds already.
interface Books {
  <T> T use(Store.Sql<T> work) throws SQLException, InterruptedException;

  static Books crossing(Task task) {
    return new Books() {
      @Override
      public <T> T use(Store.Sql<T> work) throws InterruptedException {
        return task.api().store(task.visit(), work);
      }
    };
  }

  static Books holding(Connection connection) {
    return new Books() {
      @Override
      public <T> T use(Store.Sql<T> work) throws SQLException, InterruptedException {
        return work.on(connection);
      }
    };
  }
}
