package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The statements about payments, and about which of them are not finished.
final class PaymentTable {
  private static final int DUPLICATE_KEY = 23505;

  private static final String COLUMNS =
      "id, tenant, order_ref, wish, customer, amount, currency, refund_of, status, provider,"
          + " charge, key_hash, created_millis";
  private static final String INSERT =
      "INSERT INTO payments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, '', ?, ?, ?)";
  private static final String FIND = "SELECT " + COLUMNS + " FROM payments WHERE id = ?";
  private static final String HOLD = "SELECT " + COLUMNS + " FROM payments WHERE id = ? FOR UPDATE";
  private static final String REFUNDED =
      "SELECT COALESCE(SUM(amount), 0) FROM payments WHERE refund_of = ? AND status <> 'failed'";
  private static final String SETTLE =
      "UPDATE payments SET status = ?, provider = ?, charge = ?, updated_millis = ?"
          + " WHERE id = ? AND status = 'pending'";
  private static final String FAIL =
      "UPDATE payments SET status = 'failed', provider = ?, updated_millis = ?,"
          + " one_per_order = NULL WHERE id = ? AND status = 'pending'";
  private static final String REDIRECT =
      "UPDATE payments SET provider = ?, updated_millis = ? WHERE id = ?";
  private static final String FORCE =
      "UPDATE payments SET status = ?, charge = ?, updated_millis = ? WHERE id = ?";
  private static final String BEGIN =
      "INSERT INTO unfinished (payment, since_millis) VALUES (?, ?)";
  private static final String REOPEN =
      "MERGE INTO unfinished (payment, since_millis) KEY (payment) VALUES (?, ?)";
  private static final String TAKE_UP = "UPDATE unfinished SET taken_up = TRUE WHERE payment = ?";
  private static final String TAKEN_UP =
      "SELECT taken_up FROM unfinished WHERE payment = ? FOR UPDATE";
  private static final String FINISH = "DELETE FROM unfinished WHERE payment = ?";
  private static final String UNFINISHED =
      "SELECT payment FROM unfinished WHERE since_millis <= ? ORDER BY payment LIMIT ?";

  private PaymentTable() {}

  /// Adds a pending payment; since when it is unfinished is told by a clock that cannot be wrong,
  /// or one process with a bad clock would hide its dead from the completer. False where the order
  /// has one already and the rule is in force.
  static boolean insert(
      Connection connection, PaymentRow row, boolean onePerOrder, long steadyMillis)
      throws SQLException {
    Intent intent = row.intent();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, row.id());
      statement.setString(2, intent.kind());
      statement.setString(3, intent.tenant());
      statement.setString(4, intent.order());
      boolean guarded = onePerOrder && !intent.order().isEmpty() && !intent.refund();
      statement.setString(5, guarded ? intent.tenant() + "/" + intent.order() : null);
      statement.setString(6, intent.wish());
      statement.setString(7, intent.customer());
      statement.setLong(8, intent.amount());
      statement.setString(9, intent.currency());
      statement.setLong(10, intent.refundOf());
      statement.setString(11, row.provider());
      statement.setString(12, row.keyHash());
      statement.setLong(13, row.createdMillis());
      statement.setLong(14, row.createdMillis());
      statement.executeUpdate();
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setLong(1, row.id());
      statement.setLong(2, steadyMillis);
      statement.executeUpdate();
    }
    return true;
  }

  static Optional<PaymentRow> find(Connection connection, long id) throws SQLException {
    return one(connection, FIND, id);
  }

  /// The payment, held against others until the transaction ends.
  static Optional<PaymentRow> hold(Connection connection, long id) throws SQLException {
    return one(connection, HOLD, id);
  }

  /// What of a payment was given back, or is about to be.
  static long refunded(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REFUNDED)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// Makes a pending payment a settled one; false where it is not pending any more.
  static boolean settle(
      Connection connection, long id, String provider, String charge, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
      statement.setString(1, PaymentRow.SUCCEEDED);
      statement.setString(2, provider);
      statement.setString(3, charge);
      statement.setLong(4, nowMillis);
      statement.setLong(5, id);
      return statement.executeUpdate() == 1;
    }
  }

  /// Makes a pending payment a failed one; false where it is not pending any more.
  static boolean fail(Connection connection, long id, String provider, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FAIL)) {
      statement.setString(1, provider);
      statement.setLong(2, nowMillis);
      statement.setLong(3, id);
      return statement.executeUpdate() == 1;
    }
  }

  /// Notes that another provider is asked from now on.
  static void redirect(Connection connection, long id, String provider, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REDIRECT)) {
      statement.setString(1, provider);
      statement.setLong(2, nowMillis);
      statement.setLong(3, id);
      statement.executeUpdate();
    }
  }

  /// Sets the status whatever it was.
  static void force(Connection connection, long id, String status, String charge, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORCE)) {
      statement.setString(1, status);
      statement.setString(2, charge);
      statement.setLong(3, nowMillis);
      statement.setLong(4, id);
      statement.executeUpdate();
    }
  }

  /// Puts a payment back among the unfinished.
  static void reopen(Connection connection, long id, long steadyMillis) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REOPEN)) {
      statement.setLong(1, id);
      statement.setLong(2, steadyMillis);
      statement.executeUpdate();
    }
  }

  /// Tells the process that began it that somebody else may be asking the provider as well.
  static void takeUp(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE_UP)) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  /// Whether somebody has taken it up. Where nobody has, nobody will before the transaction ends.
  static boolean takenUp(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKEN_UP)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  static void finished(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  /// Payments that were begun before a time and are not finished.
  static List<Long> unfinished(Connection connection, long sinceMillis, int limit)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNFINISHED)) {
      statement.setLong(1, sinceMillis);
      statement.setInt(2, limit);
      List<Long> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
      return found;
    }
  }

  private static Optional<PaymentRow> one(Connection connection, String sql, long id)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static PaymentRow read(ResultSet row) throws SQLException {
    Intent intent =
        new Intent(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getLong(6),
            row.getString(7),
            row.getLong(8),
            "");
    return new PaymentRow(
        row.getLong(1),
        intent,
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getLong(13));
  }
}
