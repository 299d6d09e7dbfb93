package dev.hotseat.live.catalogue;

import dev.hotseat.exchange.Call;

/// What a call is about.
///
/// @param operation name in the design, empty for a path that leads nowhere
/// @param id the order or customer it is about, -1 where it is about none
record Route(String operation, long id) {
  private static final Route NOWHERE = new Route("", -1);
  private static final String ORDERS = "/orders";
  private static final String CUSTOMERS = "/customers/";
  private static final String SPENT = "/spent";

  static Route of(Call call) {
    String path = call.path();
    boolean get = call.method().equals("GET");
    if (path.equals(ORDERS)) {
      String question = call.query().containsKey("email") ? "find" : "list";
      return get ? new Route(question, -1) : only(call, "POST", "place", -1);
    }
    if (path.equals("/backlog")) {
      return only(call, "GET", "backlog", -1);
    }
    if (path.startsWith(ORDERS + "/")) {
      long id = number(path.substring(ORDERS.length() + 1));
      return get ? known("order", id) : only(call, "PUT", "move", id);
    }
    if (path.startsWith(CUSTOMERS) && path.endsWith(SPENT)) {
      int end = path.length() - SPENT.length();
      return end < CUSTOMERS.length()
          ? NOWHERE
          : only(call, "GET", "spent", number(path.substring(CUSTOMERS.length(), end)));
    }
    return NOWHERE;
  }

  private static Route only(Call call, String method, String operation, long id) {
    boolean about = operation.equals("move") || operation.equals("spent");
    if (!call.method().equals(method)) {
      return NOWHERE;
    }
    return about ? known(operation, id) : new Route(operation, id);
  }

  private static Route known(String operation, long id) {
    return id < 1 ? NOWHERE : new Route(operation, id);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  boolean writes() {
    return operation.equals("place") || operation.equals("move");
  }
}
