package dev.hotseat.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/// Open connections, each lent to one caller at a time.
///
/// Whoever waits for one is parked, and whoever gives one back wakes it and goes on: neither ever
/// spins, so nobody who is interrupted meanwhile can keep the carriers from the rest.
final class ConnectionPool implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Database database;
  private final GenericObjectPool<Connection> connections;

  /// @param most connections there may be at once: opened now where that takes no time, so that
  ///   nobody who comes first pays for it, and as they are needed elsewhere
  ConnectionPool(Database database, int most) {
    this.database = database;
    var config = new GenericObjectPoolConfig<Connection>();
    config.setJmxEnabled(false);
    config.setMaxWait(PATIENCE);
    config.setTestOnReturn(true);
    this.connections = new GenericObjectPool<>(new Opened(database), config);
    resize(most);
  }

  /// Connections there may be at once from now on.
  void resize(int most) {
    connections.setMaxTotal(most);
    connections.setMaxIdle(most);
    if (database.opensAtOnce()) {
      connections.setMinIdle(most);
      prepare();
    }
  }

  private void prepare() {
    try {
      connections.preparePool();
    } catch (Exception e) {
      throw new IllegalStateException("cannot open the connections of a pool", e);
    }
  }

  /// A connection in auto-commit mode.
  ///
  /// @throws SQLTransientConnectionException when none comes free in five seconds
  Connection take() throws SQLException, InterruptedException {
    try {
      return connections.borrowObject();
    } catch (NoSuchElementException e) {
      throw new SQLTransientConnectionException("no connection came free in time", e);
    } catch (SQLException | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new SQLException("no connection: " + e.getMessage(), e);
    }
  }

  /// The caller is done with it; what is not committed is taken back.
  /*
   * Only then: a roll-back, even of nothing, makes H2 forget every statement the connection has
   * parsed, and the next caller parses them all again.
   */
  void giveBack(Connection connection) throws SQLException {
    try {
      if (!connection.isClosed() && !connection.getAutoCommit()) {
        if (database.pending(connection)) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    } finally {
      connections.returnObject(connection);
    }
  }

  @Override
  public void close() {
    connections.close();
  }

  private static final class Opened extends BasePooledObjectFactory<Connection> {
    private final Database database;

    Opened(Database database) {
      this.database = database;
    }

    @Override
    public Connection create() throws SQLException {
      return database.owner();
    }

    @Override
    public PooledObject<Connection> wrap(Connection connection) {
      return new DefaultPooledObject<>(connection);
    }

    @Override
    public boolean validateObject(PooledObject<Connection> pooled) {
      try {
        return !pooled.getObject().isClosed();
      } catch (SQLException _) {
        return false;
      }
    }

    @Override
    public void destroyObject(PooledObject<Connection> pooled) throws SQLException {
      pooled.getObject().close();
    }
  }
}
