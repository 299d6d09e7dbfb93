package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Conversion.Converted;
import dev.hotseat.live.migration.Conversion.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the rules had to decide, counted by rule with an example each, and every row they refused.
/// Written in the transaction of the chunk, so it counts each row once.
final class ConversionLog {
  private static final String COUNT =
      "UPDATE conversion_notes SET converted = converted + ? WHERE rule = ?";
  private static final String FIRST = "INSERT INTO conversion_notes VALUES (?, ?, ?, ?, ?)";
  private static final List<String> REFUSED = List.of("id", "reason", "was");

  private ConversionLog() {}

  static void create(Connection connection) throws SQLException {
    Schema.run(
        connection,
        """
        CREATE TABLE IF NOT EXISTS conversion_notes (
          rule VARCHAR(40) PRIMARY KEY, converted BIGINT NOT NULL,
          example_id BIGINT NOT NULL, was VARCHAR(400) NOT NULL, became VARCHAR(400) NOT NULL)
        """);
    Schema.run(
        connection,
        """
        CREATE TABLE IF NOT EXISTS conversion_refused (
          id BIGINT PRIMARY KEY, reason VARCHAR(40) NOT NULL, was VARCHAR(400) NOT NULL)
        """);
  }

  static void forget(Connection connection) throws SQLException {
    Schema.run(connection, "DELETE FROM conversion_notes");
    Schema.run(connection, "DELETE FROM conversion_refused");
  }

  static void add(Connection connection, Collection<Conversion> chunk) throws SQLException {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Conversion each : chunk) {
      switch (each) {
        case Converted(NewRow row, List<Note> notes) ->
            notes.forEach(
                note -> tallies.merge(note.rule(), new Tally(1, row.id(), note), Tally::more));
        case Refused refused -> refuse(connection, refused);
      }
    }
    for (Tally tally : tallies.values()) {
      count(connection, tally);
    }
  }

  private static void count(Connection connection, Tally tally) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setLong(1, tally.rows());
      statement.setString(2, tally.note().rule());
      if (statement.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
      statement.setString(1, tally.note().rule());
      statement.setLong(2, tally.rows());
      statement.setLong(3, tally.exampleId());
      statement.setString(4, tally.note().was());
      statement.setString(5, tally.note().became());
      statement.executeUpdate();
    }
  }

  private static void refuse(Connection connection, Refused refused) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            Dialect.of(connection).upsert("conversion_refused", REFUSED, "VALUES (?, ?, ?)"))) {
      statement.setLong(1, refused.row().id());
      statement.setString(2, refused.reason());
      statement.setString(3, refused.was());
      statement.executeUpdate();
    }
  }

  /// A person has decided about this one.
  static void decided(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM conversion_refused WHERE id = ?")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  /// Rule, rows, and an example: id, what it was, what it became.
  static List<List<String>> notes(Connection connection) throws SQLException {
    return texts(
        connection,
        "SELECT rule, converted, example_id, was, became FROM conversion_notes ORDER BY rule");
  }

  /// Reason, rows, and an example, of what was not copied.
  static List<List<String>> refusals(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        SELECT found.reason, found.refused, found.id, one.was, 'not copied'
        FROM (SELECT reason, COUNT(*) AS refused, MIN(id) AS id
              FROM conversion_refused GROUP BY reason) AS found
        JOIN conversion_refused AS one ON one.id = found.id
        ORDER BY found.reason
        """);
  }

  private static List<List<String>> texts(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            List.of(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)));
      }
      return rows;
    }
  }

  /// How often one rule decided something in a chunk.
  private record Tally(long rows, long exampleId, Note note) {
    Tally more(Tally one) {
      return new Tally(rows + one.rows, exampleId, note);
    }
  }
}
