package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// How far the copy has come, written in the transaction of each chunk: what is copied and what is
/// said to be copied are committed together or not at all.
final class Checkpoint {
  private static final List<String> COLUMNS =
      List.of("job", "by_random", "batch", "end_id", "position");

  private Checkpoint() {}

  static void create(Connection connection) throws SQLException {
    Schema.run(
        connection,
        """
        CREATE TABLE IF NOT EXISTS copy_checkpoint (
          job INT PRIMARY KEY, by_random BOOLEAN NOT NULL, batch INT NOT NULL,
          end_id BIGINT NOT NULL, position BIGINT NOT NULL)
        """);
  }

  static void save(Connection connection, Itinerary soFar) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Dialect.of(connection).upsert("copy_checkpoint", COLUMNS, "VALUES (1, ?, ?, ?, ?)"))) {
      statement.setBoolean(1, soFar.byRandom());
      statement.setInt(2, soFar.batch());
      statement.setLong(3, soFar.endId());
      statement.setLong(4, soFar.position());
      statement.executeUpdate();
    }
  }

  static Optional<Itinerary> read(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT by_random, batch, end_id, position FROM copy_checkpoint");
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Itinerary(row.getBoolean(1), row.getInt(2), row.getLong(3), row.getLong(4)))
          : Optional.empty();
    }
  }

  static void forget(Connection connection) throws SQLException {
    Schema.run(connection, "DELETE FROM copy_checkpoint");
  }
}
