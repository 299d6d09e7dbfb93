package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.HopFailure;

/// Sells a basket: asks pricing, writes the order, takes the payment, notes that it came.
final class Checkout {
  private static final double MILLIS = 5;
  private static final double MILLIS_PER_LINE = 0.2;
  private static final long GARBAGE_BYTES = 60L << 10;

  /// Customers without an address, whom nobody thought of at night.
  private static final int UNTESTED_ONE_IN = 6;

  private final Warehouse warehouse;
  private final Downstream pricing;
  private final Downstream payments;
  private final Flags flags;
  private final Config config;

  Checkout(
      Warehouse warehouse, Downstream pricing, Downstream payments, Flags flags, Config config) {
    this.warehouse = warehouse;
    this.pricing = pricing;
    this.payments = payments;
    this.flags = flags;
    this.config = config;
  }

  Reply serve(Task task) throws InterruptedException {
    if (config.on(Setting.WRITES_FROZEN)) {
      throw new Objection(503, "writes-frozen", "checkout", "Nothing is sold for the moment");
    }
    Basket basket = Basket.read(task.visit().call().body());
    if (task.runs(Trait.UNTESTED) && basket.customer() % UNTESTED_ONE_IN == 0) {
      throw new HopFailure(
          500, new Why("null-pointer", task.instance().name(), "customer.address() is null"));
    }
    task.allocate(GARBAGE_BYTES + basket.lines().size() * 1_024L);
    task.compute(MILLIS + basket.lines().size() * MILLIS_PER_LINE);
    boolean listPrice = !priced(task);
    Checkouts.Placed order = warehouse.place(task, basket);
    task.ask(payments);
    warehouse.paid(task, order);
    return Reply.json(
        201,
        "{\"order\":%d,\"total\":%d,\"listPrice\":%b}"
            .formatted(order.id(), order.total(), listPrice));
  }

  private boolean priced(Task task) throws InterruptedException {
    try {
      task.ask(pricing);
      return true;
    } catch (HopFailure failure) {
      if (!flags.on(Flags.LIST_PRICE)) {
        throw failure;
      }
      return false;
    }
  }
}
