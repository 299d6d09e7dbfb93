package dev.hotseat.live;

import java.nio.file.Path;

/// A store as the systems have them, without a system around it: for what stands outside of the
/// package and wants the same database and the same pool.
public final class OpenStore implements AutoCloseable {
  private static final String NAME = "open";

  private final PooledStore store;

  private OpenStore(Database database, int connections) {
    this.store = new PooledStore(database, connections);
  }

  /// With so many connections, and a few to spare.
  public static OpenStore inMemory(int connections) {
    return new OpenStore(new H2Database(NAME, Place.MEMORY), connections);
  }

  /// In a file in this folder, which goes with it.
  public static OpenStore onDisk(Path folder, int connections) {
    return new OpenStore(new H2Database(NAME, new Place.Disk(folder)), connections);
  }

  /// On a server.
  public static OpenStore on(PostgresServer server, int connections) {
    return new OpenStore(new PostgresDatabase(server, NAME), connections);
  }

  /// Runs work on a connection.
  ///
  /// @throws HopFailure as a system's store does
  public <T> T on(Store.Sql<T> work) throws InterruptedException {
    return store.onConnection("store", work);
  }

  @Override
  public void close() {
    store.close();
  }
}
