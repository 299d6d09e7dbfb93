package dev.hotseat.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/// A private H2 database, in memory or in a file, opened with result reuse off so that a repeated
/// scan stays a scan.
///
/// It lives as long as one connection to it is open; the keeper is that connection.
final class H2Database implements Database {
  /// Parsed statements each connection keeps; with H2's usual eight, a system of a dozen statements
  /// parses on every call.
  private static final int STATEMENTS_KEPT = 64;

  private static final String OWNER = "SA";
  private static final String READER = "READER";

  private final Place place;
  private final String url;
  private final String readerPassword;
  private final Connection keeper;

  /*
   * H2 answers a repeated identical SELECT from its last result while no table changed, so a scan of
   * 200,000 rows would "take" 50 microseconds from the second call on. That is switched off first of
   * all: otherwise every chart of an uncached read would lie.
   *
   * The name is not drawn from the session's dice: it is an identity, and two systems of one seed
   * must not share a database.
   */
  H2Database(String system, Place place) {
    this.place = place;
    this.url = place.url(system + "-" + UUID.randomUUID()) + ";QUERY_CACHE_SIZE=" + STATEMENTS_KEPT;
    this.readerPassword = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
    try {
      this.keeper = owner();
      try (Statement statement = keeper.createStatement()) {
        statement.execute("SET OPTIMIZE_REUSE_RESULTS 0");
        statement.execute("SET DEFAULT_LOCK_TIMEOUT " + Store.LOCK_WAIT_MILLIS);
        statement.execute("CREATE USER " + READER + " PASSWORD '" + readerPassword + "'");
        statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot open the database of " + system, e);
    }
  }

  @Override
  public Connection owner() throws SQLException {
    return DriverManager.getConnection(url, OWNER, "");
  }

  @Override
  public Connection reader() throws SQLException {
    return DriverManager.getConnection(url, READER, readerPassword);
  }

  @Override
  public boolean opensAtOnce() {
    return true;
  }

  @Override
  public boolean pending(Connection owner) throws SQLException {
    return owner.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
        && session.hasPendingTransaction();
  }

  @Override
  public String inItsWords(String statement) {
    return statement;
  }

  @Override
  public void close() {
    try (keeper;
        Statement statement = keeper.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException _) {
      // SHUTDOWN ends its own connection, which H2 may report as an error; the database is gone
    }
    place.clear();
  }
}
