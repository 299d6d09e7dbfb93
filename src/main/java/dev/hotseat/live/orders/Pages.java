package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import java.util.Optional;

/// The pages that are only read: products, a customer's orders, search.
final class Pages {
  private static final double PRODUCT_MILLIS = 4;
  private static final double ORDERS_MILLIS = 5;
  private static final double SEARCH_MILLIS = 12;
  private static final long GARBAGE_BYTES = 40L << 10;

  private final Warehouse warehouse;

  Pages(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  Reply product(Task task) throws InterruptedException {
    long id = task.request().number();
    task.allocate(GARBAGE_BYTES);
    task.compute(PRODUCT_MILLIS);
    String key = "product/" + id;
    Optional<String> kept = task.lifetime().cache().find(key);
    if (kept.isPresent()) {
      return Reply.json(200, kept.get());
    }
    String page =
        warehouse
            .product(task, id)
            .orElseThrow(
                () -> new Objection(404, "not-found", "path", "There is no product " + id));
    task.lifetime().cache().keep(key, page);
    return Reply.json(200, page);
  }

  Reply orders(Task task) throws InterruptedException {
    long customer = task.request().number();
    task.allocate(GARBAGE_BYTES);
    task.compute(ORDERS_MILLIS);
    return Reply.json(200, warehouse.orders(task, customer));
  }

  Reply search(Task task) throws InterruptedException {
    task.allocate(GARBAGE_BYTES);
    task.compute(SEARCH_MILLIS);
    return Reply.json(200, warehouse.search(task, task.request().subject()));
  }
}
