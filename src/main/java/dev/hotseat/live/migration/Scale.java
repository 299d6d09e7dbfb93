package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// How much the tables hold, looked up now and then so that whoever asks need not wait.
final class Scale {
  private static final long EVERY_NANOS = 500_000_000;

  /// Times as long as a look took until the next: an engine that counts every row to say how many
  /// there are is not kept busy with it.
  private static final int REST = 20;

  private static final int SAMPLE = 500;

  /// Beside its values a row costs its key, its place in a page, and an object for each value.
  private static final double OVERHEAD_BYTES = 40;

  private static final double MB = 1_000_000;

  private final World world;
  private final Door door;
  private final Layout layout;
  private volatile Sizes last = new Sizes(0, 0, 0, 0, 0);

  Scale(World world, Door door, Layout layout) {
    this.world = world;
    this.door = door;
    this.layout = layout;
  }

  /// Looks again and again, until the system ends.
  void watch() throws InterruptedException {
    while (true) {
      long begun = world.ticks().nanos();
      try {
        look();
      } catch (HopFailure _) {
        // a table is being swapped; the next look finds it
      }
      long took = world.ticks().nanos() - begun;
      world.pause().sleepNanos(Math.max(EVERY_NANOS, took * REST));
    }
  }

  Sizes look() throws InterruptedException {
    last =
        door.on(connection -> {
          boolean old = Schema.exists(connection, Schema.OLD);
          boolean there = Schema.exists(connection, Schema.NEW);
          String oldName = layout.altered() ? "given_name" : layout.nameColumn();
          return new Sizes(
              old ? CopySource.count(connection) : 0,
              there ? new CopyTarget(Schema.NEW).count(connection) : 0,
              old ? bytesARow(connection, Schema.OLD, oldName) : 0,
              there ? bytesARow(connection, Schema.NEW, "given_name") : 0,
              Schema.one(connection, Dialect.of(connection).diskBytes()));
        });
    return last;
  }

  Sizes last() {
    return last;
  }

  private static double bytesARow(Connection connection, String table, String name)
      throws SQLException {
    String sql =
        "SELECT COALESCE(AVG(CHAR_LENGTH("
            + name
            + ") + 2 * CHAR_LENGTH(email) + CHAR_LENGTH(country) + 3 * 8.0), 0)"
            + " FROM (SELECT * FROM "
            + table
            + " LIMIT "
            + SAMPLE
            + ") AS sample";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      double values = row.getDouble(1);
      return values == 0 ? 0 : values + OVERHEAD_BYTES;
    }
  }

  /// @param oldBytesARow weight of a row's values and of its entry in the index of addresses
  /// @param fileBytes of a database on disk; 0 in memory
  record Sizes(
      long oldRows, long newRows, double oldBytesARow, double newBytesARow, long fileBytes) {
    double oldMb() {
      return oldRows * oldBytesARow / MB;
    }

    double newMb() {
      return newRows * newBytesARow / MB;
    }

    /// What the database holds: its file, or the weight of its rows in memory.
    double mb() {
      return fileBytes > 0 ? fileBytes / MB : oldMb() + newMb();
    }
  }
}
