package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The truth about orders: whether those that were promised are there, and whether totals are what
/// their lines say. Looks into the tables beside the calls, and never gets in their way.
final class OrderBook {
  private static final int CHECKED_AT_ONCE = 2_000;

  private static final String THERE = "SELECT id FROM orders WHERE id BETWEEN ? AND ?";

  /// Only orders with a voucher have a discount that could be wrong.
  private static final String WRONG =
      """
      SELECT COUNT(*) FROM orders o WHERE voucher <> '' AND total <>
        (SELECT SUM(quantity * price) FROM order_lines l WHERE l.order_id = o.id) - discount
      """;

  private final Database database;
  private final Kit kit;
  private final ConcurrentLinkedQueue<Long> promised = new ConcurrentLinkedQueue<>();
  private final LongAdder writtenWrongly = new LongAdder();
  private volatile boolean doubtful;
  private volatile long wrong;
  private final LongAdder lost = new LongAdder();

  OrderBook(Database database, Kit kit) {
    this.database = database;
    this.kit = kit;
  }

  /// A customer was told that the order is placed.
  void acknowledged(long id) {
    promised.add(id);
  }

  /// An order was written with a total that its lines do not say.
  void wroteWrongly() {
    writtenWrongly.increment();
    doubtful = true;
  }

  /// So many were, since the beginning, whether or not they were put right.
  long writtenWrongly() {
    return writtenWrongly.sum();
  }

  /// Totals were changed by hand.
  void doubt() {
    doubtful = true;
  }

  void start() {
    kit.background("bookkeeping", this::keepLooking);
  }

  private void keepLooking() throws InterruptedException {
    while (true) {
      kit.world().pause().sleepNanos(TimeUnit.SECONDS.toNanos(1));
      look();
    }
  }

  /// Looks once.
  void look() throws InterruptedException {
    Set<Long> waiting = new HashSet<>();
    for (Long next = promised.poll(); next != null; next = promised.poll()) {
      waiting.add(next);
      if (waiting.size() == CHECKED_AT_ONCE) {
        break;
      }
    }
    if (!waiting.isEmpty()) {
      lost.add(database.aside(connection -> missing(connection, waiting)));
    }
    if (doubtful) {
      wrong = database.aside(OrderBook::countWrong);
    }
  }

  private static int missing(Connection connection, Set<Long> waiting) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(THERE)) {
      statement.setLong(1, waiting.stream().mapToLong(id -> id).min().orElse(0));
      statement.setLong(2, waiting.stream().mapToLong(id -> id).max().orElse(0));
      Set<Long> missing = new HashSet<>(waiting);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          missing.remove(row.getLong(1));
        }
      }
      return missing.size();
    }
  }

  private static long countWrong(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRONG);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  Map<String, Double> oracles() {
    return Map.of("wrongTotals", (double) wrong, "lostOrders", (double) lost.sum());
  }
}
