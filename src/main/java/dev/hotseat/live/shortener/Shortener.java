package dev.hotseat.live.shortener;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.LinkedHashMap;
import java.util.Map;

/// The URL shortener: routes calls to what serves them, and hands levers and faults to what they
/// concern.
///
/// One call reads one set of [Choices] from beginning to end; a lever change concerns the calls
/// that start after it.
final class Shortener implements Service {
  private final Kit kit;
  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Disturbance disturbance = new Disturbance();
  private final Truth truth = new Truth();
  private final Creations creations;
  private final Redirects redirects;
  private final Ownership ownership;
  private final CodeIndex index;
  private final Operations operations;
  private final Instruments instruments;
  private final Traffic traffic;
  private volatile Choices choices;

  Shortener(Kit kit, Catalogue catalogue) {
    for (String name : ShortenerDesign.REGIONS) {
      regions.put(name, new Region(kit, name));
    }
    Recent recent = new Recent(kit.world().ticks());
    Presentation presentation = new Presentation();
    Lookup lookup = new Lookup(kit);
    Clicks clicks = new Clicks(kit, truth);
    catalogue.links().forEach(truth::seeded);
    this.kit = kit;
    this.choices = Choices.of(LeverValues.initial(ShortenerLevers.levers()));
    this.creations = new Creations(kit, truth, recent, presentation, catalogue.links().size());
    this.redirects = new Redirects(kit, lookup, clicks, truth, presentation);
    this.ownership = new Ownership(kit, lookup, clicks, truth, presentation);
    this.index = new CodeIndex(kit, truth);
    this.operations = new Operations(kit, regions, clicks, truth, catalogue);
    this.instruments = new Instruments(regions.values(), redirects, lookup, creations, truth);
    this.traffic = new Traffic(catalogue, recent, disturbance);
  }

  /// Starts what goes on without calls: buffers are written, replicas follow.
  void start() {
    operations.start(() -> choices);
    for (Region region : regions.values()) {
      Replica replica = region.replica();
      if (replica != null) {
        kit.background("replication-" + region.name(), replica::follow);
      }
    }
  }

  @Override
  public String operation(Visit visit) {
    return Route.of(visit.call()).operation();
  }

  @Override
  public Reply serve(Visit visit) throws InterruptedException {
    Route route = Route.of(visit.call());
    if (!route.allows(visit.call().method())) {
      return notAllowed(route, visit.call().method());
    }
    Choices now = choices;
    Region region = region(visit.region());
    String code = route.code();
    return switch (route.operation()) {
      case "redirect" -> redirects.follow(visit, region, code, now);
      case "create" -> region.enter(visit, () -> creations.create(visit, region, now));
      case "inspect" -> region.enter(visit, () -> ownership.inspect(visit, region, code, now));
      case "stats" -> region.enter(visit, () -> ownership.stats(visit, region, code, now));
      case "delete" -> region.enter(visit, () -> ownership.delete(visit, region, code));
      default -> throw new IllegalStateException("no operation " + route.operation());
    };
  }

  private static Reply notAllowed(Route route, String method) {
    return new Reply(
        405,
        Map.of("Allow", String.join(", ", route.allowed())),
        "",
        new Why("method-not-allowed", "method", method + " is not understood here"));
  }

  private Region region(String name) {
    Region found = regions.get(name);
    if (found == null) {
      throw new IllegalStateException("no region " + name);
    }
    return found;
  }

  @Override
  public void change(LeverValues levers) {
    Choices next = Choices.of(levers);
    kit.resize("store", next.poolSize());
    regions.values().forEach(region -> region.cache().change(next));
    try {
      index.change(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the index was changed", e);
    }
    choices = next;
  }

  @Override
  public void suffer(String fault, double intensity) {
    Region eu = region(ShortenerDesign.EU);
    switch (fault) {
      case "hot-link" -> disturbance.hot(intensity);
      case "scanner" -> disturbance.scanner(intensity);
      case "hot-expires" -> operations.dropHot();
      case "cache-flushed" -> regions.values().forEach(region -> region.cache().clear());
      case "key-clock-back" -> eu.snowflake().setBack((long) intensity);
      case "app-crash" -> operations.crash(eu);
      default -> throw new IllegalArgumentException("no own fault " + fault);
    }
  }

  @Override
  public void recover(String fault) {
    switch (fault) {
      case "hot-link" -> disturbance.hot(0);
      case "scanner" -> disturbance.scanner(0);
      case "key-clock-back" -> region(ShortenerDesign.EU).snowflake().setBack(0);
      default -> {
        // the others happen in a moment and leave nothing to undo
      }
    }
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    return operations.act(action, arguments, choices);
  }

  @Override
  public Map<String, Double> gauges() {
    return instruments.gauges();
  }

  @Override
  public Map<String, Double> oracles() {
    return truth.oracles();
  }

  @Override
  public CallSource traffic(String kind, Map<String, String> parameters) {
    return traffic.of(kind, parameters);
  }

  @Override
  public void close() {
    regions.values().forEach(region -> region.cache().clear());
  }
}
