package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The statements on a provider's own book.
final class ChargeTable {
  private static final int DUPLICATE_KEY = 23505;
  private static final String COLUMNS =
      "id, kind, merchant_key, reference, wish, customer, amount, currency, refund_of, outcome,"
          + " at_millis";
  private static final String INSERT =
      "INSERT INTO charges (kind, merchant_key, reference, wish, customer, amount, currency,"
          + " refund_of, outcome, at_millis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String BY_KEY = "SELECT " + COLUMNS + " FROM charges WHERE merchant_key = ?";
  private static final String FORGET =
      "UPDATE charges SET merchant_key = NULL WHERE merchant_key = ? AND at_millis <= ?";
  private static final String SINCE =
      "SELECT " + COLUMNS + " FROM charges WHERE id > ? ORDER BY id LIMIT ?";
  private static final String LATEST =
      "SELECT "
          + COLUMNS
          + " FROM charges WHERE ? IN ('', wish, reference) ORDER BY id DESC"
          + " LIMIT ?";

  private final String prefix;

  /// @param prefix of the provider's names for charges, such as `ch-`
  ChargeTable(String prefix) {
    this.prefix = prefix;
  }

  /// Enters a line; empty where its key has one already.
  Optional<Charge> insert(Connection connection, Errand errand, boolean approved, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      statement.setString(1, errand.kind());
      statement.setString(2, errand.merchantKey().isEmpty() ? null : errand.merchantKey());
      statement.setString(3, errand.reference());
      statement.setString(4, errand.wish());
      statement.setString(5, errand.customer());
      statement.setLong(6, errand.amount());
      statement.setString(7, errand.currency());
      statement.setString(8, errand.refundOf());
      statement.setString(9, approved ? "approved" : "declined");
      statement.setLong(10, nowMillis);
      statement.executeUpdate();
      try (ResultSet made = statement.getGeneratedKeys()) {
        made.next();
        return Optional.of(charge(errand, made.getLong(1), approved, nowMillis));
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Charge charge(Errand errand, long id, boolean approved, long nowMillis) {
    return new Charge(
        prefix + id,
        errand.kind(),
        errand.merchantKey(),
        errand.reference(),
        errand.wish(),
        errand.customer(),
        errand.amount(),
        errand.currency(),
        errand.refundOf(),
        approved,
        nowMillis);
  }

  Optional<Charge> byKey(Connection connection, String merchantKey) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
      statement.setString(1, merchantKey);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /// Forgets the key of a line that is older than the provider honours keys.
  boolean forget(Connection connection, String merchantKey, long notAfterMillis)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setString(1, merchantKey);
      statement.setLong(2, notAfterMillis);
      return statement.executeUpdate() > 0;
    }
  }

  /// Lines entered after one, oldest first.
  List<Charge> since(Connection connection, long id, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
      statement.setLong(1, id);
      statement.setInt(2, limit);
      return all(statement);
    }
  }

  /// The latest lines, of one wish or reference or of all.
  List<Charge> latest(Connection connection, String about, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
      statement.setString(1, about);
      statement.setInt(2, limit);
      return all(statement);
    }
  }

  /// Number of a line, from its name.
  long number(Charge charge) {
    return Long.parseLong(charge.id().substring(prefix.length()));
  }

  private List<Charge> all(PreparedStatement statement) throws SQLException {
    List<Charge> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(read(row));
      }
    }
    return found;
  }

  private Charge read(ResultSet row) throws SQLException {
    String key = row.getString(3);
    return new Charge(
        prefix + row.getLong(1),
        row.getString(2),
        key == null ? "" : key,
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        row.getString(9),
        row.getString(10).equals("approved"),
        row.getLong(11));
  }
}
