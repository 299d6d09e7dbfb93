package dev.hotseat.live.catalogue;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.live.Parameters;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// The kinds of calls that the load generator can send.
final class Traffic {
  /// Orders of late are looked at and moved; old ones rest.
  private static final int LATELY = 2_000;

  private final LongSupplier highest;
  private volatile double largeShare;

  Traffic(LongSupplier highest) {
    this.highest = highest;
  }

  /// So many of the lists are the large customer's.
  void large(double share) {
    largeShare = share;
  }

  CallSource of(String kind, Map<String, String> given) {
    return switch (kind) {
      case "list" -> lists(new Parameters(kind, given, Set.of("large")));
      case "find" -> plain(kind, given, Traffic::find);
      case "order" -> plain(kind, given, this::order);
      case "spent" -> spent(new Parameters(kind, given, Set.of("large")));
      case "backlog" -> backlog(new Parameters(kind, given, Set.of("status")));
      case "place" -> plain(kind, given, Traffic::place);
      case "move" -> plain(kind, given, this::move);
      default -> throw new IllegalArgumentException("no such traffic: " + kind);
    };
  }

  /// A kind that is told nothing.
  private static CallSource plain(String kind, Map<String, String> given, CallSource source) {
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(kind + " takes no parameters, got " + given.keySet());
    }
    return source;
  }

  /// The large customer, or any: drawn the same way whether or not somebody asks for more of her.
  private static int customer(double share, RandomGenerator random) {
    double large = random.nextDouble();
    int other = 2 + random.nextInt(OrderTable.CUSTOMERS - 1);
    return large < share ? OrderTable.LARGE_CUSTOMER : other;
  }

  private CallSource lists(Parameters with) {
    double large = with.number("large", 0.2, 0, 1);
    return (due, random) -> {
      int customer = customer(Math.max(large, largeShare), random);
      Map<String, String> query =
          Map.of("customer", Integer.toString(customer), "status", "delivered");
      return get("/orders", query, due);
    };
  }

  private CallSource spent(Parameters with) {
    double large = with.number("large", 0.2, 0, 1);
    return (due, random) ->
        get(
            "/customers/" + customer(Math.max(large, largeShare), random) + "/spent",
            Map.of(),
            due);
  }

  private static CallSource backlog(Parameters with) {
    String status = with.oneOf("status", "paid", OrderTable.STATES);
    return (due, _) -> get("/backlog", Map.of("status", status), due);
  }

  private static Call find(long due, RandomGenerator random) {
    int customer = 2 + random.nextInt(OrderTable.CUSTOMERS - 1);
    return get("/orders", Map.of("email", "customer" + customer + "@example.com"), due);
  }

  private Call order(long due, RandomGenerator random) {
    return get("/orders/" + lately(random), Map.of(), due);
  }

  private static Call place(long due, RandomGenerator random) {
    String body =
        "{\"customer\":"
            + (1 + random.nextInt(OrderTable.CUSTOMERS))
            + ",\"product\":"
            + (1 + random.nextInt(OrderTable.PRODUCTS))
            + ",\"total\":"
            + (500 + random.nextInt(20_000))
            + "}";
    return Call.post("/orders", body, Map.of(), due);
  }

  private Call move(long due, RandomGenerator random) {
    String status = OrderTable.STATES.get(random.nextInt(3));
    return new Call(
        "PUT",
        "/orders/" + lately(random),
        Map.of(),
        Map.of(),
        "{\"status\":\"" + status + "\"}",
        due,
        Patience.ENDLESS,
        "");
  }

  private long lately(RandomGenerator random) {
    long back = random.nextInt(LATELY);
    return Math.max(1, highest.getAsLong() - 1 - back);
  }

  private static Call get(String path, Map<String, String> query, long due) {
    return new Call("GET", path, query, Map.of(), "", due, Patience.ENDLESS, "");
  }
}
