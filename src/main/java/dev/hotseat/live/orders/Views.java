package dev.hotseat.live.orders;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Listing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What can be seen of the database from outside, and what a hand from outside can do there.
final class Views {
  private static final int TEXTS_SHOWN = 30;
  private static final Pattern NAMES =
      Pattern.compile("[a-z_]{1,40}( desc)?(, ?[a-z_]{1,40}( desc)?)*");
  private static final int DDL_LOCK_MILLIS = 30_000;
  private static final int USUAL_LOCK_MILLIS = 2_000;

  private static final String LOCKS =
      """
      SELECT session_id, blocker_id, contains_uncommitted FROM information_schema.sessions
      """;
  private static final String INDEXES =
      """
      SELECT i.table_name, i.index_name, i.index_type_name,
        LISTAGG(c.column_name || CASE WHEN c.ordering_specification = 'DESC' THEN ' desc' ELSE '' END,
          ', ') WITHIN GROUP (ORDER BY c.ordinal_position)
      FROM information_schema.indexes i JOIN information_schema.index_columns c
        ON c.index_name = i.index_name AND c.table_name = i.table_name
      WHERE i.table_schema = 'PUBLIC'
      GROUP BY i.table_name, i.index_name, i.index_type_name ORDER BY 1, 2
      """;

  private final Database database;

  Views(Database database) {
    this.database = database;
  }

  /// The statements of the last minute, most time first.
  Listing slowQueries() {
    long now = database.nowSecond();
    record Cost(Profile profile, Profile.Minute minute) {
      double millis() {
        return minute.count() * minute.meanMillis();
      }
    }
    List<List<String>> rows =
        database.profiles().stream()
            .map(profile -> new Cost(profile, profile.minute(now)))
            .filter(cost -> cost.minute().count() > 0)
            .sorted(Comparator.comparingDouble(Cost::millis).reversed())
            .limit(TEXTS_SHOWN)
            .map(cost ->
                List.of(
                    oneLine(cost.profile().text()),
                    Long.toString(cost.minute().count()),
                    number(cost.minute().meanMillis()),
                    number(cost.minute().maxMillis()),
                    Long.toString(cost.profile().rowsRead())))
            .toList();
    return Listing.of(
        List.of("statement", ">count last minute", ">mean ms", ">max ms", ">rows scanned"), rows);
  }

  /// Open sessions, the oldest first.
  Listing statements() {
    List<List<String>> rows =
        database.sessions().stream()
            .sorted(Comparator.comparingLong(Session::id))
            .map(session ->
                List.of(
                    Long.toString(session.id()),
                    session.owner(),
                    session.active() ? "active" : "idle in transaction",
                    number(session.millis()),
                    number(session.millisInText()),
                    oneLine(session.text()),
                    session.traceId()))
            .toList();
    return Listing.of(
        List.of("id", "client", "state", ">open ms", ">in state ms", "statement", "trace"), rows);
  }

  /// Who waits for a row that somebody else has changed and not committed, as the engine tells it.
  Listing locks() throws InterruptedException {
    Map<Integer, Session> byEngine = new HashMap<>();
    database.sessions().forEach(session -> byEngine.put(session.engineId(), session));
    List<List<String>> rows = database.aside(connection -> waits(connection, byEngine));
    return Listing.of(
        List.of(
            "waiting",
            "client",
            "since ms",
            "its statement",
            "held by",
            "holder",
            "open ms",
            "its statement now"),
        rows);
  }

  private static List<List<String>> waits(Connection connection, Map<Integer, Session> sessions)
      throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LOCKS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Session waiting = sessions.get(row.getInt(1));
        Session holder = sessions.get(row.getInt(2));
        if (waiting != null && holder != null) {
          rows.add(
              List.of(
                  Long.toString(waiting.id()),
                  waiting.owner(),
                  number(waiting.millisInText()),
                  oneLine(waiting.text()),
                  Long.toString(holder.id()),
                  holder.owner(),
                  number(holder.millis()),
                  oneLine(holder.text())));
        }
      }
    }
    return rows;
  }

  Listing indexes() throws InterruptedException {
    List<List<String>> rows =
        database.aside(connection -> {
          List<List<String>> found = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(INDEXES);
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              found.add(
                  List.of(
                      row.getString(1).toLowerCase(Locale.ROOT),
                      row.getString(2).toLowerCase(Locale.ROOT),
                      row.getString(3).toLowerCase(Locale.ROOT),
                      row.getString(4).toLowerCase(Locale.ROOT)));
            }
          }
          return found;
        });
    return Listing.of(List.of("table", "index", "kind", "columns"), rows);
  }

  /// Ends a session's statement, and the session.
  String kill(String id) throws InterruptedException {
    Session session =
        database
            .find(number(id))
            .orElseThrow(() -> new Refusal("arguments.id", "an id of the sheet statements", id));
    try {
      session.kill();
    } catch (SQLException _) {
      // it has just ended by itself
    }
    return "session " + id + " of " + session.owner() + " was ended";
  }

  private static long number(String id) {
    try {
      return Long.parseLong(id.strip());
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  /// Builds an index while calls go on, which wait for it as the engine makes them wait.
  String createIndex(String table, String columns) throws InterruptedException {
    String on = plain("arguments.table", table);
    String by = plain("arguments.columns", columns);
    String name = (on + "_by_" + by).replaceAll("[^a-z_]+", "_");
    long begunNanos = database.ticks().nanos();
    boolean _ = database.aside(connection -> indexed(connection, on, by, name));
    database.schemaChanged();
    long tookMillis = (database.ticks().nanos() - begunNanos) / 1_000_000;
    return "index " + name + " on " + on + " (" + by + ") was built in " + tookMillis + " ms";
  }

  private static String plain(String field, String given) {
    String lower = given.strip().toLowerCase(Locale.ROOT);
    if (!NAMES.matcher(lower).matches()) {
      throw new Refusal(field, "names such as orders, or customer, id desc", given);
    }
    return lower;
  }

  private static boolean indexed(Connection connection, String table, String columns, String name)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT " + DDL_LOCK_MILLIS);
      try {
        return statement.execute(
            "CREATE INDEX IF NOT EXISTS " + name + " ON " + table + " (" + columns + ")");
      } catch (SQLException e) {
        throw new Refusal("arguments.columns", "columns of a table", firstLine(e));
      } finally {
        statement.execute("SET LOCK_TIMEOUT " + USUAL_LOCK_MILLIS);
      }
    }
  }

  private static String firstLine(SQLException e) {
    String message = e.getMessage();
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static String oneLine(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }

  private static String number(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }
}
