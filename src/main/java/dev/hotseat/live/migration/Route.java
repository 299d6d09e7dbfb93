package dev.hotseat.live.migration;

import dev.hotseat.exchange.Call;

/// What a call asks for, read from its path and method.
///
/// @param operation name in the design, empty for a path that leads nowhere
/// @param id the customer it is about, zero where there is none
/// @param allowed methods that the path understands
record Route(String operation, long id, String allowed) {
  private static final String CUSTOMERS = "/customers";
  private static final String ERASURE = "/erasure";
  private static final Route NOWHERE = new Route("", 0, "");

  static Route of(Call call) {
    String path = call.path();
    if (path.equals(CUSTOMERS)) {
      return new Route(call.method().equals("POST") ? "create" : "find", 0, "GET, POST");
    }
    if (!path.startsWith(CUSTOMERS + "/")) {
      return NOWHERE;
    }
    boolean erasure = path.endsWith(ERASURE);
    int end = erasure ? path.length() - ERASURE.length() : path.length();
    long id = end > CUSTOMERS.length() ? number(path.substring(CUSTOMERS.length() + 1, end)) : 0;
    if (id == 0) {
      return NOWHERE;
    }
    return erasure
        ? new Route("erase", id, "POST")
        : new Route(single(call.method()), id, "GET, PUT, DELETE");
  }

  boolean allows(String method) {
    for (String each : allowed.split(", ")) {
      if (each.equals(method)) {
        return true;
      }
    }
    return false;
  }

  private static String single(String method) {
    return switch (method) {
      case "PUT" -> "replace";
      case "DELETE" -> "delete";
      default -> "customer";
    };
  }

  /// A positive 32-bit number, or zero for anything else.
  private static long number(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + (c - '0');
    }
    return number <= Integer.MAX_VALUE ? number : 0;
  }
}
