package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// Notes which customer of the new table was changed, in the transaction that changed it. Public
/// because the database makes it.
public final class NoteTrigger implements Trigger {
  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    Object[] row = after == null ? before : after;
    if (row == null) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO customers_new_notes (id) VALUES (?)")) {
      statement.setObject(1, row[0]);
      statement.executeUpdate();
    }
  }
}
