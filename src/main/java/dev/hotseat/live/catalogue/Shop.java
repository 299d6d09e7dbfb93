package dev.hotseat.live.catalogue;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The shop: leads calls to what serves them, and hands levers, faults and actions to what they
/// concern.
///
/// The table is filled when the first levers arrive, because one of them says how large it is.
final class Shop implements Service {
  private static final long REPORT_PIECE_NANOS = 50_000_000L;

  private final Kit kit;
  private final Router router = new Router();
  private final Stalls stalls;
  private final Ledger ledger;
  private final Orders orders;
  private final Indexes indexes;
  private final OnlineBuild build;
  private final Plans plans;
  private final WriteCost writeCost;
  private final Traffic traffic;
  private final Sheets sheets;
  private volatile Choices choices;
  private volatile long reportUntilNanos;
  private boolean filled;

  Shop(Kit kit) {
    this.kit = kit;
    this.choices = Choices.of(LeverValues.initial(CatalogueLevers.levers()));
    Supplier<Choices> now = () -> choices;
    this.stalls = new Stalls(kit.world());
    this.ledger = new Ledger(kit, router::now);
    this.orders = new Orders(kit, router, ledger);
    this.indexes = new Indexes(kit, stalls);
    this.build = new OnlineBuild(kit, router, indexes, stalls, ledger, now);
    this.plans = new Plans(kit, router::now, now);
    this.writeCost = new WriteCost(kit);
    this.traffic = new Traffic(orders::highest);
    this.sheets = new Sheets(kit, router, plans, indexes, writeCost, stalls);
  }

  private void fill(int rows) throws InterruptedException {
    kit.store()
        .aside(connection -> {
          OrderTable.createProducts(connection);
          OrderTable.create(connection, Tables.FIRST.live());
          OrderTable.fill(connection, Tables.FIRST.live(), rows);
          return rows;
        });
    orders.filled(rows);
    plans.look();
    kit.background("plans", plans::watch);
    kit.background("ledger", ledger::watch);
  }

  @Override
  public String operation(Visit visit) {
    return Route.of(visit.call()).operation();
  }

  @Override
  public Reply serve(Visit visit) throws InterruptedException {
    Route route = Route.of(visit.call());
    Choices now = choices;
    long fromNanos = kit.world().ticks().nanos();
    boolean failed = true;
    try {
      Reply reply = kit.hop("client>app").cross(visit, () -> orders.serve(visit, route, now));
      failed = reply.failed();
      return reply;
    } finally {
      stalls.call(route.writes(), failed, fromNanos, kit.world().ticks().nanos());
    }
  }

  @Override
  public void change(LeverValues levers) {
    Choices next = Choices.of(levers);
    kit.resize("store", next.poolSize());
    choices = next;
    try {
      if (!filled) {
        fill(next.rows());
        filled = true;
      }
      Tables now = router.now();
      if (now.two() && now.both() != next.inStep()) {
        router.turn(now.inStep(next.inStep()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tables were changed", e);
    }
  }

  @Override
  public void suffer(String fault, double intensity) {
    switch (fault) {
      case "large-customer" -> traffic.large(intensity);
      case "builder-dies" -> build.die();
      case "long-report" -> report((long) (intensity * 1e9));
      default -> throw new IllegalArgumentException("no own fault " + fault);
    }
  }

  @Override
  public void recover(String fault) {
    switch (fault) {
      case "large-customer" -> traffic.large(0);
      case "long-report" -> reportUntilNanos = 0;
      default -> {
        // the builder stays dead until somebody takes its work up
      }
    }
  }

  private void report(long nanos) {
    reportUntilNanos = kit.world().ticks().nanos() + nanos;
    String live = router.now().live();
    kit.background(
        "long-report",
        () -> {
          try {
            kit.store()
                .aside(connection -> {
                  connection.setAutoCommit(false);
                  OrderTable.execute(
                      connection, "UPDATE " + live + " SET note = 'reported' WHERE id = 1");
                  while (kit.world().ticks().nanos() < reportUntilNanos) {
                    kit.world().pause().sleepNanos(REPORT_PIECE_NANOS);
                  }
                  connection.commit();
                  connection.setAutoCommit(true);
                  return live;
                });
          } catch (HopFailure failure) {
            kit.log("WARN", "store", "the report gave up: " + failure.why().detail());
          }
        });
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    try {
      String said = done(action, arguments);
      plans.look();
      return said;
    } catch (HopFailure failure) {
      return "Not done: " + failure.why().detail() + ".";
    }
  }

  private String done(String action, Map<String, String> arguments) throws InterruptedException {
    return switch (action) {
      case "create-index" -> indexes.create(router.now().live(), plan(arguments));
      case "drop-index" -> indexes.drop(arguments.getOrDefault("name", ""));
      case "create-index-online" -> build.start(plan(arguments));
      case "pause-build" -> build.pause();
      case "resume-build" -> build.resume();
      case "validate" -> validate();
      case "swap" -> build.swap(false);
      case "swap-back" -> build.swap(true);
      case "drop-old" -> build.drop(true);
      case "abandon-build" -> build.drop(false);
      case "measure-writes" ->
          writeCost.measure(router.now().live(), indexes.on(router.now().live()));
      case "explain" -> explain();
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
  }

  private static IndexPlan plan(Map<String, String> arguments) {
    return IndexPlan.of(arguments.getOrDefault("columns", ""), OrderTable.COLUMNS);
  }

  private String validate() throws InterruptedException {
    String found = build.validate();
    ledger.check();
    return found;
  }

  private String explain() throws InterruptedException {
    StringBuilder said = new StringBuilder();
    for (Question each : Question.values()) {
      Plan plan = plans.look(each);
      said.append(said.isEmpty() ? "" : "; ")
          .append(each.word())
          .append(" looks at ")
          .append(plan.scanned())
          .append(" by ")
          .append(String.join(", ", plan.used()));
    }
    return said.append('.').toString();
  }

  @Override
  public Map<String, Double> gauges() {
    Map<String, Double> gauges = new HashMap<>();
    for (Question each : Question.values()) {
      gauges.put(Measures.scanned(each), plans.scanned(each));
    }
    Tables now = router.now();
    gauges.put("statementsPerList", orders.statementsPerList());
    gauges.put("indexes", (double) indexes.on(now.live()).size());
    gauges.put("entriesPerPlace", (double) indexes.entriesPerPlace(now.live()));
    gauges.put("entriesPerMove", (double) indexes.entriesPerMove(now.live()));
    gauges.put("rows", (double) orders.highest());
    gauges.put("buildShare", build.share());
    gauges.put("buildRowsPerSecond", build.perSecond());
    gauges.put("buildTook", build.tookSeconds());
    gauges.put("behind", ledger.behind());
    gauges.put("differences", build.differences());
    gauges.put("longestStall", stalls.longestMillis());
    gauges.put("longestReadStall", stalls.longestReadMillis());
    gauges.put("longestWriteStall", stalls.longestWriteMillis());
    gauges.put("failedBesideChanges", (double) stalls.failed());
    gauges.put("newShare", now.onTrial() ? choices.newShare() / 100.0 : now.turned() ? 1 : 0);
    return gauges;
  }

  @Override
  public Map<String, Double> oracles() {
    return ledger.oracles();
  }

  @Override
  public Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException {
    return sheets.of(sheet, parameters);
  }

  @Override
  public CallSource traffic(String kind, Map<String, String> parameters) {
    return traffic.of(kind, parameters);
  }

  @Override
  public void close() {
    reportUntilNanos = 0;
  }
}
