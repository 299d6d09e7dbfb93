package dev.hotseat.live.orders;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.world.Chance;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Places orders: one transaction for each.
final class Checkouts {
  private static final String CUSTOMER = "SELECT tax_number, voucher FROM customers WHERE id = ?";
  private static final String DISCOUNT =
      "SELECT percent FROM vouchers WHERE code = ? AND valid_until >= CURRENT_DATE";
  private static final String VOUCHER_USED =
      "SELECT id, customer FROM orders WHERE voucher = ? AND status = 'disputed'";
  private static final String HISTORY =
      "SELECT id FROM orders WHERE customer = ? ORDER BY customer, id DESC FETCH FIRST ? ROWS ONLY";
  private static final String SPENT = "SELECT total FROM orders WHERE id = ?";
  private static final String ORDER =
      """
      INSERT INTO orders (tenant, customer, voucher, status, placed, discount, total)
      VALUES (?, ?, ?, 'new', ?, ?, ?)\
      """;
  private static final String LINE =
      "INSERT INTO order_lines (order_id, line, product, quantity, price) VALUES (?, ?, ?, ?, ?)";
  private static final String RESERVE = "UPDATE stock SET on_hand = on_hand - ? WHERE product = ?";

  private final Kit kit;
  private final Database database;
  private final OrderBook book;
  private final Burdens burdens;
  private final Chance leftOver;

  Checkouts(Kit kit, Database database, OrderBook book, Burdens burdens) {
    this.kit = kit;
    this.database = database;
    this.book = book;
    this.burdens = burdens;
    this.leftOver = new Chance(kit.world().dice(), "connections-kept");
  }

  /// An order that was placed.
  record Placed(long id, long total) {}

  private record Customer(String taxNumber, String voucher) {
    boolean company() {
      return !taxNumber.isEmpty();
    }
  }

  Placed place(Task task, Basket basket) throws InterruptedException {
    Placed placed =
        database.transaction(task, "places an order", desk -> ordered(task, desk, basket));
    book.acknowledged(placed.id());
    return placed;
  }

  private Placed ordered(Task task, Statements desk, Basket basket)
      throws SQLException, InterruptedException {
    Customer customer = customer(desk, basket.customer());
    int percent = customer.voucher().isEmpty() ? 0 : percent(task, desk, customer.voucher());
    if (customer.company() && task.runs(Trait.CALL_IN_TRANSACTION)) {
      askTaxOffice(task);
    }
    if (task.runs(Trait.ORDER_BY_ORDER)) {
      percent += loyalty(desk, basket.customer());
    }
    long sum = basket.lines().stream().mapToLong(Checkouts::price).sum();
    int discount = (int) (sum * percent / 100);
    boolean twice = discount > 0 && task.runs(Trait.DISCOUNT_TWICE);
    int total = (int) (sum - (twice ? 2L : 1L) * discount);
    long id = written(task, desk, basket, customer.voucher(), discount, total);
    for (Basket.Line line : inOrder(basket)) {
      desk.write(RESERVE, line.quantity(), line.product());
    }
    desk.commit();
    if (twice) {
      book.wroteWrongly();
    }
    return new Placed(id, total);
  }

  private static Customer customer(Statements desk, long id)
      throws SQLException, InterruptedException {
    List<Customer> found =
        desk.read(CUSTOMER, row -> new Customer(row.getString(1), row.getString(2)), id);
    if (found.isEmpty()) {
      throw new Objection(422, "no-such-customer", "customer", "There is no customer " + id);
    }
    return found.getFirst();
  }

  private int percent(Task task, Statements desk, String voucher)
      throws SQLException, InterruptedException {
    List<Integer> percents = desk.read(DISCOUNT, row -> row.getInt(1), voucher);
    if (task.runs(Trait.CONNECTION_KEPT)) {
      forget(task, voucher);
    }
    if (task.runs(Trait.VOUCHER_LOOKUP)) {
      desk.read(VOUCHER_USED, row -> row.getLong(1), voucher);
    }
    return percents.isEmpty() ? 0 : percents.getFirst();
  }

  /// Keeps so many connections; part of one is now and then one.
  private void forget(Task task, String voucher) {
    double left = burdens.of(Burden.KEPT) + leftOver.below(1_000) / 1_000.0;
    for (; left >= 1; left--) {
      database.neverGiveBack(task, DISCOUNT, voucher);
    }
  }

  private void askTaxOffice(Task task) throws InterruptedException {
    Hop hop = kit.hop(Topology.hop(task.instance().name(), Topology.PRICING));
    boolean _ =
        task.waiting(
            "waits for " + Topology.PRICING,
            () ->
                hop.<Boolean, RuntimeException>cross(
                    task.visit(),
                    () -> {
                      kit.world().pause().sleepNanos(taxOfficeNanos());
                      return true;
                    }));
  }

  private long taxOfficeNanos() {
    return (long) (burdens.of(Burden.TAX_OFFICE) * 1_000_000);
  }

  /// One percent for every thousand spent, three at most.
  private int loyalty(Statements desk, long customer) throws SQLException, InterruptedException {
    long most = Math.round(burdens.of(Burden.HISTORY));
    List<Long> ids = desk.read(HISTORY, row -> row.getLong(1), customer, most);
    long spent = 0;
    for (long id : ids) {
      spent += desk.read(SPENT, row -> row.getLong(1), id).stream().mapToLong(each -> each).sum();
    }
    return (int) Math.min(3, spent / 100_000);
  }

  private long written(
      Task task, Statements desk, Basket basket, String voucher, int discount, int total)
      throws SQLException, InterruptedException {
    Timestamp now = Timestamp.from(kit.world().wall().instant());
    String tenant = task.request().tenant();
    long id = desk.insert(ORDER, tenant, basket.customer(), voucher, now, discount, total);
    List<Object[]> rows = new ArrayList<>();
    for (Basket.Line line : basket.lines()) {
      int number = rows.size() + 1;
      int price = Stock.price(line.product());
      rows.add(new Object[] {id, number, line.product(), line.quantity(), price});
    }
    desk.writeAll(LINE, rows);
    return id;
  }

  private static long price(Basket.Line line) {
    return (long) line.quantity() * Stock.price(line.product());
  }

  /// Everybody takes the rows of the stock in the same order, so that no two wait for each other.
  private static List<Basket.Line> inOrder(Basket basket) {
    return basket.lines().stream().sorted(Comparator.comparingLong(Basket.Line::product)).toList();
  }
}
