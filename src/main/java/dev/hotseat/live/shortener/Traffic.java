package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.live.Parameters;
import dev.hotseat.world.Chance;
import dev.hotseat.world.Zipf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// The kinds of calls that the load generator can send.
final class Traffic {
  private static final String REGION = "x-region";
  private static final Map<String, Map<String, String>> FROM =
      Map.of(
          ShortenerDesign.EU, Map.of(REGION, ShortenerDesign.EU),
          ShortenerDesign.US, Map.of(REGION, ShortenerDesign.US),
          ShortenerDesign.AP, Map.of(REGION, ShortenerDesign.AP));

  private final Catalogue catalogue;
  private final Recent recent;
  private final Disturbance disturbance;

  /*
   * Names that must not come twice in the life of a system, however many runs there are: a second
   * run of the same race would find every alias taken.
   */
  private final AtomicLong races = new AtomicLong();
  private final AtomicLong crowds = new AtomicLong();
  private final AtomicLong victims = new AtomicLong();

  Traffic(Catalogue catalogue, Recent recent, Disturbance disturbance) {
    this.catalogue = catalogue;
    this.recent = recent;
    this.disturbance = disturbance;
  }

  CallSource of(String kind, Map<String, String> given) {
    return switch (kind) {
      case "redirect" -> redirects(new Parameters(kind, given, Set.of("skew", "hot", "region")));
      case "create" -> creations(new Parameters(kind, given, Set.of("clients", "region")));
      case "unknown-code" -> unknown(new Parameters(kind, given, Set.of("distinct", "region")));
      case "enumerate" -> guesses(new Parameters(kind, given, Set.of("reach", "region")));
      case "same-alias" -> aliasRaces(new Parameters(kind, given, Set.of("racers", "region")));
      case "read-after-write" ->
          readsAfterWrites(new Parameters(kind, given, Set.of("within", "region")));
      case "repeat-visitors" ->
          repeatVisitors(new Parameters(kind, given, Set.of("visitors", "links", "region")));
      case "stats" -> stats(new Parameters(kind, given, Set.of("skew", "region")));
      case "takedown" -> takedowns(new Parameters(kind, given, Set.of("region")));
      default -> throw new IllegalArgumentException("no such traffic: " + kind);
    };
  }

  /*
   * Every call draws the same numbers whether or not a fault is in force, so that two runs of one
   * seed ask for the same links except where the fault itself says otherwise.
   */
  private CallSource redirects(Parameters with) {
    Zipf popularity = popularity(with);
    double hotShare = with.number("hot", 0, 0, 1);
    Regions regions = Regions.of(with, "mix");
    return (due, random) -> {
      Map<String, String> headers = from(regions.draw(random));
      double aim = random.nextDouble();
      double scan = random.nextDouble();
      int rank = (int) popularity.next(random);
      if (scan < disturbance.scannerShare()) {
        return Call.get("/" + unknownCode((int) (aim * 1000)), headers, due);
      }
      boolean hot = aim < Math.max(hotShare, disturbance.hotShare());
      return Call.get("/" + (hot ? catalogue.hot() : catalogue.code(rank)), headers, due);
    };
  }

  private CallSource creations(Parameters with) {
    int clients = with.count("clients", 1000, 1_000_000);
    Regions regions = Regions.of(with, "mix");
    return (due, random) -> creation(regions.draw(random), clients, "", due, random);
  }

  private CallSource unknown(Parameters with) {
    int distinct = with.count("distinct", 1000, 100_000_000);
    Regions regions = Regions.of(with, "mix");
    return (due, random) ->
        Call.get("/" + unknownCode(random.nextInt(distinct)), from(regions.draw(random)), due);
  }

  private CallSource guesses(Parameters with) {
    int reach = with.count("reach", 20, 1_000_000);
    Regions regions = Regions.of(with, "eu");
    return (due, random) -> {
      String known = recent.any(random).orElseGet(() -> catalogue.code(random.nextInt(100)));
      Map<String, String> headers =
          Map.of(REGION, regions.draw(random), Redirects.GUESS, "neighbour");
      return Call.get("/" + neighbour(known, 1 + random.nextInt(reach)), headers, due);
    };
  }

  /// The code so many places before a known one, or after it where nothing comes before.
  private static String neighbour(String code, int distance) {
    int tail = Math.min(code.length(), 8);
    String head = code.substring(0, code.length() - tail);
    long number = Base62.number(code.substring(code.length() - tail));
    if (number < 0) {
      return code + "-" + distance;
    }
    long guess = number >= distance ? number - distance : number + distance;
    return head + Base62.text(guess, tail);
  }

  private CallSource aliasRaces(Parameters with) {
    int racers = with.count("racers", 50, 10_000);
    Regions regions = Regions.of(with, "us");
    AtomicLong started = new AtomicLong();
    AtomicLong race = new AtomicLong();
    return (due, random) -> {
      if (started.getAndIncrement() % racers == 0) {
        race.set(races.incrementAndGet());
      }
      return creation(regions.draw(random), racers, "campaign-" + race.get(), due, random);
    };
  }

  private CallSource readsAfterWrites(Parameters with) {
    long within = TimeUnit.MILLISECONDS.toNanos(with.count("within", 1000, 60_000));
    Regions regions = Regions.of(with, "us");
    AtomicLong calls = new AtomicLong();
    return (due, random) -> {
      String region = regions.draw(random);
      return calls.getAndIncrement() % 2 == 0
          ? creation(region, 1000, "", due, random)
          : recent
              .within(within, random)
              .map(code -> Call.get("/" + code, from(region), due))
              .orElseGet(() -> creation(region, 1000, "", due, random));
    };
  }

  private CallSource repeatVisitors(Parameters with) {
    int visitors = with.count("visitors", 100, 1_000_000);
    int links = with.count("links", 1, Catalogue.SIZE);
    Regions regions = Regions.of(with, "eu");
    long crowd = crowds.incrementAndGet();
    return (due, random) -> {
      int visitor = random.nextInt(visitors);
      return visit(catalogue.code(visitor % links), regions.draw(random), crowd, visitor, due);
    };
  }

  private CallSource stats(Parameters with) {
    Zipf popularity = popularity(with);
    Regions regions = Regions.of(with, "mix");
    return (due, random) ->
        Call.get(
            "/links/" + catalogue.code((int) popularity.next(random)) + "/stats",
            from(regions.draw(random)),
            due);
  }

  /// Twenty calls a link: eight visits, its deletion in eu, then visits to it or to one deleted
  /// before.
  private CallSource takedowns(Parameters with) {
    Regions regions = Regions.of(with, "mix");
    long crowd = crowds.incrementAndGet();
    List<String> down = new ArrayList<>();
    AtomicLong calls = new AtomicLong();
    return (due, random) -> {
      long step = calls.getAndIncrement() % 20;
      if (step == 0) {
        down.add(catalogue.code(Catalogue.SIZE - 1 - (int) (victims.getAndIncrement() % 5000)));
      }
      String region = regions.draw(random);
      int chosen = random.nextInt(down.size());
      if (step == 9) {
        String path = "/links/" + down.getLast();
        return new Call(
            "DELETE", path, Map.of(), from(ShortenerDesign.EU), "", due, Patience.ENDLESS, "");
      }
      String code = step < 9 ? down.getLast() : down.get(chosen);
      return visit(code, region, crowd, random.nextInt(4), due);
    };
  }

  private static Call visit(String code, String region, long crowd, int visitor, long due) {
    String name = crowd + "-" + region + "-" + visitor;
    return Call.get("/" + code, Map.of(REGION, region, Browsers.VISITOR, name), due);
  }

  private static Call creation(
      String region, int clients, String alias, long due, RandomGenerator random) {
    Map<String, String> headers =
        Map.of(REGION, region, "x-client", "client-" + random.nextInt(clients));
    String wish = alias.isEmpty() ? "" : ",\"alias\":\"" + alias + "\"";
    return Call.post(
        "/links", "{\"url\":\"" + Catalogue.target(random) + "\"" + wish + "}", headers, due);
  }

  /// Twelve characters, which no generator makes.
  private static String unknownCode(int number) {
    return Base62.text((Chance.mixed(number + 1L) >>> 8) % Base62.count(9), 12);
  }

  private Zipf popularity(Parameters with) {
    return new Zipf(Catalogue.SIZE, with.number("skew", 1, 0, 3));
  }

  private static Map<String, String> from(String region) {
    Map<String, String> headers = FROM.get(region);
    return headers == null ? Map.of() : headers;
  }
}
