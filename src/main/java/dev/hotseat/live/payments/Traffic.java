package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/// The kinds of calls that the load generator can send.
final class Traffic {
  private static final String[] TENANTS = {"acme", "globex"};
  private static final String[] CURRENCIES = {"EUR", "EUR", "EUR", "GBP", "JPY"};

  private final Bought bought;

  /* Keys and wishes that must not come twice in the life of a system, however many runs there are. */
  private final AtomicLong runs = new AtomicLong();

  Traffic(Bought bought) {
    this.bought = bought;
  }

  CallSource of(String kind, Map<String, String> given) {
    return switch (kind) {
      case "pay" -> purchases(new Parameters(kind, given, Set.of("customers", "tenants")));
      case "twins" -> twins(new Parameters(kind, given, Set.of("size")));
      case "reuse-key" -> reusedKeys(new Parameters(kind, given, Set.of()));
      case "two-tenants" -> sharedKeys(new Parameters(kind, given, Set.of()));
      case "refund" -> refunds(new Parameters(kind, given, Set.of()));
      case "late-retry" -> lateRetries(new Parameters(kind, given, Set.of("customers", "tenants")));
      case "read" -> reads(new Parameters(kind, given, Set.of()));
      default -> throw new IllegalArgumentException("no such traffic: " + kind);
    };
  }

  private CallSource purchases(Parameters with) {
    int customers = with.count("customers", 1000, 1_000_000);
    int tenants = with.count("tenants", 2, TENANTS.length);
    return (due, random) -> purchase(customers, tenants, due, random);
  }

  private static Call purchase(int customers, int tenants, long due, RandomGenerator random) {
    int customer = random.nextInt(customers);
    String tenant = TENANTS[random.nextInt(tenants)];
    return Call.post(
        "/phones/" + customer + "/purchases",
        body(customer, random),
        Map.of("x-tenant", tenant),
        due);
  }

  private CallSource twins(Parameters with) {
    int size = with.count("size", 50, 10_000);
    Crowd crowd = new Crowd("twins-" + runs.incrementAndGet(), size);
    return (due, random) -> {
      Member member = crowd.next(random);
      return Call.post(
          "/payments", member.body(), headers("acme", member.key(), member.key()), due);
    };
  }

  private CallSource reusedKeys(Parameters with) {
    Crowd crowd = new Crowd("reused-" + runs.incrementAndGet(), 2);
    return (due, random) -> {
      Member member = crowd.next(random);
      String body =
          member.place() == 0
              ? member.body()
              : member.body().replaceFirst("\"amount\":", "\"amount\":9");
      String wish = member.key() + "-" + member.place();
      return Call.post("/payments", body, headers("acme", member.key(), wish), due);
    };
  }

  private CallSource sharedKeys(Parameters with) {
    Crowd crowd = new Crowd("shared-" + runs.incrementAndGet(), 2);
    return (due, random) -> {
      Member member = crowd.next(random);
      String tenant = TENANTS[member.place()];
      String wish = member.key() + "-" + tenant;
      return Call.post("/payments", member.body(), headers(tenant, member.key(), wish), due);
    };
  }

  /*
   * A generator of calls hears no replies, so a refund is of a payment that a phone was told of; while
   * there is none, it buys.
   */
  private CallSource refunds(Parameters with) {
    String run = "refund-" + runs.incrementAndGet();
    AtomicLong calls = new AtomicLong();
    AtomicLong begun = new AtomicLong();
    AtomicReference<Optional<Refund>> last = new AtomicReference<>(Optional.empty());
    return (due, random) -> {
      long step = calls.getAndIncrement() % 3;
      if (step == 1) {
        String key = run + "-" + begun.incrementAndGet();
        last.set(bought.any(random).map(paid -> new Refund(paid, key)));
      }
      Optional<Refund> refund = step == 0 ? Optional.empty() : last.get();
      return refund.map(each -> each.call(due)).orElseGet(() -> purchase(1000, 2, due, random));
    };
  }

  private CallSource lateRetries(Parameters with) {
    int customers = with.count("customers", 1000, 1_000_000);
    int tenants = with.count("tenants", 2, TENANTS.length);
    return (due, random) -> {
      Optional<Bought.Request> before = bought.any(random);
      return before
          .map(paid -> Call.post("/payments", paid.body(), paid.headers(), due))
          .orElseGet(() -> purchase(customers, tenants, due, random));
    };
  }

  private CallSource reads(Parameters with) {
    return (due, random) -> {
      Optional<Bought.Request> before = bought.any(random);
      String payment = before.map(Bought.Request::payment).orElse("pay-1001");
      String tenant = before.map(Bought.Request::tenant).orElse("acme");
      return Call.get("/payments/" + payment, Map.of("x-tenant", tenant), due);
    };
  }

  private static Map<String, String> headers(String tenant, String key, String wish) {
    Map<String, String> headers = new HashMap<>();
    headers.put("idempotency-key", key);
    headers.put("x-tenant", tenant);
    headers.put(Front.WISH, wish);
    return headers;
  }

  private static String body(int customer, RandomGenerator random) {
    return "{\"amount\":"
        + (100 + random.nextInt(9_900))
        + ",\"currency\":\""
        + CURRENCIES[random.nextInt(CURRENCIES.length)]
        + "\",\"customer\":\"cus-"
        + customer
        + "\"}";
  }

  private record Refund(Bought.Request paid, String key) {
    Call call(long due) {
      return Call.post(
          "/refunds",
          "{\"payment\":\"" + paid.payment() + "\",\"amount\":10}",
          headers(paid.tenant(), key, key),
          due);
    }
  }

  /// One call of a crowd that shares a key.
  private record Member(String key, String body, int place) {}

  /// Groups of calls of one size, each with a key and a body of its own.
  private static final class Crowd {
    private final String name;
    private final int size;
    private long calls;
    private String body = "";

    Crowd(String name, int size) {
      this.name = name;
      this.size = size;
    }

    Member next(RandomGenerator random) {
      int place = (int) (calls % size);
      if (place == 0) {
        body = body(random.nextInt(1000), random);
      }
      long group = calls++ / size;
      return new Member(name + "-" + group, body, place);
    }
  }
}
