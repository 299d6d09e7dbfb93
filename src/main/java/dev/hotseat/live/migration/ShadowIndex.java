package dev.hotseat.live.migration;

import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives the new table its index without anybody waiting for it: on a shadow of the table that
/// follows every change, and takes its place in the end.
final class ShadowIndex {
  /*
   * The trigger notes the id of each customer that changes, in the transaction that changes it. A
   * note can be seen when the change can be seen; so whoever copies the table in stretches and then,
   * again and again, every customer that was noted, has followed the table up to the last note it
   * saw. Only the very last notes are caught up with while requests wait.
   *
   * A write that was under way when the trigger came would be in no note, and in no stretch either if
   * it ended after that had been copied: so the trigger comes while none is.
   */
  private static final String SHADOW = "customers_new_shadow";

  private static final String BEFORE = "customers_new_before";
  private static final int STRETCH = 1_000;
  private static final int FEW = 200;
  private static final int ROUNDS_MAX = 50;
  private static final long PATIENCE_MILLIS = 150;

  private final World world;
  private final Door door;
  private final WriteGate gate;
  private volatile long rowsPerSecond;
  private final ProgressBar bar = new ProgressBar();

  ShadowIndex(World world, Door door, WriteGate gate) {
    this.world = world;
    this.door = door;
    this.gate = gate;
  }

  void pace(long rows) {
    rowsPerSecond = rows;
  }

  ProgressBar bar() {
    return bar;
  }

  String run() throws InterruptedException {
    return bar.during(this::swapped, "nothing was swapped");
  }

  /*
   * The names change while nobody is inside and nobody may cancel. What is left behind is the shadow,
   * the table before it, or, where the second name could not be given, no table of that name.
   */
  private String swapped() throws InterruptedException {
    try {
      door.on(ShadowIndex::begin);
      boolean noted =
          gate.drain(PATIENCE_MILLIS, () -> door.on(ShadowIndex::noteChanges)).isPresent();
      Optional<Long> stall = noted ? filledAndSwapped() : Optional.empty();
      if (stall.isPresent()) {
        bar.full("");
      }
      return stall
          .map(nanos ->
              "The table with the index took the other's place; requests waited %.1f ms."
                  .formatted(nanos / 1e6))
          .orElse("The requests under way did not end in time; nothing was swapped.");
    } finally {
      door.on(ShadowIndex::cleared);
    }
  }

  private Optional<Long> filledAndSwapped() throws InterruptedException {
    copy();
    for (int round = 0; round < ROUNDS_MAX && caughtUp() > FEW; round++) {
      bar.heed();
      world.pause().sleepNanos(1);
    }
    return swap();
  }

  /// Leaves nothing behind but the new table.
  private static String cleared(Connection connection) throws SQLException {
    if (!Schema.exists(connection, Schema.NEW) && Schema.exists(connection, BEFORE)) {
      Schema.run(connection, "ALTER TABLE " + BEFORE + " RENAME TO customers_new");
    }
    Dialect.of(connection).noteNoChanges(connection);
    for (String table : List.of(SHADOW, BEFORE, "customers_new_notes")) {
      Schema.run(connection, "DROP TABLE IF EXISTS " + table);
    }
    return SHADOW;
  }

  private static String begin(Connection connection) throws SQLException {
    cleared(connection);
    Schema.run(connection, Schema.newTable(SHADOW));
    Schema.run(connection, "CREATE INDEX " + Schema.NEW_INDEX + " ON " + SHADOW + " (email)");
    Schema.run(
        connection,
        "CREATE TABLE customers_new_notes (seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            + " id BIGINT NOT NULL)");
    return SHADOW;
  }

  private static String noteChanges(Connection connection) throws SQLException {
    Dialect.of(connection).noteChanges(connection);
    return SHADOW;
  }

  private void copy() throws InterruptedException {
    long endId = door.on(connection -> new CopyTarget(Schema.NEW).lastId(connection));
    var throttle = new Throttle(world, rowsPerSecond);
    for (long afterId = 0; afterId < endId; afterId += STRETCH) {
      long from = afterId;
      int rows = door.on(connection -> copied(connection, from));
      bar.at(afterId, endId);
      throttle.pay(rows);
    }
  }

  private static int copied(Connection connection, long afterId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(put(connection, "id > ? AND id <= ?"))) {
      statement.setLong(1, afterId);
      statement.setLong(2, afterId + STRETCH);
      return statement.executeUpdate();
    }
  }

  /// The statement that brings over customers, whatever is there.
  private static String put(Connection connection, String which) throws SQLException {
    return Dialect.of(connection)
        .upsert(
            SHADOW,
            NewCustomers.ALL,
            "SELECT " + String.join(", ", NewCustomers.ALL) + " FROM customers_new WHERE " + which);
  }

  /// Brings over those who changed since the last time, and says how many those were.
  private int caughtUp() throws InterruptedException {
    return door.inTransaction(connection -> {
      List<Long> notes = new ArrayList<>();
      List<Long> ids = new ArrayList<>();
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT seq, id FROM customers_new_notes ORDER BY seq LIMIT 5000");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          notes.add(row.getLong(1));
          ids.add(row.getLong(2));
        }
      }
      follow(connection, "DELETE FROM " + SHADOW + " WHERE id = ?", ids);
      follow(connection, put(connection, "id = ?"), ids);
      follow(connection, "DELETE FROM customers_new_notes WHERE seq = ?", notes);
      return notes.size();
    });
  }

  private static void follow(Connection connection, String sql, List<Long> each)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (long value : each) {
        statement.setLong(1, value);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private Optional<Long> swap() throws InterruptedException {
    return gate.drain(
        PATIENCE_MILLIS,
        () -> {
          while (caughtUp() > 0) {
            world.pause().sleepNanos(1);
          }
          door.inTransaction(connection -> {
            Dialect.of(connection).noteNoChanges(connection);
            Schema.run(connection, "ALTER TABLE customers_new RENAME TO " + BEFORE);
            Schema.run(connection, "ALTER TABLE " + SHADOW + " RENAME TO customers_new");
            return SHADOW;
          });
        });
  }
}
