package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;
import org.jspecify.annotations.Nullable;

/// Copies every change of the old table into the new one, in the transaction of the change, whoever
/// made it and whatever release it runs.
///
/// Public with a constructor without arguments because the database makes it. Its name in the
/// database says whether a newer version in the new table stays.
public final class CopyTrigger extends TriggerAdapter {
  /// Name of the trigger that overwrites.
  static final String PLAIN = "COPY_TO_NEW";

  /// Name of the trigger that gives way to a newer version.
  static final String CHECKED = "COPY_TO_NEW_CHECKED";

  @Override
  public void fire(Connection connection, @Nullable ResultSet before, @Nullable ResultSet after)
      throws SQLException {
    NewCustomers table = new NewCustomers(Schema.NEW);
    boolean checked = CHECKED.equals(triggerName);
    if (after != null) {
      table.copy(connection, Rules.convert(row(after)).row(), checked);
    } else if (before != null) {
      long id = row(before).id();
      if (checked) {
        RangeLock.hold(connection, id);
      }
      table.delete(connection, id);
    }
  }

  private static OldRow row(ResultSet row) throws SQLException {
    return new OldRow(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getDouble(4),
        row.getString(5),
        row.getLong(6));
  }

  /// The statement that puts the trigger on the old table.
  static String create(boolean checked) {
    return "CREATE TRIGGER IF NOT EXISTS "
        + (checked ? CHECKED : PLAIN)
        + " AFTER INSERT, UPDATE, DELETE ON customers FOR EACH ROW CALL '"
        + CopyTrigger.class.getName()
        + "'";
  }

  /// The statement that takes it off.
  static String drop(boolean checked) {
    return "DROP TRIGGER IF EXISTS " + (checked ? CHECKED : PLAIN);
  }
}
