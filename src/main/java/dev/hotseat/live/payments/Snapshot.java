package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what the instruments and the truth need to know of our tables.
final class Snapshot {
  private static final String LEGS =
      "SELECT id, payment, account, currency, amount FROM ledger WHERE id > ? ORDER BY id";
  private static final String KNOWN = "SELECT id FROM payments WHERE id = ANY(?)";
  private static final String KEYS =
      "SELECT COUNT(*), COUNT(CASE WHEN status = 0 THEN 1 END),"
          + " COUNT(CASE WHEN status >= 500 OR (status = 0 AND claimed_millis < ?) THEN 1 END)"
          + " FROM ";

  private Snapshot() {}

  /// One entry of the ledger.
  record Leg(long id, long payment, String account, String currency, long amount) {}

  /// What the key table held: how many keys, of requests still in flight, and of those that nobody
  /// will finish or that stand for an error.
  record Keys(long held, long inFlight, long stuck) {
    static final Keys NONE = new Keys(0, 0, 0);
  }

  /// What the other tables held.
  record Tables(
      Set<Long> unfinished, double oldestUnfinishedSeconds, Set<Long> outbox, long exceptionsOpen) {
    static final Tables NONE = new Tables(Set.of(), 0, Set.of(), 0);
  }

  /// What all books held.
  record Counts(Keys keys, Tables tables, long charges) {
    static final Counts NONE = new Counts(Keys.NONE, Tables.NONE, 0);
  }

  static List<Leg> legsAfter(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LEGS)) {
      statement.setLong(1, id);
      List<Leg> legs = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          legs.add(
              new Leg(
                  row.getLong(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getString(4),
                  row.getLong(5)));
        }
      }
      return legs;
    }
  }

  /// Which of these payments our book knows at all.
  static Set<Long> known(Connection connection, List<Long> payments) throws SQLException {
    if (payments.isEmpty()) {
      return Set.of();
    }
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setObject(1, payments.toArray(Long[]::new));
      return numbers(statement);
    }
  }

  /// Reads the whole table.
  ///
  /// @param stuckBefore keys in flight for longer than since then are stuck
  static Keys keys(Connection connection, String table, long stuckBefore) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEYS + table)) {
      statement.setLong(1, stuckBefore);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Keys(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  static Tables tables(Connection connection, long steadyMillis) throws SQLException {
    return new Tables(
        numbers(connection, "SELECT payment FROM unfinished"),
        oldestSeconds(connection, steadyMillis),
        numbers(connection, "SELECT payment FROM outbox"),
        number(connection, "SELECT COUNT(*) FROM exceptions WHERE resolved_by = ''"));
  }

  private static double oldestSeconds(Connection connection, long steadyMillis)
      throws SQLException {
    long oldest =
        number(
            connection,
            "SELECT COALESCE(MIN(since_millis), " + Long.MAX_VALUE + ") FROM unfinished");
    return Math.max(0, steadyMillis - oldest) / 1000.0;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Set<Long> numbers(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return numbers(statement);
    }
  }

  private static Set<Long> numbers(PreparedStatement statement) throws SQLException {
    Set<Long> found = new HashSet<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(row.getLong(1));
      }
    }
    return found;
  }
}
