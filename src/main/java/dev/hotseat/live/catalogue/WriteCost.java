package dev.hotseat.live.catalogue;

import dev.hotseat.live.Kit;
import dev.hotseat.live.catalogue.Indexes.Index;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What an index costs each write, measured: the same orders are placed into scratch tables of
/// equal size, one with all indexes of the live table, one without any, and one for each index left
/// out.
///
/// The rounds of the tables take turns, so that a machine that slows down slows all of them.
final class WriteCost {
  static final String ALL = "with all";
  static final String NONE = "without any";

  private static final int ROWS = 10_000;
  private static final int ROUNDS = 4;
  private static final int ORDERS = 500;

  private final Kit kit;
  private final Map<String, Cost> costs = new ConcurrentHashMap<>();

  /// What placing an order took.
  ///
  /// @param micros the median
  /// @param p99Micros the 99th percentile
  record Cost(double micros, double p99Micros) {
    double perSecond() {
      return 1e6 / Math.max(0.001, micros);
    }
  }

  private record Scratch(String about, String table, long[] nanos) {}

  WriteCost(Kit kit) {
    this.kit = kit;
  }

  /// Measured costs by the index left out, or [#ALL] and [#NONE]; empty before the first time.
  Map<String, Cost> costs() {
    return Map.copyOf(costs);
  }

  String measure(String live, List<Index> indexes) throws InterruptedException {
    Map<String, Cost> measured =
        kit.store().aside(connection -> measured(connection, live, indexes));
    costs.clear();
    costs.putAll(measured);
    Cost all = measured.getOrDefault(ALL, new Cost(0, 0));
    Cost none = measured.getOrDefault(NONE, new Cost(0, 0));
    return ("An order costs %.0f microseconds to place with its %d indexes and %.0f without any: "
            + "%.1f times as much. The sheet indexes tells what each of them adds.")
        .formatted(
            all.micros(), indexes.size(), none.micros(), all.micros() / Math.max(1, none.micros()));
  }

  private Map<String, Cost> measured(Connection connection, String live, List<Index> indexes)
      throws SQLException {
    List<Scratch> tables = new ArrayList<>();
    try {
      tables.add(scratch(connection, tables.size(), ALL, live, indexes));
      tables.add(scratch(connection, tables.size(), NONE, live, List.of()));
      for (Index out : indexes) {
        List<Index> rest = indexes.stream().filter(each -> !each.equals(out)).toList();
        tables.add(scratch(connection, tables.size(), out.name(), live, rest));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (Scratch each : tables) {
          place(connection, each, live, round);
        }
      }
      Map<String, Cost> costs = new ConcurrentHashMap<>();
      tables.forEach(each -> costs.put(each.about(), cost(each.nanos())));
      return costs;
    } finally {
      for (Scratch each : tables) {
        OrderTable.execute(connection, "DROP TABLE IF EXISTS " + each.table());
      }
    }
  }

  private static Scratch scratch(
      Connection connection, int number, String about, String live, List<Index> indexes)
      throws SQLException {
    String table = "scratch_" + number;
    OrderTable.execute(connection, "DROP TABLE IF EXISTS " + table);
    OrderTable.create(connection, table);
    for (Index each : indexes) {
      OrderTable.execute(connection, each.plan().ddl(table));
    }
    OrderTable.execute(
        connection,
        "INSERT INTO "
            + table
            + " SELECT * FROM "
            + live
            + " ORDER BY id FETCH FIRST "
            + ROWS
            + " ROWS ONLY");
    return new Scratch(about, table, new long[ROUNDS * ORDERS]);
  }

  private void place(Connection connection, Scratch into, String live, int round)
      throws SQLException {
    String sql =
        "INSERT INTO "
            + into.table()
            + " ("
            + String.join(", ", OrderTable.COLUMNS)
            + ") SELECT id + "
            + 1_000_000_000L * (round + 1)
            + ", customer_id, product_id, status, email, total, created, note, version FROM "
            + live
            + " WHERE id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < ORDERS; i++) {
        statement.setLong(1, 1 + (i * 7L + round * 3L) % ROWS);
        long begunNanos = kit.world().ticks().nanos();
        statement.executeUpdate();
        into.nanos()[round * ORDERS + i] = kit.world().ticks().nanos() - begunNanos;
      }
    }
  }

  /// The first round warms up and is left out.
  private static Cost cost(long[] nanos) {
    long[] sorted = Arrays.copyOfRange(nanos, ORDERS, nanos.length);
    Arrays.sort(sorted);
    return new Cost(sorted[sorted.length / 2] / 1e3, sorted[(int) (sorted.length * 0.99)] / 1e3);
  }
}
