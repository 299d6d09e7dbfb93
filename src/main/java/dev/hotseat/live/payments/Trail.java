package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Writes down what happened to a payment, when, by whom and why, in order; keys only as hashes.
final class Trail {
  private static final int WHY_LENGTH_MAX = 200;
  private static final String INSERT =
      "INSERT INTO trail (payment, at_millis, who, what, why, key_hash, trace)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";

  private Trail() {}

  static void add(
      Connection connection, long payment, long nowMillis, Actor actor, String what, String why)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, payment);
      statement.setLong(2, nowMillis);
      statement.setString(3, actor.name());
      statement.setString(4, what);
      statement.setString(5, why.substring(0, Math.min(why.length(), WHY_LENGTH_MAX)));
      statement.setString(6, actor.keyHash());
      statement.setString(7, actor.traceId());
      statement.executeUpdate();
    }
  }
}
