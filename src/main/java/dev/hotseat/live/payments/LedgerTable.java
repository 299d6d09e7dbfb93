package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The statements about the double-entry ledger. Entries are added, never changed.
final class LedgerTable {
  private static final String INSERT =
      "INSERT INTO ledger (payment, account, currency, amount, at_millis) VALUES (?, ?, ?, ?, ?)";
  private static final String COUNT = "SELECT COUNT(*) FROM ledger WHERE payment = ?";

  private LedgerTable() {}

  /// The provider owes us what it charged; of a refund, we owe it.
  static void debit(Connection connection, PaymentRow payment, long nowMillis) throws SQLException {
    long sign = payment.intent().refund() ? -1 : 1;
    add(connection, payment, owing(payment.provider()), sign, nowMillis);
  }

  /// We owe the tenant what its customer paid; of a refund, the tenant owes us.
  static void credit(Connection connection, PaymentRow payment, long nowMillis)
      throws SQLException {
    long sign = payment.intent().refund() ? 1 : -1;
    add(connection, payment, "tenant:" + payment.intent().tenant(), sign, nowMillis);
  }

  /// Account of what a provider owes us.
  static String owing(String provider) {
    return "provider:" + provider;
  }

  /// How many entries a payment has.
  static int entries(Connection connection, long payment) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setLong(1, payment);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void add(
      Connection connection, PaymentRow payment, String account, long sign, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, payment.id());
      statement.setString(2, account);
      statement.setString(3, payment.intent().currency());
      statement.setLong(4, sign * payment.intent().amount());
      statement.setLong(5, nowMillis);
      statement.executeUpdate();
    }
  }
}
