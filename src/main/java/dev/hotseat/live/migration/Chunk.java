package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Conversion.Converted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// One stretch of customers read, converted and written, in the caller's transaction.
///
/// @param read rows there were
/// @param written rows that were not yet there, or in an older version
record Chunk(int read, int written) {
  static Chunk copy(
      Connection connection, Stretch stretch, boolean versionCheck, CopySource from, CopyTarget to)
      throws SQLException {
    if (versionCheck) {
      RangeLock.hold(connection, stretch.afterId() + 1, stretch.toId());
    }
    List<OldRow> rows = from.of(connection, stretch);
    List<Conversion> made = rows.stream().map(Rules::convert).toList();
    List<NewRow> good =
        made.stream().filter(Converted.class::isInstance).map(Conversion::row).toList();
    int written =
        versionCheck ? to.insertIfNewer(connection, good) : to.overwrite(connection, good);
    ConversionLog.add(connection, made);
    return new Chunk(rows.size(), written);
  }
}
