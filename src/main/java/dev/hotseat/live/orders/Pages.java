package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import java.util.concurrent.TimeUnit;

/// The pages that are only read: products, a customer's orders, search.
final class Pages {
  private static final double PRODUCT_MILLIS = 4;
  private static final double ORDERS_MILLIS = 5;
  private static final double SEARCH_MILLIS = 8;
  private static final long GARBAGE_BYTES = 40L << 10;

  /// A page with everything around it.
  private static final int RENDERED_CHARS = 18 << 10;

  private static final long OFFER_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final Kit kit;
  private final Warehouse warehouse;
  private final Flags flags;

  Pages(Kit kit, Warehouse warehouse, Flags flags) {
    this.kit = kit;
    this.warehouse = warehouse;
    this.flags = flags;
  }

  Reply product(Task task) throws InterruptedException {
    long id = task.request().number();
    task.allocate(GARBAGE_BYTES);
    task.compute(PRODUCT_MILLIS);
    if (task.visit().call().query().containsKey("offer") && flags.on(Flags.PERSONAL_OFFERS)) {
      offer(task);
    }
    String page =
        warehouse
            .product(task, id)
            .orElseThrow(
                () -> new Objection(404, "not-found", "path", "There is no product " + id));
    if (task.runs(Trait.PAGES_KEPT)) {
      keep(task, id, page);
    }
    return Reply.json(200, page);
  }

  /// What a visitor who comes by an advertisement is offered is worked out for each one.
  private void offer(Task task) throws InterruptedException {
    Hop hop = kit.hop(Topology.hop(task.instance().name(), Topology.PRICING));
    hop.<Boolean, RuntimeException>cross(
        task.visit(),
        () -> {
          kit.world().pause().sleepNanos(OFFER_NANOS);
          return true;
        });
  }

  /*
   * The flaw: the key holds the visitor, so no page is ever found again, and nothing goes before the
   * heap is full.
   */
  private void keep(Task task, long id, String page) {
    String rendered = page.repeat(RENDERED_CHARS / page.length());
    String key = "product/" + id + "/" + task.visit().traceId() + "/" + task.begunNanos();
    task.lifetime().cache().keep(key, rendered, Heap.BYTES_MAX);
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
