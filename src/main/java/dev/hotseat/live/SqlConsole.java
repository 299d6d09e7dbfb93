package dev.hotseat.live;

import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Runs one read-only statement at a time, as a user who may do nothing else, within limits.
final class SqlConsole {
  private static final int ROWS_MAX = 1_000;
  private static final int CHARS_MAX = 256 * 1024;
  private static final int CELL_CHARS_MAX = 500;
  private static final int SECONDS_MAX = 2;
  private static final long KILL_NANOS = TimeUnit.MILLISECONDS.toNanos(2_500);
  private static final long QUEUE_MILLIS_MAX = 3_000;

  private final World world;
  private final Semaphore ofAllSystems;
  private final Semaphore ofThisSystem = new Semaphore(1);

  SqlConsole(World world, Semaphore ofAllSystems) {
    this.world = world;
    this.ofAllSystems = ofAllSystems;
  }

  Table run(PooledStore store, String asked) throws InterruptedException {
    String statement = SqlGuard.checked(asked);
    if (!ofThisSystem.tryAcquire()) {
      throw busy("a statement of this system is still running");
    }
    try {
      if (!ofAllSystems.tryAcquire(QUEUE_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
        throw busy("the consoles of other systems are busy");
      }
      try {
        return answer(store, store.inItsWords(statement));
      } finally {
        ofAllSystems.release();
      }
    } finally {
      ofThisSystem.release();
    }
  }

  /*
   * The time-out of the driver is looked at between rows. The watcher is the second line: it cancels
   * from outside should the first not hold.
   */
  private Table answer(PooledStore store, String sql) throws InterruptedException {
    try (Connection connection = store.reader();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.setQueryTimeout(SECONDS_MAX);
      statement.setMaxRows(ROWS_MAX + 1);
      Thread watcher =
          Thread.ofVirtual().name("live-sql-watcher").start(() -> cancelLater(statement));
      long begunNanos = world.ticks().nanos();
      try (ResultSet rows = statement.executeQuery(sql)) {
        return table(rows, begunNanos);
      } finally {
        watcher.interrupt();
        watcher.join();
      }
    } catch (SQLException e) {
      throw refusal(e);
    }
  }

  private void cancelLater(Statement statement) {
    try {
      world.pause().sleepNanos(KILL_NANOS);
      statement.cancel();
    } catch (InterruptedException | SQLException _) {
      // it ended in time, or is ending
    }
  }

  private Table table(ResultSet rows, long begunNanos) throws SQLException {
    ResultSetMetaData shape = rows.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= shape.getColumnCount(); i++) {
      columns.add(shape.getColumnLabel(i));
    }
    List<List<String>> found = new ArrayList<>();
    int room = CHARS_MAX;
    boolean truncated = false;
    while (!truncated && rows.next()) {
      List<String> row = row(rows, columns.size());
      room -= row.stream().mapToInt(String::length).sum();
      truncated = found.size() == ROWS_MAX || room < 0;
      if (!truncated) {
        found.add(row);
      }
    }
    return new Table(columns, found, truncated, world.ticks().nanos() - begunNanos);
  }

  private static List<String> row(ResultSet rows, int width) throws SQLException {
    List<String> row = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      String cell = rows.getString(i);
      row.add(cell == null ? "NULL" : cut(cell));
    }
    return row;
  }

  /// Plans are worth reading in full; what people stored is not.
  private static String cut(String cell) {
    boolean plan = cell.startsWith("SELECT\n");
    int most = plan ? CHARS_MAX / 4 : CELL_CHARS_MAX;
    return cell.length() <= most ? cell : cell.substring(0, most) + "…";
  }

  private static SqlRefusal busy(String message) {
    return new SqlRefusal(message, "one statement at a time");
  }

  private static SqlRefusal refusal(SQLException e) {
    if ("57014".equals(e.getSQLState())) {
      return new SqlRefusal(
          "stopped after " + SECONDS_MAX + " s", "a statement that reads fewer rows");
    }
    String message = e.getMessage() == null ? "failed" : e.getMessage();
    String line = message.lines().findFirst().orElse("failed");
    return new SqlRefusal(line.replace("; SQL statement:", ""), SqlGuard.EXPECTED);
  }
}
