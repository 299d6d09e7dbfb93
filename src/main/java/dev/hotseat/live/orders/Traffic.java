package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.live.Parameters;
import dev.hotseat.world.Zipf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The kinds of calls that the load generator can send.
final class Traffic {
  private static final Set<String> KNOWN = Set.of("customers", "products", "skew", "tenant");

  /*
   * Of a hundred calls: what a shop sees. The mix is one source, so that its parts come as they come
   * and not in step.
   */
  private static final int CHECKOUTS = 30;
  private static final int ORDERS = 15;
  private static final int SEARCHES = 5;

  /// So many of the products sell slowly.
  private static final int SLOW_SELLERS = 800;

  private final Habits habits;

  Traffic(Habits habits) {
    this.habits = habits;
  }

  CallSource of(String kind, Map<String, String> given) {
    Parameters with = new Parameters(kind, given, KNOWN);
    Shoppers shoppers =
        new Shoppers(
            with.count("customers", Warehouse.CUSTOMERS, Warehouse.CUSTOMERS),
            new Zipf(
                with.count("products", Warehouse.PRODUCTS, Warehouse.PRODUCTS),
                with.number("skew", 0.9, 0, 3)),
            tenants(with));
    return switch (kind) {
      case "mix" -> (due, random) -> mixed(shoppers, due, random);
      case "browse" -> (due, random) -> product(shoppers, due, random);
      case "orders" -> (due, random) -> orders(shoppers, due, random);
      case "checkout" -> (due, random) -> checkout(shoppers, due, random);
      case "search" -> (due, random) -> search(shoppers, due, random);
      default -> throw new IllegalArgumentException("no such traffic: " + kind);
    };
  }

  private static List<String> tenants(Parameters with) {
    String only = with.text("tenant", "");
    if (only.isEmpty()) {
      return Request.TENANTS;
    }
    return List.of(with.oneOf("tenant", "", Request.TENANTS));
  }

  /// Who buys, and what.
  private record Shoppers(int customers, Zipf products, List<String> tenants) {
    long customer(RandomGenerator random) {
      return random.nextInt(customers);
    }

    long product(RandomGenerator random) {
      return 1 + products.next(random);
    }

    Map<String, String> headers(RandomGenerator random) {
      return Map.of("x-tenant", tenants.get(random.nextInt(tenants.size())));
    }
  }

  private Call mixed(Shoppers shoppers, long due, RandomGenerator random) {
    int drawn = random.nextInt(100);
    if (drawn < CHECKOUTS) {
      return checkout(shoppers, due, random);
    }
    if (drawn < CHECKOUTS + ORDERS) {
      return orders(shoppers, due, random);
    }
    return drawn < CHECKOUTS + ORDERS + SEARCHES
        ? search(shoppers, due, random)
        : product(shoppers, due, random);
  }

  private static Call product(Shoppers shoppers, long due, RandomGenerator random) {
    return Call.get("/products/" + shoppers.product(random), shoppers.headers(random), due);
  }

  private static Call orders(Shoppers shoppers, long due, RandomGenerator random) {
    return get("/orders", "customer", "" + shoppers.customer(random), shoppers, due, random);
  }

  private static Call search(Shoppers shoppers, long due, RandomGenerator random) {
    return get("/search", "q", "" + shoppers.product(random), shoppers, due, random);
  }

  private static Call get(
      String path,
      String parameter,
      String value,
      Shoppers shoppers,
      long due,
      RandomGenerator random) {
    return new Call(
        "GET",
        path,
        Map.of(parameter, value),
        shoppers.headers(random),
        "",
        due,
        Patience.ENDLESS,
        "");
  }

  private Call checkout(Shoppers shoppers, long due, RandomGenerator random) {
    Map<String, String> headers = shoppers.headers(random);
    String tenant = headers.getOrDefault("x-tenant", "");
    StringBuilder body = new StringBuilder("{\"customer\":");
    body.append(shoppers.customer(random)).append(",\"items\":[");
    int lines = habits.nextLines(tenant, random);
    boolean bulk = lines > Habits.LINES_USUAL;
    int from = bulk ? habits.nextPlace(tenant) : 0;
    for (int i = 0; i < lines; i++) {
      body.append(i == 0 ? "" : ",")
          .append("{\"product\":")
          .append(bulk ? slow(from, i) : shoppers.product(random))
          .append(",\"quantity\":")
          .append(1 + random.nextInt(3))
          .append('}');
    }
    return Call.post("/checkout", body.append("]}").toString(), headers, due);
  }

  /// Who buys in bulk buys what sells slowly: neighbours on the shelf, for one office after
  /// another.
  private static int slow(int from, int line) {
    int place = from % SLOW_SELLERS + line % Habits.PRODUCTS_OF_BULK;
    return 1 + Warehouse.PRODUCTS - SLOW_SELLERS + place % SLOW_SELLERS;
  }
}
