package dev.hotseat.live.migration;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.live.Disturbance;
import dev.hotseat.live.Parameters;
import dev.hotseat.world.Zipf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// The kinds of calls that the load generator can send.
final class Traffic {
  private static final List<String> GIVEN =
      List.of("Ada", "Grace", "Alan", "Barbara", "Edsger", "Frances", "Jan Peter", "Ana Maria");
  private static final List<String> FAMILY =
      List.of("Lovelace", "Hopper", "Turing", "Liskov", "Dijkstra", "Allen", "van Dijk", "Knuth");
  private static final List<String> COUNTRIES =
      List.of("Germany", "DE", "UK", "United Kingdom", "France", "Holland", "US", "Japan");
  private static final double[] ODD_CREDITS = {0.29, 1.15, 2.675, 4.35, 1019.99, 0.07};

  private final Numbers numbers;
  private final LongSupplier frontier;
  private final Disturbance disturbance;
  private final LongSupplier batch;

  /// @param frontier the customer about whom rows are being copied; 0 while none are
  /// @param batch how many are copied at once
  Traffic(Numbers numbers, LongSupplier frontier, LongSupplier batch, Disturbance disturbance) {
    this.numbers = numbers;
    this.frontier = frontier;
    this.batch = batch;
    this.disturbance = disturbance;
  }

  CallSource of(String kind, Map<String, String> given) {
    Parameters with = new Parameters(kind, given, Set.of("skew"));
    Ids ids = new Ids(with.number("skew", 0, 0, 2));
    return switch (kind) {
      case "read" -> (due, random) -> Call.get("/customers/" + ids.next(random), Map.of(), due);
      case "find" -> Traffic::find;
      case "create" -> (due, random) -> Call.post("/customers", body(random), Map.of(), due);
      case "replace" -> (due, random) -> call("PUT", updated(ids, random), body(random), due);
      case "delete" -> (due, random) -> call("DELETE", ids.next(random), "", due);
      case "erase" ->
          (due, random) ->
              Call.post("/customers/" + ids.next(random) + "/erasure", "", Map.of(), due);
      case "write" -> (due, random) -> write(ids, due, random);
      default -> throw new IllegalArgumentException("no such traffic: " + kind);
    };
  }

  /// What customers do all day: of a hundred writes 90 change somebody, 7 are new, 3 leave.
  private Call write(Ids ids, long due, RandomGenerator random) {
    int draw = random.nextInt(100);
    if (draw < 90) {
      return call("PUT", updated(ids, random), body(random), due);
    }
    return draw < 97
        ? Call.post("/customers", body(random), Map.of(), due)
        : call("DELETE", ids.next(random), "", due);
  }

  /// While hot rows are in force, a share of the updates goes where rows are being copied.
  private long updated(Ids ids, RandomGenerator random) {
    double hot = disturbance.of("hot-rows");
    long from = hot > 0 && random.nextDouble() < hot ? frontier.getAsLong() : 0;
    return from > 0 ? from + random.nextLong(Math.max(1, batch.getAsLong())) : ids.next(random);
  }

  private static Call find(long due, RandomGenerator random) {
    char initial = "agabefkrtmhdj".charAt(random.nextInt(13));
    String email = initial + "." + (1 + random.nextInt(20_000)) + "@example.org";
    return new Call(
        "GET", "/customers", Map.of("email", email), Map.of(), "", due, Patience.ENDLESS, "");
  }

  private static Call call(String method, long id, String body, long due) {
    return new Call(
        method, "/customers/" + id, Map.of(), Map.of(), body, due, Patience.ENDLESS, "");
  }

  private static String body(RandomGenerator random) {
    double credit =
        random.nextInt(20) == 0
            ? ODD_CREDITS[random.nextInt(ODD_CREDITS.length)]
            : random.nextInt(1_000_000) / 100.0;
    return "{\"name\":\""
        + of(GIVEN, random)
        + " "
        + of(FAMILY, random)
        + "\",\"email\":\"c."
        + Long.toHexString(random.nextLong())
        + "@example.org\",\"credit\":"
        + credit
        + ",\"country\":\""
        + of(COUNTRIES, random)
        + "\"}";
  }

  private static String of(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }

  /// Customers to ask for: of all there ever were, some more often than others.
  private final class Ids {
    private final double skew;
    private Zipf zipf = new Zipf(1, 0);

    Ids(double skew) {
      this.skew = skew;
    }

    long next(RandomGenerator random) {
      long last = Math.max(1, numbers.last());
      if (skew == 0) {
        return 1 + random.nextLong(last);
      }
      if (zipf.count() < last * 9 / 10) {
        zipf = new Zipf(last, skew);
      }
      return 1 + zipf.next(random) * 7919 % last;
    }
  }
}
