package dev.hotseat.live.migration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Store;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// An old table full of customers in a database of its own, and what moving them needs, without
/// anybody who serves them.
final class Ground implements AutoCloseable {
  static final long SEED = 11;

  private static final Map<String, String> REASONS =
      Map.of("23505", "duplicate-key", "HYT00", "lock-timeout", "40001", "deadlock");

  final World world;
  final Layout layout = new Layout();
  final Told told = new Told();
  private final HikariDataSource pool;
  private final Door door = new PooledDoor();

  Ground(World world, int rows) throws InterruptedException {
    this.world = world;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(
        "jdbc:h2:mem:ground-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=2000");
    config.setMaximumPoolSize(12);
    this.pool = new HikariDataSource(config);
    door.on(connection -> {
      Schema.createOld(connection);
      Seed.fill(connection, SEED, rows);
      RangeLock.create(connection);
      return true;
    });
  }

  /// With an empty new table beside the old one.
  static Ground withNewTable(World world, int rows) throws InterruptedException {
    Ground ground = new Ground(world, rows);
    ground.run(Schema.newTable(Schema.NEW));
    Backfill.createBooks(ground.door);
    ground.layout.newMade(true);
    return ground;
  }

  Door door() {
    return door;
  }

  Backfill backfill(Pacing pacing) {
    return new Backfill(world, door, told, layout, pacing);
  }

  Parity verified(String how) throws InterruptedException {
    return new Verifier(world, door, layout).verify(how);
  }

  /// What moves the customers of somebody who serves nobody.
  Tools tools(WriteGate gate) {
    return new Tools(world, new Doors(door, door, door), layout, gate, told);
  }

  /// What is done with them, on threads of its own.
  Moves moves(Tools tools, Errands errands) {
    return new Moves(tools, layout, errands, told);
  }

  static Errands errands(Steps steps) {
    return new Errands(
        (name, work) ->
            Thread.ofVirtual()
                .name(name)
                .start(() -> {
                  try {
                    work.run();
                  } catch (InterruptedException _) {
                    // ended
                  }
                }),
        steps);
  }

  Optional<NewRow> moved(long id) throws InterruptedException {
    return door.on(connection -> layout.target().find(connection, id));
  }

  long count(String table) throws InterruptedException {
    return door.on(connection -> Schema.one(connection, "SELECT COUNT(*) FROM " + table));
  }

  void run(String sql) throws InterruptedException {
    door.on(connection -> {
      Schema.run(connection, sql);
      return true;
    });
  }

  @Override
  public void close() {
    try (Connection connection = pool.getConnection()) {
      Schema.run(connection, "SHUTDOWN");
    } catch (SQLException _) {
      // SHUTDOWN ends its own connection
    }
    pool.close();
  }

  /// What those who serve are told.
  static final class Told implements Serving {
    final AtomicLong rows = new AtomicLong();
    volatile long lagMillis;

    @Override
    public void wrote(long more) {
      rows.addAndGet(more);
    }

    @Override
    public long lagMillis() {
      return lagMillis;
    }

    @Override
    public void auditNow() {}
  }

  private final class PooledDoor implements Door {
    @Override
    public <T> T on(Store.Sql<T> work) throws InterruptedException {
      try (Connection connection = pool.getConnection()) {
        try {
          return work.on(connection);
        } finally {
          if (!connection.getAutoCommit()) {
            connection.rollback();
          }
        }
      } catch (SQLException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted in the database");
        }
        String reason = REASONS.getOrDefault(e.getSQLState(), "sql-error");
        throw new HopFailure(503, new Why(reason, "store", String.valueOf(e.getMessage())));
      }
    }
  }
}
