package dev.hotseat.live.catalogue;

import dev.hotseat.world.TickSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the engine answered one statement, by its own account.
///
/// @param text the plan with its counts, as EXPLAIN ANALYZE gives it
/// @param scanned rows and index entries that were looked at
/// @param used indexes it went by, `table scan` where it used none
/// @param sorted whether the order came from the index
/// @param nanos how long it took, parsing included
record Plan(String text, long scanned, List<String> used, boolean sorted, long nanos) {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
  private static final Pattern USED = Pattern.compile("/\\* PUBLIC\\.([A-Za-z0-9_.]+)");

  Plan {
    used = List.copyOf(used);
  }

  /// Runs a statement and reads how it was run.
  static Plan of(Connection connection, String sql, TickSource ticks) throws SQLException {
    long begunNanos = ticks.nanos();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN ANALYZE " + sql)) {
      row.next();
      return read(row.getString(1), ticks.nanos() - begunNanos);
    }
  }

  static Plan read(String text, long nanos) {
    long scanned = 0;
    for (Matcher each = SCANNED.matcher(text); each.find(); ) {
      scanned += Long.parseLong(each.group(1));
    }
    List<String> used = new ArrayList<>();
    for (Matcher each = USED.matcher(text); each.find(); ) {
      String name = each.group(1).toLowerCase(Locale.ROOT);
      used.add(name.endsWith(".tablescan") ? "table scan" : name);
    }
    return new Plan(text, scanned, used, text.contains("/* index sorted */"), nanos);
  }

  /// Whether it reads every row, by the table or by a whole index.
  boolean isScan() {
    return used.contains("table scan");
  }

  /// Whether nobody would call it another plan.
  boolean like(Plan other) {
    return used.equals(other.used)
        && sorted == other.sorted
        && Math.abs(scanned - other.scanned) * 10 <= Math.max(scanned, other.scanned);
  }
}
