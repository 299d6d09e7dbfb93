package dev.hotseat.live.catalogue;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store.Sql;
import dev.hotseat.live.Visit;
import dev.hotseat.world.Chance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// Serves the calls of the shop, each statement a crossing to the store.
final class Orders {
  private final Kit kit;
  private final Router router;
  private final Ledger ledger;
  private final Hop hop;
  private final Chance chance;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong versions = new AtomicLong();
  private final LongAdder lists = new LongAdder();
  private final LongAdder listStatements = new LongAdder();
  private volatile long seeded;

  /// A line of the list. The name is empty until it is known.
  private record Line(
      long id, String status, String created, long total, int product, String name) {
    Line named(String found) {
      return new Line(id, status, created, total, product, found);
    }

    String json() {
      return "{\"id\":"
          + id
          + ",\"status\":\""
          + status
          + "\",\"created\":\""
          + created
          + "\",\"total\":"
          + total
          + ",\"product\":\""
          + name
          + "\"}";
    }
  }

  Orders(Kit kit, Router router, Ledger ledger) {
    this.kit = kit;
    this.router = router;
    this.ledger = ledger;
    this.hop = kit.hop(Topology.STORE_HOP);
    this.chance = new Chance(kit.world().dice(), "reads");
  }

  /// The table was filled up to this id.
  void filled(long highest) {
    ids.set(highest);
    seeded = highest;
  }

  long highest() {
    return ids.get();
  }

  Reply serve(Visit visit, Route route, Choices now) throws InterruptedException {
    return switch (route.operation()) {
      case "list" -> list(visit, now);
      case "find" -> find(visit, now);
      case "order" -> order(visit, route.id(), now);
      case "spent" -> sum(visit, Question.SPENT, Long.toString(route.id()), now);
      case "backlog" ->
          sum(visit, Question.BACKLOG, visit.call().query().getOrDefault("status", "paid"), now);
      case "place" -> place(visit);
      case "move" -> move(visit, route.id());
      default -> throw new IllegalStateException("no operation " + route.operation());
    };
  }

  private String table(Choices now) {
    Tables tables = router.now();
    boolean tried = tables.onTrial() && chance.below(100) < now.newShare();
    return tried ? tables.other() : tables.live();
  }

  private Reply list(Visit visit, Choices now) throws InterruptedException {
    Call call = visit.call();
    Optional<Integer> customer = customer(call.query().getOrDefault("customer", ""));
    String status = call.query().getOrDefault("status", "delivered");
    if (customer.isEmpty() || !OrderTable.STATES.contains(status)) {
      return wrong("customer", "a customer (1.." + OrderTable.CUSTOMERS + ") and a status");
    }
    String sql = Question.LIST.sql(table(now), now);
    List<Line> lines =
        query(visit, connection -> lines(connection, sql, customer.get(), status, now.join()));
    lists.increment();
    listStatements.increment();
    if (!now.join()) {
      lines = named(visit, lines);
    }
    StringBuilder json = new StringBuilder("{\"orders\":[");
    for (int i = 0; i < lines.size(); i++) {
      json.append(i == 0 ? "" : ",").append(lines.get(i).json());
    }
    return Reply.json(200, json.append("]}").toString());
  }

  private static Optional<Integer> customer(String text) {
    try {
      int customer = Integer.parseInt(text);
      return customer >= 1 && customer <= OrderTable.CUSTOMERS
          ? Optional.of(customer)
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static List<Line> lines(
      Connection connection, String sql, int customer, String status, boolean joined)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, customer);
      statement.setString(2, status);
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  joined ? 0 : row.getInt(5),
                  joined ? row.getString(5) : ""));
        }
      }
      return lines;
    }
  }

  /// One statement, one journey, for each line.
  private List<Line> named(Visit visit, List<Line> lines) throws InterruptedException {
    List<Line> named = new ArrayList<>();
    for (Line line : lines) {
      named.add(line.named(query(visit, connection -> product(connection, line.product()))));
      listStatements.increment();
    }
    return named;
  }

  private static String product(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM products WHERE id = ?")) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private Reply find(Visit visit, Choices now) throws InterruptedException {
    String email = visit.call().query().getOrDefault("email", "");
    if (email.length() < 3 || email.length() > 60) {
      return wrong("email", "an address of 3 to 60 characters");
    }
    String sql = Question.FIND.sql(table(now), now);
    String asked = Question.pattern(email, now.match());
    int found =
        query(
            visit,
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, asked);
                try (ResultSet row = statement.executeQuery()) {
                  int rows = 0;
                  while (row.next()) {
                    rows++;
                  }
                  return rows;
                }
              }
            });
    return Reply.json(200, "{\"found\":" + found + "}");
  }

  private Reply order(Visit visit, long id, Choices now) throws InterruptedException {
    String table = table(now);
    Optional<String> status = query(visit, connection -> OrderTable.status(connection, table, id));
    if (status.isEmpty()) {
      if (id <= seeded || ledger.knows(id)) {
        ledger.missed();
      }
      return absent(id);
    }
    return Reply.json(200, "{\"id\":" + id + ",\"status\":\"" + status.get() + "\"}");
  }

  private Reply sum(Visit visit, Question question, String value, Choices now)
      throws InterruptedException {
    String sql = question.sql(table(now), now);
    return Reply.json(
        200,
        query(
            visit,
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, value);
                try (ResultSet row = statement.executeQuery()) {
                  row.next();
                  return "{\"orders\":" + row.getLong(1) + ",\"total\":" + row.getLong(2) + "}";
                }
              }
            }));
  }

  private Reply place(Visit visit) throws InterruptedException {
    Optional<OrderBody> body = OrderBody.read(visit.call().body());
    Optional<Long> customer = body.flatMap(it -> it.number("customer", 1, OrderTable.CUSTOMERS));
    Optional<Long> product = body.flatMap(it -> it.number("product", 1, OrderTable.PRODUCTS));
    Optional<Long> total = body.flatMap(it -> it.number("total", 0, 100_000_000));
    if (customer.isEmpty() || product.isEmpty() || total.isEmpty()) {
      return wrong("body", "JSON with customer, product and total");
    }
    Order order =
        new Order(
            ids.incrementAndGet(),
            customer.get().intValue(),
            product.get().intValue(),
            "paid",
            "customer" + customer.get() + "@example.com",
            total.get(),
            kit.world().wall().instant(),
            "new",
            versions.incrementAndGet());
    write(
        visit,
        (connection, table) -> {
          OrderTable.insert(connection, table, order);
          return true;
        });
    ledger.written(order.id(), order.version());
    return Reply.json(201, "{\"id\":" + order.id() + ",\"status\":\"paid\"}");
  }

  private Reply move(Visit visit, long id) throws InterruptedException {
    String status = OrderBody.read(visit.call().body()).map(it -> it.text("status")).orElse("");
    if (!OrderTable.STATES.contains(status)) {
      return wrong("status", "one of " + String.join(", ", OrderTable.STATES));
    }
    long version = versions.incrementAndGet();
    if (write(visit, (connection, at) -> OrderTable.move(connection, at, id, status, version))) {
      ledger.written(id, version);
    } else if (query(visit, connection -> OrderTable.status(connection, router.now().live(), id))
        .isEmpty()) {
      return absent(id);
    }
    return Reply.json(200, "{\"id\":" + id + ",\"status\":\"" + status + "\"}");
  }

  private interface Change {
    boolean on(Connection connection, String table) throws SQLException;
  }

  /// Writes to the live table, and in the same transaction to the other where both are written;
  /// whether the live table changed.
  private boolean write(Visit visit, Change change) throws InterruptedException {
    return router.writing(tables ->
        query(
            visit,
            connection -> {
              if (!tables.both()) {
                return change.on(connection, tables.live());
              }
              connection.setAutoCommit(false);
              try {
                boolean changed = change.on(connection, tables.live());
                change.on(connection, tables.other());
                connection.commit();
                return changed;
              } catch (SQLException e) {
                connection.rollback();
                throw e;
              } finally {
                connection.setAutoCommit(true);
              }
            }));
  }

  private <T> T query(Visit visit, Sql<T> work) throws InterruptedException {
    return kit.store().query(hop, visit, work);
  }

  private static Reply absent(long id) {
    return Reply.refused(404, new Why("not-found", "id", "There is no order " + id));
  }

  private static Reply wrong(String field, String expected) {
    return Reply.refused(400, new Why("bad-request", field, "Expected " + expected));
  }

  /// Statements for each list since the last time; NaN where there was none.
  double statementsPerList() {
    long statements = listStatements.sumThenReset();
    long served = lists.sumThenReset();
    return served == 0 ? Double.NaN : (double) statements / served;
  }
}
