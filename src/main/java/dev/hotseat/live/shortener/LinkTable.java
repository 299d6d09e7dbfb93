package dev.hotseat.live.shortener;

import dev.hotseat.live.shortener.Found.Absent;
import dev.hotseat.live.shortener.Found.Present;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The statements about links.
final class LinkTable {
  private static final int DUPLICATE_KEY = 23505;

  private static final String TABLE =
      """
      CREATE TABLE links (
        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code VARCHAR(40) NOT NULL,
        url VARCHAR(2048) NOT NULL,
        created_millis BIGINT NOT NULL,
        expires_millis BIGINT NOT NULL,
        is_alias BOOLEAN NOT NULL,
        committed_nanos BIGINT NOT NULL,
        deleted_nanos BIGINT NOT NULL)
      """;
  private static final String FIND =
      """
      SELECT url, created_millis, expires_millis, is_alias, deleted_nanos
      FROM links WHERE code = ? LIMIT 1
      """;
  private static final String FIND_IN_REPLICA =
      """
      SELECT url, created_millis, expires_millis, is_alias, deleted_nanos
      FROM links WHERE code = ? AND committed_nanos <= ? LIMIT 1
      """;
  private static final String INSERT =
      """
      INSERT INTO links (code, url, created_millis, expires_millis, is_alias, committed_nanos,
        deleted_nanos) VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FILL =
      """
      INSERT INTO links (code, url, created_millis, expires_millis, is_alias, committed_nanos,
        deleted_nanos) SELECT code, url, ?, ?, FALSE, ?, ? FROM UNNEST(?, ?) AS seeds (code, url)
      """;
  private static final String DELETE =
      "UPDATE links SET deleted_nanos = ? WHERE code = ? AND deleted_nanos = " + Link.NEVER;

  private LinkTable() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
  }

  /// The link in the primary.
  static Found find(Connection connection, String code) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, code);
      return found(statement, code, Link.NEVER);
    }
  }

  /// The link as a replica sees it that has heard of nothing after `horizonNanos`.
  static Found findInReplica(Connection connection, String code, long horizonNanos)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND_IN_REPLICA)) {
      statement.setString(1, code);
      statement.setLong(2, horizonNanos);
      return found(statement, code, horizonNanos);
    }
  }

  private static Found found(PreparedStatement statement, String code, long horizonNanos)
      throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Absent.ANYWHERE;
      }
      long deletedNanos = row.getLong(5);
      return new Present(
          new Link(
              code,
              row.getString(1),
              row.getLong(2),
              row.getLong(3),
              row.getBoolean(4),
              deletedNanos <= horizonNanos ? deletedNanos : Link.NEVER));
    }
  }

  /// Adds one link; false where a unique constraint says that the code is taken.
  static boolean insert(Connection connection, Link link, long nowNanos) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      bind(statement, link, nowNanos);
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /// Fills an empty table with links that were all made at one time: one statement, a third of the
  /// cost of a batch.
  static void fill(Connection connection, List<Link> links, long committedNanos)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FILL)) {
      statement.setLong(1, links.getFirst().createdMillis());
      statement.setLong(2, links.getFirst().expiresMillis());
      statement.setLong(3, committedNanos);
      statement.setLong(4, Link.NEVER);
      statement.setObject(5, links.stream().map(Link::code).toArray(String[]::new));
      statement.setObject(6, links.stream().map(Link::url).toArray(String[]::new));
      statement.executeUpdate();
    }
  }

  /// Adds links in one transaction and returns the positions of those whose code was taken.
  static Set<Integer> insertAll(Connection connection, List<Link> links, long nowNanos)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Link link : links) {
        bind(statement, link, nowNanos);
        statement.addBatch();
      }
      Set<Integer> taken = executed(statement);
      connection.commit();
      return taken;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /*
   * H2 runs a batch to its end and reports the rows that failed together. A taken code concerns its
   * own row; any other error puts the whole batch in doubt.
   */
  private static Set<Integer> executed(PreparedStatement statement) throws SQLException {
    Set<Integer> taken = new HashSet<>();
    try {
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      for (SQLException each = e.getNextException(); each != null; each = each.getNextException()) {
        if (each.getErrorCode() != DUPLICATE_KEY) {
          throw each;
        }
      }
      int[] counts = e.getUpdateCounts();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == Statement.EXECUTE_FAILED) {
          taken.add(i);
        }
      }
    }
    return taken;
  }

  private static void bind(PreparedStatement statement, Link link, long nowNanos)
      throws SQLException {
    statement.setString(1, link.code());
    statement.setString(2, link.url());
    statement.setLong(3, link.createdMillis());
    statement.setLong(4, link.expiresMillis());
    statement.setBoolean(5, link.alias());
    statement.setLong(6, nowNanos);
    statement.setLong(7, link.deletedNanos());
  }

  /// Takes a link down; false where there is none that is up.
  static boolean delete(Connection connection, String code, long nowNanos) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      statement.setLong(1, nowNanos);
      statement.setString(2, code);
      return statement.executeUpdate() > 0;
    }
  }

  static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM links")) {
      row.next();
      return row.getLong(1);
    }
  }
}
