package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Call;
import java.util.List;

/// What a call is about, read from its path alone.
///
/// @param operation name in the design, empty for a path that leads nowhere
/// @param code the link it is about, empty where it is about none
/// @param allowed methods the path understands
record Route(String operation, String code, List<String> allowed) {
  private static final String COLLECTION = "/links";
  private static final List<String> READ = List.of("GET", "HEAD");
  private static final List<String> OWN = List.of("GET", "DELETE");
  private static final List<String> COUNT = List.of("GET");
  private static final Route NOWHERE = new Route("", "", List.of());
  private static final Route CREATE = new Route("create", "", List.of("POST"));

  static Route of(Call call) {
    String path = call.path();
    if (path.equals(COLLECTION) || path.equals(COLLECTION + "/")) {
      return CREATE;
    }
    if (path.startsWith(COLLECTION + "/")) {
      return ofLink(path.substring(COLLECTION.length() + 1), call.method());
    }
    return path.length() > 1 && path.charAt(0) == '/' && path.indexOf('/', 1) < 0
        ? new Route("redirect", path.substring(1), READ)
        : NOWHERE;
  }

  private static Route ofLink(String rest, String method) {
    int slash = rest.indexOf('/');
    if (slash < 0) {
      String operation = method.equals("DELETE") ? "delete" : "inspect";
      return new Route(operation, rest, OWN);
    }
    return rest.substring(slash).equals("/stats")
        ? new Route("stats", rest.substring(0, slash), COUNT)
        : NOWHERE;
  }

  boolean allows(String method) {
    return allowed.contains(method);
  }
}
