package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// The statements about keys, on the key table of one region.
final class KeyTable {
  static final String EAST = "idempotency_keys";
  static final String WEST = "idempotency_keys_west";

  /// Scope of keys that are unique among all tenants.
  static final String GLOBAL = "";

  private static final int DUPLICATE_KEY = 23505;

  private final String insert;
  private final String find;
  private final String takeOver;
  private final String finish;
  private final String release;
  private final String merge;
  private final String purge;

  KeyTable(String name) {
    this.insert = "INSERT INTO " + name + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    this.find =
        "SELECT scope, key_hash, guard, fingerprint, payment, status, body, claimed_millis,"
            + " expires_millis FROM "
            + name
            + " WHERE scope = ? AND key_hash = ? ORDER BY claimed_millis, guard LIMIT 1";
    this.takeOver =
        "UPDATE "
            + name
            + " SET fingerprint = ?, payment = ?, status = 0, body = '', claimed_millis = ?,"
            + " expires_millis = ? WHERE scope = ? AND key_hash = ? AND guard = ?"
            + " AND expires_millis = ?";
    this.finish =
        "UPDATE "
            + name
            + " SET status = ?, body = ? WHERE scope = ? AND key_hash = ? AND payment = ?";
    this.release = "DELETE FROM " + name + " WHERE scope = ? AND key_hash = ? AND payment = ?";
    this.merge =
        "MERGE INTO " + name + " KEY (scope, key_hash, guard) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    this.purge = "DELETE FROM " + name + " WHERE expires_millis <= ?";
  }

  /// Adds a key; false where a unique constraint says that it is taken. Waits for whoever holds it
  /// in a transaction that is still open.
  boolean insert(Connection connection, KeyRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      bind(statement, row);
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  Optional<KeyRow> find(Connection connection, String scope, String hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(find)) {
      statement.setString(1, scope);
      statement.setString(2, hash);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /// Gives an expired key to a new request; false where somebody else was quicker.
  boolean takeOver(Connection connection, KeyRow expired, KeyRow next) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(takeOver)) {
      statement.setString(1, next.fingerprint());
      statement.setLong(2, next.payment());
      statement.setLong(3, next.claimedMillis());
      statement.setLong(4, next.expiresMillis());
      statement.setString(5, expired.scope());
      statement.setString(6, expired.hash());
      statement.setLong(7, expired.guard());
      statement.setLong(8, expired.expiresMillis());
      return statement.executeUpdate() == 1;
    }
  }

  /*
   * A payment does not say whether its key was claimed within its tenant or among all, so both are
   * tried, the tenant first. Not in one statement: `scope IN (?, '')` makes H2 use the index for the
   * scope alone, and each payment then reads every key there is.
   */

  /// Stores the reply under the key of a payment.
  void finish(Connection connection, PaymentRow payment, Stored reply) throws SQLException {
    if (!finished(connection, payment.intent().tenant(), payment, reply)) {
      finished(connection, GLOBAL, payment, reply);
    }
  }

  private boolean finished(Connection connection, String scope, PaymentRow payment, Stored reply)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(finish)) {
      statement.setInt(1, reply.status());
      statement.setString(2, reply.body());
      statement.setString(3, scope);
      statement.setString(4, payment.keyHash());
      statement.setLong(5, payment.id());
      return statement.executeUpdate() > 0;
    }
  }

  /// Forgets the key of a payment, so that the next request with it starts anew.
  void release(Connection connection, PaymentRow payment) throws SQLException {
    if (!released(connection, payment.intent().tenant(), payment)) {
      released(connection, GLOBAL, payment);
    }
  }

  private boolean released(Connection connection, String scope, PaymentRow payment)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(release)) {
      statement.setString(1, scope);
      statement.setString(2, payment.keyHash());
      statement.setLong(3, payment.id());
      return statement.executeUpdate() > 0;
    }
  }

  /// Adds or overwrites a key, as the other region's copy.
  void merge(Connection connection, KeyRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(merge)) {
      bind(statement, row);
      statement.executeUpdate();
    }
  }

  /// Forgets keys whose time is over.
  int purge(Connection connection, long nowMillis) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(purge)) {
      statement.setLong(1, nowMillis);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, KeyRow row) throws SQLException {
    statement.setString(1, row.scope());
    statement.setString(2, row.hash());
    statement.setLong(3, row.guard());
    statement.setString(4, row.fingerprint());
    statement.setLong(5, row.payment());
    statement.setInt(6, row.status());
    statement.setString(7, row.body());
    statement.setLong(8, row.claimedMillis());
    statement.setLong(9, row.expiresMillis());
  }

  private static KeyRow read(ResultSet row) throws SQLException {
    return new KeyRow(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getString(4),
        row.getLong(5),
        row.getInt(6),
        row.getString(7),
        row.getLong(8),
        row.getLong(9));
  }
}
