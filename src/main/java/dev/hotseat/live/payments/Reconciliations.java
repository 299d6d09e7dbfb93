package dev.hotseat.live.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The statements about reconciliation runs and the exceptions they leave.
final class Reconciliations {
  static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE reconciliations (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            file_hash VARCHAR(32) NOT NULL UNIQUE,
            provider VARCHAR(5) NOT NULL,
            settled_day VARCHAR(10) NOT NULL,
            complete BOOLEAN NOT NULL,
            file_lines INT NOT NULL,
            matched INT NOT NULL,
            missing INT NOT NULL,
            duplicate INT NOT NULL,
            wrong_amount INT NOT NULL,
            unrecorded INT NOT NULL,
            later INT NOT NULL,
            at_millis BIGINT NOT NULL)
          """,
          """
          CREATE TABLE exceptions (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            kind VARCHAR(12) NOT NULL,
            subject VARCHAR(24) NOT NULL,
            payment BIGINT NOT NULL,
            detail VARCHAR(200) NOT NULL,
            found_by BIGINT NOT NULL,
            at_millis BIGINT NOT NULL,
            resolved_by VARCHAR(40) NOT NULL,
            resolved_why VARCHAR(200) NOT NULL,
            UNIQUE (kind, subject))
          """);

  private static final int DUPLICATE_KEY = 23505;
  private static final String BY_HASH = "SELECT id FROM reconciliations WHERE file_hash = ?";
  private static final String INSERT =
      "INSERT INTO reconciliations (file_hash, provider, settled_day, complete, file_lines,"
          + " matched, missing, duplicate, wrong_amount, unrecorded, later, at_millis)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String FIND =
      "SELECT provider, settled_day, complete, file_lines, matched, missing, duplicate,"
          + " wrong_amount, unrecorded, later FROM reconciliations WHERE id = ?";
  private static final String RAISE =
      "INSERT INTO exceptions (kind, subject, payment, detail, found_by, at_millis, resolved_by,"
          + " resolved_why) VALUES (?, ?, ?, ?, ?, ?, '', '')";
  private static final String OPEN =
      "SELECT id, kind, subject, payment, detail, found_by, resolved_by, resolved_why"
          + " FROM exceptions ORDER BY id DESC LIMIT ?";
  private static final String ONE =
      "SELECT id, kind, subject, payment, detail, found_by, resolved_by, resolved_why"
          + " FROM exceptions WHERE id = ?";
  private static final String RESOLVE =
      "UPDATE exceptions SET resolved_by = ?, resolved_why = ? WHERE id = ? AND resolved_by = ''";
  private static final String EXPLAIN =
      "UPDATE exceptions SET resolved_by = 'reconciler', resolved_why = ?"
          + " WHERE kind = ? AND subject = ? AND resolved_by = ''";

  private Reconciliations() {}

  /// What one run found.
  ///
  /// @param id 0 until it is written down
  record Run(
      long id,
      String provider,
      String day,
      boolean complete,
      int lines,
      int matched,
      int missing,
      int duplicate,
      int wrongAmount,
      int unrecorded,
      int later) {}

  /// Something a person has to look at.
  record Item(
      long id,
      String kind,
      String subject,
      long payment,
      String detail,
      long foundBy,
      String resolvedBy,
      String resolvedWhy) {
    /// Nobody has looked at it yet.
    static Item open(String kind, String subject, long payment, String detail) {
      return new Item(0, kind, subject, payment, detail, 0, "", "");
    }

    Item foundBy(long run) {
      return new Item(id, kind, subject, payment, detail, run, resolvedBy, resolvedWhy);
    }
  }

  /// The run that took in this very file, if one did.
  static Optional<Long> byHash(Connection connection, String hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_HASH)) {
      statement.setString(1, hash);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  /// Writes a run down; empty where another one took in the same file meanwhile.
  static Optional<Long> insert(Connection connection, Run run, String hash, long nowMillis)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      statement.setString(1, hash);
      statement.setString(2, run.provider());
      statement.setString(3, run.day());
      statement.setBoolean(4, run.complete());
      statement.setInt(5, run.lines());
      statement.setInt(6, run.matched());
      statement.setInt(7, run.missing());
      statement.setInt(8, run.duplicate());
      statement.setInt(9, run.wrongAmount());
      statement.setInt(10, run.unrecorded());
      statement.setInt(11, run.later());
      statement.setLong(12, nowMillis);
      statement.executeUpdate();
      try (ResultSet made = statement.getGeneratedKeys()) {
        made.next();
        return Optional.of(made.getLong(1));
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static Optional<Run> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Run(
                    id,
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getInt(8),
                    row.getInt(9),
                    row.getInt(10)))
            : Optional.empty();
      }
    }
  }

  /// Puts something into the queue; once, however many runs find it.
  static void raise(Connection connection, Item item, long nowMillis) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RAISE)) {
      statement.setString(1, item.kind());
      statement.setString(2, item.subject());
      statement.setLong(3, item.payment());
      statement.setString(4, item.detail());
      statement.setLong(5, item.foundBy());
      statement.setLong(6, nowMillis);
      statement.executeUpdate();
    } catch (SQLException e) {
      if (e.getErrorCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  /// Closes what a later file explained by itself.
  static void explain(Connection connection, String kind, String subject, String why)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(EXPLAIN)) {
      statement.setString(1, why);
      statement.setString(2, kind);
      statement.setString(3, subject);
      statement.executeUpdate();
    }
  }

  /// Closes an open exception; false where it was closed before.
  static boolean resolve(Connection connection, long id, String who, String why)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESOLVE)) {
      statement.setString(1, who);
      statement.setString(2, why);
      statement.setLong(3, id);
      return statement.executeUpdate() == 1;
    }
  }

  static Optional<Item> item(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setLong(1, id);
      return items(statement).stream().findFirst();
    }
  }

  /// The queue, newest first.
  static List<Item> items(Connection connection, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
      statement.setInt(1, limit);
      return items(statement);
    }
  }

  private static List<Item> items(PreparedStatement statement) throws SQLException {
    List<Item> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new Item(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8)));
      }
    }
    return found;
  }
}
