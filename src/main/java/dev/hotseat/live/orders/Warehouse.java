package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// The database as the service sees it. Each method is one visit to it, holding one connection.
final class Warehouse {
  static final int PRODUCTS = 1_000;
  static final int CUSTOMERS = 2_000;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE products (
            id BIGINT PRIMARY KEY,
            name VARCHAR(60) NOT NULL,
            price BIGINT NOT NULL,
            stock BIGINT NOT NULL)
          """,
          """
          CREATE TABLE orders (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            customer BIGINT NOT NULL,
            tenant VARCHAR(20) NOT NULL,
            status VARCHAR(10) NOT NULL,
            total BIGINT NOT NULL,
            created TIMESTAMP NOT NULL)
          """,
          "CREATE INDEX orders_of ON orders (customer, created)",
          """
          CREATE TABLE order_lines (
            order_id BIGINT NOT NULL,
            line INT NOT NULL,
            product BIGINT NOT NULL,
            quantity INT NOT NULL,
            price BIGINT NOT NULL,
            PRIMARY KEY (order_id, line))
          """);

  /// Makes the tables and what is in them in the beginning.
  static void create(Kit kit) throws InterruptedException {
    Boolean _ =
        kit.store()
            .aside(connection -> {
              try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                  statement.execute(table);
                }
                statement.execute(
                    "INSERT INTO products SELECT x, 'Thing ' || x, 500 + x, 1000000"
                        + " FROM SYSTEM_RANGE(1, "
                        + PRODUCTS
                        + ")");
                return statement.execute(
                    "INSERT INTO orders (customer, tenant, status, total, created)"
                        + " SELECT MOD(x, 2000), 'acme', 'PAID', 1000, CURRENT_TIMESTAMP"
                        + " FROM SYSTEM_RANGE(1, 20000)");
              }
            });
  }

  /// The page of a product.
  Optional<String> product(Task task, long id) throws InterruptedException {
    return task.query("reads a product", connection -> product(connection, id));
  }

  private static Optional<String> product(Connection connection, long id) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement("SELECT name, price, stock FROM products WHERE id = ?")) {
      read.setLong(1, id);
      try (ResultSet row = read.executeQuery()) {
        return row.next()
            ? Optional.of(
                "{\"id\":%d,\"name\":%s,\"price\":%d,\"stock\":%d}"
                    .formatted(id, Json.quoted(row.getString(1)), row.getLong(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /// The page of a customer's orders.
  String orders(Task task, long customer) throws InterruptedException {
    return task.query(
        "reads the orders of a customer",
        connection -> {
          try (PreparedStatement read =
              connection.prepareStatement(
                  "SELECT id, total, status FROM orders WHERE customer = ?"
                      + " ORDER BY customer DESC, created DESC FETCH FIRST 20 ROWS ONLY")) {
            read.setLong(1, customer);
            StringBuilder page = new StringBuilder("{\"orders\":[");
            try (ResultSet row = read.executeQuery()) {
              while (row.next()) {
                page.append(page.length() > 11 ? "," : "")
                    .append(
                        "{\"id\":%d,\"total\":%d,\"status\":%s}"
                            .formatted(
                                row.getLong(1), row.getLong(2), Json.quoted(row.getString(3))));
              }
            }
            return page.append("]}").toString();
          }
        });
  }

  /// The page of what was looked for.
  String search(Task task, String words) throws InterruptedException {
    return task.query(
        "searches products",
        connection -> {
          try (PreparedStatement read =
              connection.prepareStatement(
                  "SELECT id FROM products WHERE name LIKE ? FETCH FIRST 20 ROWS ONLY")) {
            read.setString(1, "Thing " + words.replaceAll("[^0-9a-zA-Z]", "") + "%");
            StringBuilder page = new StringBuilder("{\"found\":[");
            try (ResultSet row = read.executeQuery()) {
              while (row.next()) {
                page.append(page.length() > 10 ? "," : "").append(row.getLong(1));
              }
            }
            return page.append("]}").toString();
          }
        });
  }

  /// Writes an order that is not paid yet, in one transaction.
  Placed place(Task task, Basket basket, boolean listPrice) throws InterruptedException {
    return task.query(
        "places an order",
        connection -> {
          connection.setAutoCommit(false);
          long total = 0;
          for (Basket.Line line : basket.lines()) {
            total += line.quantity() * (500 + line.product());
          }
          task.statement();
          long id;
          try (PreparedStatement write =
              connection.prepareStatement(
                  "INSERT INTO orders (customer, tenant, status, total, created)"
                      + " VALUES (?, ?, 'NEW', ?, CURRENT_TIMESTAMP)",
                  Statement.RETURN_GENERATED_KEYS)) {
            write.setLong(1, basket.customer());
            write.setString(2, task.request().tenant());
            write.setLong(3, total);
            write.executeUpdate();
            try (ResultSet keys = write.getGeneratedKeys()) {
              keys.next();
              id = keys.getLong(1);
            }
          }
          task.statement();
          connection.commit();
          connection.setAutoCommit(true);
          return new Placed(id, total);
        });
  }

  /// An order that was written.
  record Placed(long id, long total) {}

  /// Notes that an order is paid.
  void paid(Task task, Placed order) throws InterruptedException {
    Integer _ =
        task.query(
            "notes a payment",
            connection -> {
              try (PreparedStatement write =
                  connection.prepareStatement("UPDATE orders SET status = 'PAID' WHERE id = ?")) {
                write.setLong(1, order.id());
                return write.executeUpdate();
              }
            });
  }
}
