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
  private static final int SAMPLE = 500;

  /// Beside its values a row costs its key, its place in a page, and an object for each value.
  private static final double OVERHEAD_BYTES = 40;

  private static final double MB = 1_000_000;
  private static final String FILE_SIZE =
      """
      SELECT COALESCE(MAX(CAST(setting_value AS BIGINT)), 0)
      FROM information_schema.settings WHERE setting_name = 'info.FILE_SIZE'
      """;

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
      try {
        look();
      } catch (HopFailure _) {
        // a table is being swapped; the next look finds it
      }
      world.pause().sleepNanos(EVERY_NANOS);
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
              Schema.one(connection, FILE_SIZE));
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
            + ")";
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
