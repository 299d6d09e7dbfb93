package dev.hotseat.live.orders;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Traffic;
import java.util.List;

/// Everything about the orders service that has a name outside of it.
final class OrdersDesign {
  static final String NAME = "orders";

  private OrdersDesign() {}

  static Design design() {
    return new Design(
        NAME,
        Topology.parts(),
        Topology.hops(),
        operations(),
        traffic(),
        List.of(),
        Causes.kinds(),
        Operations.actions(),
        Measures.gauges(),
        Measures.oracles(),
        List.of(),
        Sheets.sheets());
  }

  private static List<Operation> operations() {
    return List.of(
        new Operation("product", "Show a product", "GET", "/products/{id}", ""),
        new Operation(
            "orders", "Show a customer's orders, newest first: ?customer=17", "GET", "/orders", ""),
        new Operation(
            "checkout",
            "Buy a basket; header X-Tenant says whose customer it is",
            "POST",
            "/checkout",
            "{\"customer\":17,\"items\":[{\"product\":5,\"quantity\":2}]}"),
        new Operation("search", "Look for products: ?q=12", "GET", "/search", ""));
  }

  private static List<Traffic> traffic() {
    String who =
        "; `customers` (2000), `products` (1000) by Zipf's `skew` (0.9), of all tenants or one"
            + " `tenant`";
    return List.of(
        new Traffic(
            "mix", "Half product pages, 30 % checkouts, 15 % order pages, 5 % searches" + who),
        new Traffic("browse", "Product pages" + who),
        new Traffic("orders", "Pages of a customer's orders" + who),
        new Traffic("checkout", "Baskets" + who),
        new Traffic("search", "Searches" + who));
  }
}
