package dev.hotseat.live.migration;

import dev.hotseat.live.OpenStore;
import dev.hotseat.world.World;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// An old table full of customers in a database of its own, and what moving them needs, without
/// anybody who serves them.
final class Ground implements AutoCloseable {
  static final long SEED = 11;

  final World world;
  final Layout layout = new Layout();
  final Told told = new Told();
  private final OpenStore store = OpenStore.inMemory(12);
  private final Door door = store::on;

  Ground(World world, int rows) throws InterruptedException {
    this.world = world;
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
    store.close();
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
}
