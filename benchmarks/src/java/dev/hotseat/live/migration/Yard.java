package dev.hotseat.live.migration;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.OpenStore;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// A table of customers of any size, who are read and written while they move: what benchmarks,
/// which stand outside of the package, need of it.
public final class Yard implements AutoCloseable {
  private static final String DUPLICATE_KEY = "23505";
  private static final long SEED = 1;
  private static final long DRAIN_MILLIS = 200;

  private final World world;
  private final int rows;
  private final int batch;
  private final OpenStore store;
  private final Door door;
  private final Layout layout = new Layout();
  private final WriteGate gate;
  private final AtomicInteger nextId;
  private final Backfill backfill;
  private volatile boolean dualWrite;
  private volatile boolean readsNew;

  /// @param store an empty one, which is closed with it
  /// @param batch customers copied in one transaction
  public Yard(World world, OpenStore store, int rows, int batch) {
    this.world = world;
    this.store = store;
    this.door = store::on;
    this.rows = rows;
    this.batch = batch;
    this.gate = new WriteGate(world);
    this.nextId = new AtomicInteger(rows);
    this.backfill = new Backfill(world, door, new Alone(), layout, pace(0));
  }

  /// Whether the live system keeps so many customers on disk.
  public static boolean onDisk(int rows) {
    return rows > Opening.IN_MEMORY_MAX;
  }

  private Pacing pace(long rowsPerSecond) {
    return new Pacing(rowsPerSecond, batch, false, true, true, 0);
  }

  /// Fills the old table.
  ///
  /// @param reached is told every few thousand rows how far it has come
  public void seed(IntConsumer reached) throws InterruptedException {
    door.on(connection -> {
      Schema.createOld(connection);
      Seed.fill(connection, SEED, rows, reached);
      RangeLock.create(connection);
      return rows;
    });
  }

  /// The index of e-mail addresses on the old table.
  public void index() throws InterruptedException {
    door.on(connection -> {
      Schema.indexOld(connection);
      return rows;
    });
  }

  /// Makes the new table, and its index while it is empty if wanted, and begins to write to both.
  public void expand(boolean indexed) throws InterruptedException {
    door.on(connection -> {
      Schema.createNew(connection);
      if (indexed) {
        Schema.indexNew(connection);
      }
      return rows;
    });
    Backfill.createBooks(door);
    layout.newMade(true);
    dualWrite = true;
  }

  /// Copies from the beginning to the end; called on a thread of its own.
  public void copy(long rowsPerSecond) throws InterruptedException {
    pacing(rowsPerSecond);
    backfill.runFromStart();
  }

  /// Changes the rate of a copy under way; 0 for none.
  public void pacing(long rowsPerSecond) {
    backfill.change(pace(rowsPerSecond));
  }

  /// Ends the copy after the chunk it is in.
  public void stop() {
    backfill.stop();
  }

  /// Customers read by the copy so far.
  public long copied() {
    return backfill.copied();
  }

  /// Chunks of the copy that had to be tried again.
  public long retried() {
    return backfill.retried();
  }

  /// What the copy is doing.
  public String state() {
    return backfill.progress().state().text() + " " + backfill.progress().note();
  }

  /// Runs a statement that changes a schema, as an operator would.
  public void run(String sql) throws InterruptedException {
    new Ddl(world, door).run(sql);
  }

  /// From now on the new table answers reads; how long arrivals were held, in milliseconds.
  public double cutOver() throws InterruptedException {
    while (true) {
      Optional<Long> stall = gate.drain(DRAIN_MILLIS, () -> readsNew = true);
      if (stall.isPresent()) {
        return gate.longestNanos() / 1e6;
      }
    }
  }

  /// Compares the tables, repairs what the rules had refused, and compares again: how many differ
  /// in the end.
  public long differing(String how) throws InterruptedException {
    var verifier = new Verifier(world, door, layout);
    Parity found = verifier.verify(how);
    new Repair(world, door, layout).repair(found.ids());
    return verifier.verify(how).mismatches();
  }

  /// Reads or writes one customer.
  public Target target() {
    return call -> {
      try {
        gate.enter();
        try {
          return served(call);
        } finally {
          gate.leave();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return Reply.refused(503, new Why("interrupted", "yard", ""));
      } catch (HopFailure failure) {
        return Reply.refused(failure.status(), failure.why());
      }
    };
  }

  private Reply served(Call call) throws InterruptedException {
    int id = Integer.parseInt(call.path().substring(1));
    return switch (call.method()) {
      case "GET" -> read(id);
      case "PUT" -> door.inTransaction(connection -> replaced(connection, id, call.body()));
      case "POST" -> door.inTransaction(connection -> added(connection, nextId.incrementAndGet()));
      default -> door.inTransaction(connection -> deleted(connection, id));
    };
  }

  private Reply read(int id) throws InterruptedException {
    boolean there =
        door.on(connection ->
            readsNew
                ? layout.target().find(connection, id).isPresent()
                : layout.source().find(connection, id).isPresent());
    return Reply.bare(there ? 200 : 404, Map.of());
  }

  private Reply replaced(Connection connection, int id, String email) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE customers SET email = ?, version = version + 1 WHERE id = ?")) {
      statement.setString(1, email);
      statement.setInt(2, id);
      if (statement.executeUpdate() == 0) {
        return Reply.bare(404, Map.of());
      }
    }
    Optional<OldRow> row = layout.source().find(connection, id);
    if (dualWrite && row.isPresent()) {
      mirror(connection, Rules.convert(row.get()).row());
    }
    return Reply.bare(200, Map.of());
  }

  private Reply added(Connection connection, int id) throws SQLException {
    OldRow row = Seed.row(SEED, id);
    CopySource.insertAll(connection, List.of(row));
    if (dualWrite) {
      mirror(connection, Rules.convert(row).row());
    }
    return Reply.bare(201, Map.of());
  }

  private Reply deleted(Connection connection, int id) throws SQLException {
    RangeLock.hold(connection, id);
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM customers WHERE id = ?")) {
      statement.setInt(1, id);
      statement.executeUpdate();
    }
    if (dualWrite) {
      layout.target().delete(connection, id);
    }
    return Reply.bare(204, Map.of());
  }

  /// Somebody may be inserting the same customer: whoever is second updates.
  private void mirror(Connection connection, NewRow row) throws SQLException {
    if (updated(connection, row)) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO customers_new VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, row.id());
      statement.setString(2, row.givenName());
      statement.setString(3, row.familyName());
      statement.setString(4, row.email());
      statement.setLong(5, row.creditMinor());
      statement.setString(6, row.currency());
      statement.setString(7, row.country());
      statement.setLong(8, row.version());
      statement.executeUpdate();
    } catch (SQLException e) {
      if (!DUPLICATE_KEY.equals(e.getSQLState())) {
        throw e;
      }
      updated(connection, row);
    }
  }

  private static boolean updated(Connection connection, NewRow row) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE customers_new SET given_name = ?, family_name = ?, email = ?,
              credit_minor = ?, currency = ?, country = ?, version = ?
            WHERE id = ? AND version < ?
            """)) {
      statement.setString(1, row.givenName());
      statement.setString(2, row.familyName());
      statement.setString(3, row.email());
      statement.setLong(4, row.creditMinor());
      statement.setString(5, row.currency());
      statement.setString(6, row.country());
      statement.setLong(7, row.version());
      statement.setLong(8, row.id());
      statement.setLong(9, row.version());
      return statement.executeUpdate() > 0;
    }
  }

  /// Reads of customers at random.
  public CallSource reads() {
    return (due, random) -> call("GET", 1 + random.nextInt(rows), "", due);
  }

  /// Of a hundred writes 90 change a customer, 5 add one, 5 remove one.
  public CallSource writes() {
    return (due, random) -> {
      int id = 1 + random.nextInt(rows);
      int kind = random.nextInt(100);
      if (kind < 90) {
        return call("PUT", id, "w" + due % 1_000_000 + "@example.org", due);
      }
      return call(kind < 95 ? "POST" : "DELETE", id, "", due);
    };
  }

  private static Call call(String method, int id, String body, long due) {
    return method.equals("GET")
        ? Call.get("/" + id, Map.of(), due)
        : new Call(method, "/" + id, Map.of(), Map.of(), body, due, Patience.ENDLESS, "");
  }

  /// What the database has on disk; zeros in memory.
  public Disk disk() throws InterruptedException {
    return door.on(connection -> {
      Map<String, Long> values = new HashMap<>();
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT setting_name, setting_value FROM information_schema.settings"
                      + " WHERE setting_name IN ('info.FILE_SIZE', 'info.FILL_RATE',"
                      + " 'info.CHUNKS_FILL_RATE')");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          values.put(row.getString(1), row.getLong(2));
        }
      }
      double file = values.getOrDefault("info.FILE_SIZE", 0L) / 1e6;
      double chunks = file * values.getOrDefault("info.FILL_RATE", 0L) / 100;
      return new Disk(
          file, chunks, chunks * values.getOrDefault("info.CHUNKS_FILL_RATE", 0L) / 100);
    });
  }

  /// @param fileMb size of the file
  /// @param chunksMb of that, what is not free to be written to
  /// @param liveMb of that, what some table or index still needs, the rest being superseded
  public record Disk(double fileMb, double chunksMb, double liveMb) {
    @Override
    public String toString() {
      return "file %,.0f MB, written %,.0f MB, live %,.0f MB".formatted(fileMb, chunksMb, liveMb);
    }
  }

  @Override
  public void close() {
    store.close();
  }

  private static final class Alone implements Serving {
    @Override
    public void wrote(long copied) {
      // there is no replica
    }

    @Override
    public long lagMillis() {
      return 0;
    }

    @Override
    public void auditNow() {
      // nobody remembers
    }
  }
}
