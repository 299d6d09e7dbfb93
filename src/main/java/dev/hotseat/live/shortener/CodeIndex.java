package dev.hotseat.live.shortener;

import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.shortener.Choices.Guard;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The index on the code column: none, plain, or one that keeps codes unique.
///
/// Switching it is real DDL: it waits for the statements in progress and blocks those that come,
/// for as long as the table is large.
final class CodeIndex {
  private static final int DUPLICATE_KEY = 23505;
  private static final int LOCK_TIMEOUT = 50200;
  private static final int ATTEMPTS = 10;

  private static final String DROP = "DROP INDEX IF EXISTS links_code";
  private static final String GIVEN_TWICE =
      "SELECT code, MIN(id) FROM links GROUP BY code HAVING COUNT(*) > 1";
  private static final String DELETE_LATER = "DELETE FROM links WHERE code = ? AND id > ?";

  private enum Kind {
    NONE(""),
    PLAIN("CREATE INDEX links_code ON links (code)"),
    UNIQUE("CREATE UNIQUE INDEX links_code ON links (code)");

    private final String statement;

    Kind(String statement) {
      this.statement = statement;
    }
  }

  private final Store store;
  private final Kit kit;
  private final Truth truth;
  private Kind now = Kind.NONE;

  CodeIndex(Kit kit, Truth truth) {
    this.store = kit.store();
    this.kit = kit;
    this.truth = truth;
  }

  void change(Choices choices) throws InterruptedException {
    Kind wanted = wanted(choices);
    if (wanted != now) {
      store.aside(connection -> rebuilt(connection, wanted));
      now = wanted;
    }
  }

  private static Kind wanted(Choices choices) {
    if (!choices.indexed()) {
      return Kind.NONE;
    }
    return choices.guard() == Guard.UNIQUE_CONSTRAINT ? Kind.UNIQUE : Kind.PLAIN;
  }

  private Kind rebuilt(Connection connection, Kind wanted) throws SQLException {
    executed(connection, DROP);
    if (wanted != Kind.NONE) {
      try {
        executed(connection, wanted.statement);
      } catch (SQLException e) {
        if (e.getErrorCode() != DUPLICATE_KEY) {
          throw e;
        }
        removeDuplicates(connection);
        executed(connection, wanted.statement);
      }
    }
    return wanted;
  }

  /*
   * A constraint cannot be put on a column that already breaks it. Somebody has to choose who keeps
   * the code; here it is whoever was first, and the others' links are lost.
   *
   * One statement with a grouped sub-query would be shorter, but H2 runs that again for every row.
   */
  private void removeDuplicates(Connection connection) throws SQLException {
    executed(connection, Kind.PLAIN.statement);
    int removed = 0;
    try (Statement statement = connection.createStatement();
        ResultSet twice = statement.executeQuery(GIVEN_TWICE);
        PreparedStatement delete = connection.prepareStatement(DELETE_LATER)) {
      while (twice.next()) {
        delete.setString(1, twice.getString(1));
        delete.setLong(2, twice.getLong(2));
        removed += delete.executeUpdate();
      }
    }
    executed(connection, DROP);
    truth.stored(-removed);
    kit.log(
        "ERROR", "store", removed + " later links of codes given twice removed for the constraint");
  }

  /// Runs a statement, again where the calls in progress kept it from its lock.
  private static int executed(Connection connection, String sql) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate(sql);
      } catch (SQLException e) {
        if (e.getErrorCode() != LOCK_TIMEOUT || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
