package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// Refuses to change or remove what the ledger says. A mistake is put right by a further entry.
///
/// Public with a constructor without arguments because the database makes it.
public final class LedgerGuard implements Trigger {
  private static final String INTEGRITY_CONSTRAINT_VIOLATION = "23000";

  @Override
  public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
      throws SQLException {
    throw new SQLException("ledger entries are immutable", INTEGRITY_CONSTRAINT_VIOLATION);
  }
}
