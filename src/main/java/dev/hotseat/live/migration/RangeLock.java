package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;

/// One lock for every stretch of ids, held until the transaction ends, so that deleting a customer
/// and copying the stretch it lives in exclude each other.
final class RangeLock {
  /*
   * The copy reads a row, and only then writes it. A change in between is found by the primary key and
   * the version: the newer row wins. A deletion leaves nothing behind that could win, so the copy
   * would bring the customer back to life. Locking every row that is read would do, but writes each
   * of them once more; a tombstone in the new table would do, but everybody who reads would have to
   * know of it. One row for a thousand ids costs both sides next to nothing.
   */

  static final int SLOTS = 64;
  static final long IDS_A_RANGE = 1_000;

  private RangeLock() {}

  static void create(Connection connection) throws SQLException {
    Schema.run(connection, "CREATE TABLE IF NOT EXISTS copy_ranges (slot INT PRIMARY KEY)");
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO copy_ranges (slot) SELECT x FROM UNNEST(CAST(? AS INT ARRAY)) AS given (x)
            WHERE NOT EXISTS (SELECT 1 FROM copy_ranges WHERE slot = x)
            """)) {
      Object[] slots = IntStream.range(0, SLOTS).boxed().toArray();
      statement.setArray(1, connection.createArrayOf("int4", slots));
      statement.executeUpdate();
    }
  }

  /// Called first in the transaction that deletes customer `id` from both tables.
  static void hold(Connection connection, long id) throws SQLException {
    hold(connection, new int[] {slot(id)});
  }

  /// Called before these customers are read in order to be copied.
  static void hold(Connection connection, long fromId, long toId) throws SQLException {
    long ranges = toId / IDS_A_RANGE - fromId / IDS_A_RANGE + 1;
    int[] slots = new int[(int) Math.min(SLOTS, ranges)];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slot(fromId + i * IDS_A_RANGE);
    }
    hold(connection, slots);
  }

  /*
   * Always in ascending order: two that want several slots cannot wait for each other.
   */
  private static void hold(Connection connection, int[] slots) throws SQLException {
    Arrays.sort(slots);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT slot FROM copy_ranges WHERE slot = ? FOR UPDATE")) {
      for (int slot : slots) {
        statement.setInt(1, slot);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
        }
      }
    }
  }

  private static int slot(long id) {
    return (int) (id / IDS_A_RANGE % SLOTS);
  }
}
