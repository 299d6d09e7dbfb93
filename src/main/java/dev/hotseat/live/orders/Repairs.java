package dev.hotseat.live.orders;

import dev.hotseat.exchange.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prepared changes of the data, each with a backup of what it touches taken in the same
/// transaction. Which of them is right is for whoever runs it to know.
final class Repairs {
  private static final List<Repair> ALL =
      List.of(
          new Repair(
              "recompute-totals",
              "Sets total = lines - discount on every order with a voucher",
              "voucher <> ''",
              """
              UPDATE orders SET total =
                (SELECT SUM(quantity * price) FROM order_lines WHERE order_id = orders.id) - discount
              WHERE voucher <> ''\
              """),
          new Repair(
              "add-discount-back",
              "Adds the discount to the total of every order with a voucher of the last 24 hours",
              "voucher <> '' AND placed > DATEADD(HOUR, -24, LOCALTIMESTAMP)",
              """
              UPDATE orders SET total = total + discount
              WHERE voucher <> '' AND placed > DATEADD(HOUR, -24, LOCALTIMESTAMP)\
              """),
          new Repair(
              "clear-discounts",
              "Sets total = lines and discount = 0 on every order of today with a voucher",
              "voucher <> '' AND placed > DATEADD(HOUR, -24, LOCALTIMESTAMP)",
              """
              UPDATE orders SET discount = 0, total =
                (SELECT SUM(quantity * price) FROM order_lines WHERE order_id = orders.id)
              WHERE voucher <> '' AND placed > DATEADD(HOUR, -24, LOCALTIMESTAMP)\
              """));

  private static final String RESTORE = "restore-backup";

  private final Database database;
  private final OrderBook book;

  Repairs(Database database, OrderBook book) {
    this.database = database;
    this.book = book;
  }

  /// One change.
  ///
  /// @param touches which orders
  private record Repair(String name, String meaning, String touches, String sql) {}

  /// Names and what they do.
  static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    ALL.forEach(repair -> meanings.put(repair.name(), repair.meaning()));
    meanings.put(RESTORE, "Puts totals and discounts back to what the last repair found");
    return meanings;
  }

  /// Runs one and says what it did.
  ///
  /// @throws Refusal when there is none of that name
  String run(String name) throws InterruptedException {
    if (name.equals(RESTORE)) {
      int restored = database.aside(Repairs::restored);
      book.doubt();
      return restored + " orders are as the last repair found them";
    }
    Repair repair =
        ALL.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    "arguments.repair", "one of " + String.join(", ", meanings().keySet()), name));
    int changed = database.aside(connection -> changed(connection, repair));
    book.doubt();
    return changed + " orders changed; what they were is in orders_backup";
  }

  private static int changed(Connection connection, Repair repair) throws SQLException {
    return inOne(
        connection,
        statement -> {
          statement.executeUpdate("DELETE FROM orders_backup");
          statement.executeUpdate(
              "INSERT INTO orders_backup SELECT * FROM orders WHERE " + repair.touches());
          return statement.executeUpdate(repair.sql());
        });
  }

  private static int restored(Connection connection) throws SQLException {
    return inOne(
        connection,
        statement ->
            statement.executeUpdate(
                """
                MERGE INTO orders o USING orders_backup b ON o.id = b.id
                WHEN MATCHED THEN UPDATE SET o.total = b.total, o.discount = b.discount
                """));
  }

  @FunctionalInterface
  private interface Steps {
    int on(Statement statement) throws SQLException;
  }

  private static int inOne(Connection connection, Steps steps) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      int changed = steps.on(statement);
      connection.commit();
      return changed;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
