package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import java.util.List;

/// What a call asks for, read from its path and headers alone; the basket is read by whoever serves
/// it.
///
/// @param route which operation of the design
/// @param tenant whose customer asks
/// @param subject the product, the customer or the words it is about
record Request(Route route, String tenant, String subject) {
  /// Whose customers buy here.
  static final List<String> TENANTS = List.of("acme", "globex", "initech", "umbrella");

  private static final String PRODUCTS = "/products/";

  /// Operations of the service.
  enum Route {
    PRODUCT("product", "GET"),
    ORDERS("orders", "GET"),
    CHECKOUT("checkout", "POST"),
    SEARCH("search", "GET"),
    NONE("", "");

    private final String operation;
    private final String method;

    Route(String operation, String method) {
      this.operation = operation;
      this.method = method;
    }

    /// Name in the design; empty where a path leads nowhere.
    String operation() {
      return operation;
    }

    /// The only method that the path understands.
    String method() {
      return method;
    }
  }

  static Request of(Call call) {
    String tenant = call.header("x-tenant", TENANTS.getFirst());
    return switch (call.path()) {
      case "/orders" ->
          new Request(Route.ORDERS, tenant, call.query().getOrDefault("customer", ""));
      case "/checkout" -> new Request(Route.CHECKOUT, tenant, "");
      case "/search" -> new Request(Route.SEARCH, tenant, call.query().getOrDefault("q", ""));
      default -> product(call.path(), tenant);
    };
  }

  private static Request product(String path, String tenant) {
    boolean fits = path.startsWith(PRODUCTS) && path.indexOf('/', PRODUCTS.length()) < 0;
    return fits
        ? new Request(Route.PRODUCT, tenant, path.substring(PRODUCTS.length()))
        : new Request(Route.NONE, tenant, "");
  }

  /// The subject as a number from 0.
  ///
  /// @throws Objection when it is none
  long number() {
    try {
      long number = Long.parseLong(subject);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // objected to below
    }
    throw new Objection(400, "not-a-number", "path", "Expected a whole number, got " + subject);
  }
}
