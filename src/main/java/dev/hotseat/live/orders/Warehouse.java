package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The database as the service sees it. Each method is one visit to it, holding one connection.
final class Warehouse {
  static final int PRODUCTS = Stock.PRODUCTS;
  static final int CUSTOMERS = Stock.CUSTOMERS;

  private static final String PRODUCT =
      "SELECT name, category, price, on_hand FROM products JOIN stock ON product = id WHERE id = ?";
  private static final String ALIKE =
      "SELECT id FROM products WHERE id BETWEEN ? AND ? ORDER BY id";

  /*
   * H2 takes the order from the index only where all columns in front are named in it, although one
   * customer's rows have but one customer.
   */
  private static final String ORDERS =
      """
      SELECT id, status, placed, total FROM orders
      WHERE customer = ? ORDER BY customer, id DESC FETCH FIRST 20 ROWS ONLY\
      """;
  private static final String LINES =
      "SELECT order_id, COUNT(*) FROM order_lines WHERE order_id = ANY(?) GROUP BY order_id";
  private static final String SEARCH =
      """
      SELECT id, name, price FROM products
      WHERE UPPER(name) LIKE ? ORDER BY price, id FETCH FIRST 24 ROWS ONLY\
      """;
  private static final String BY_SALES =
      """
      SELECT product, SUM(quantity) AS sold FROM order_lines
      GROUP BY product ORDER BY sold DESC FETCH FIRST 24 ROWS ONLY\
      """;
  private static final String PAID = "UPDATE orders SET status = 'paid' WHERE id = ?";
  private static final int LIKE_CHARS_MAX = 30;

  private final Database database;
  private final OrderBook book;
  private final Checkouts checkouts;
  private final Night night;
  private final Repairs repairs;
  private final Views views;

  Warehouse(Kit kit, Config config, Burdens burdens) {
    this.database = new Database(kit, config, burdens);
    this.book = new OrderBook(database, kit);
    this.checkouts = new Checkouts(kit, database, book, burdens);
    this.night = new Night(kit, database);
    this.repairs = new Repairs(database, book);
    this.views = new Views(database);
  }

  /// Makes the tables and what is in them in the beginning.
  static void create(Kit kit) throws InterruptedException {
    int _ = kit.store().aside(Stock::open);
  }

  /// Starts what goes on without calls.
  void start() {
    book.start();
    night.start();
  }

  /// The page of a product.
  Optional<String> product(Task task, long id) throws InterruptedException {
    return database.read(task, "reads a product", desk -> product(desk, id));
  }

  private static Optional<String> product(Statements desk, long id)
      throws SQLException, InterruptedException {
    List<String> found =
        desk.read(
            PRODUCT,
            row ->
                "{\"id\":%d,\"name\":%s,\"category\":%s,\"price\":%d,\"stock\":%d"
                    .formatted(
                        id,
                        Json.quoted(row.getString(1)),
                        Json.quoted(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4)),
            id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String alike =
        desk.read(ALIKE, row -> row.getString(1), id + 1, id + 4).stream()
            .collect(Collectors.joining(","));
    return Optional.of(found.getFirst() + ",\"alike\":[" + alike + "]}");
  }

  private record Row(long id, String json) {}

  /// The page of a customer's orders.
  String orders(Task task, long customer) throws InterruptedException {
    return database.read(
        task,
        "reads the orders of a customer",
        desk -> {
          List<Row> rows =
              desk.read(
                  ORDERS,
                  row ->
                      new Row(
                          row.getLong(1),
                          "{\"id\":%d,\"status\":%s,\"total\":%d}"
                              .formatted(
                                  row.getLong(1), Json.quoted(row.getString(2)), row.getLong(4))),
                  customer);
          Object[] ids = rows.stream().map(Row::id).toArray();
          int counted = desk.read(LINES, row -> row.getInt(2), (Object) ids).size();
          return "{\"orders\":[%s],\"withLines\":%d}"
              .formatted(rows.stream().map(Row::json).collect(Collectors.joining(",")), counted);
        });
  }

  /// The page of what was looked for; for `*` the best sold of all.
  String search(Task task, String words) throws InterruptedException {
    return database.read(
        task,
        "searches products",
        desk -> {
          List<String> found =
              words.equals("*")
                  ? desk.read(BY_SALES, row -> row.getString(1))
                  : desk.read(SEARCH, row -> row.getString(1), pattern(words));
          return "{\"found\":[" + String.join(",", found) + "]}";
        });
  }

  private static String pattern(String words) {
    String letters = words.replaceAll("[^0-9a-zA-Z ]", "").toUpperCase(Locale.ROOT);
    return "%" + letters.substring(0, Math.min(letters.length(), LIKE_CHARS_MAX)) + "%";
  }

  /// Writes an order that is not paid yet, in one transaction.
  Checkouts.Placed place(Task task, Basket basket) throws InterruptedException {
    return checkouts.place(task, basket);
  }

  /// Notes that an order is paid.
  void paid(Task task, Checkouts.Placed order) throws InterruptedException {
    int _ = database.read(task, "notes a payment", desk -> desk.write(PAID, order.id()));
  }

  /// What a statement usually takes lately, the way there and back included.
  double tripMillis() {
    return database.tripMillis();
  }

  OrderBook book() {
    return book;
  }

  Night night() {
    return night;
  }

  Repairs repairs() {
    return repairs;
  }

  /// What can be seen of the database from outside.
  Views views() {
    return views;
  }
}
