package dev.hotseat.testing;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Jobs;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Lever;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Parameter;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The smallest live system that has one of everything: a client, an app with slots, a store with a
/// table of 2,000 items.
public final class Kiosk implements Blueprint {
  /// Name of the system.
  public static final String NAME = "kiosk";

  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final int SLOTS_MAX = 64;

  private final Duration patience;
  private final int slotsMax;

  private Kiosk(Duration patience, int slotsMax) {
    this.patience = patience;
    this.slotsMax = slotsMax;
  }

  /// A kiosk whose store hop waits so long for a slot.
  public Kiosk(Duration patience) {
    this(patience, SLOTS_MAX);
  }

  /// A kiosk on a server that allows a store no more slots than these, eight at least.
  public static Kiosk withSlotsUpTo(int most) {
    return new Kiosk(PATIENCE, most);
  }

  /// A kiosk whose store hop waits 100 ms for a slot.
  public Kiosk() {
    this(PATIENCE);
  }

  @Override
  public Design design() {
    List<String> store = List.of("app>store");
    return new Design(
        NAME,
        List.of(
            new Design.Part("client", Design.Part.Kind.CLIENT, 0),
            new Design.Part("app", Design.Part.Kind.APP, 0),
            new Design.Part("store", Design.Part.Kind.STORE, 4)),
        List.of(
            new Design.HopPlan("client", "app", Duration.ZERO, Duration.ofSeconds(1)),
            new Design.HopPlan("app", "store", Duration.ZERO, patience)),
        List.of(
            new Design.Operation("read", "Reads an item.", "GET", "/items/{id}", ""),
            new Design.Operation("add", "Adds an item.", "POST", "/items/{id}", ""),
            new Design.Operation("scan", "Counts items by name.", "GET", "/scan", ""),
            new Design.Operation("hold", "Holds the store until let go.", "GET", "/hold", ""),
            new Design.Operation("break", "Has a bug.", "GET", "/break", "")),
        List.of(new Design.Traffic("reading", "Reads items.")),
        List.of(
            new Lever.Number("pool", "Slots of the store.", 1, slotsMax, "slots", 4),
            new Lever.Switch("polite", "Whether it says please.", false),
            new Lever.AtStart(
                new Lever.Number("shelves", "Shelves there are", 1, 9, "shelves", 2))),
        List.of(
            new FaultKind(
                "store-slow",
                "slow disk",
                "store",
                new FaultKind.Effect.Slow(store),
                "ms",
                1,
                5_000,
                200),
            new FaultKind(
                "store-flaky",
                "bad cable",
                "store",
                new FaultKind.Effect.Fail(store, "flaky"),
                "share",
                0,
                1,
                0.5),
            new FaultKind(
                "store-cut", "no cable", "store", new FaultKind.Effect.Cut(store), "", 1, 1, 1),
            new FaultKind(
                "grumpy", "the kiosk is grumpy", "app", new FaultKind.Effect.Own(), "", 1, 3, 1)),
        List.of(
            new Design.Action(
                "restock",
                "Adds items.",
                Duration.ZERO,
                List.of(Parameter.number("count", "how many", 1, 100, "items").usually("10"))),
            new Design.Action(
                "stocktake",
                "Counts what there is.",
                Duration.ofSeconds(30),
                List.of(Parameter.text("clerk", "who counts", 20).usually("Ann"))),
            new Design.Action("tidy", "Tidies the shelves, one after another.", Duration.ZERO),
            new Design.Action(
                "clear-out",
                "Throws away what stands on a shelf.",
                Duration.ZERO,
                List.of(
                    Parameter.text("shelf", "which", 10),
                    Parameter.choice("how", "in which way", List.of("gently", "all at once"))
                        .usually("gently"),
                    Parameter.onOff("sweep", "whether to sweep afterwards").usually("off")),
                "what was thrown away is gone")),
        List.of(new Design.Measure("ticksOfBackground", "ticks", "How often the clerk looked up.")),
        List.of(new Design.Measure("lostItems", "items", "Items that are gone.")),
        List.of("eu", "us"),
        List.of(
            new Design.Sheet("clerks", "Clerks", "Who works here."),
            new Design.Sheet(
                "shelf",
                "Shelf",
                "What stands on a shelf.",
                List.of(
                    Parameter.number("from", "first item", 1, 2_000, "").usually("1"),
                    Parameter.text("only", "part of the name", 20).usually("")))));
  }

  @Override
  public Service build(Kit kit) {
    return new Counter(kit);
  }

  private static final class Counter implements Service {
    private static final int ITEMS = 2_000;

    private final Kit kit;
    private final Hop toApp;
    private final Hop toStore;
    private final AtomicInteger lookedUp = new AtomicInteger();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile String mood = "";
    private volatile Jobs.@Nullable Job tidying;

    Counter(Kit kit) {
      this.kit = kit;
      this.toApp = kit.hop("client>app");
      this.toStore = kit.hop("app>store");
      stock();
      kit.background(
          "clerk",
          () -> {
            while (true) {
              lookedUp.incrementAndGet();
              kit.world().pause().sleepNanos(1_000_000);
            }
          });
    }

    @Override
    public String operation(Visit visit) {
      Call call = visit.call();
      return switch (call.path().split("/", 3)[1]) {
        case "items" -> call.method().equals("GET") ? "read" : "add";
        case "scan" -> "scan";
        case "hold" -> "hold";
        case "break" -> "break";
        default -> "";
      };
    }

    @Override
    public Reply serve(Visit visit) throws InterruptedException {
      return toApp.cross(visit, () -> answer(visit));
    }

    private Reply answer(Visit visit) throws InterruptedException {
      if (!mood.isEmpty()) {
        return Reply.refused(503, new Why("grumpy", "app", mood));
      }
      return switch (operation(visit)) {
        case "read" -> found(kit.store().query(toStore, visit, at -> name(at, id(visit))));
        case "add" -> Reply.json(201, kit.store().query(toStore, visit, at -> add(at, id(visit))));
        case "scan" -> Reply.json(200, kit.store().query(toStore, visit, Counter::scan));
        case "hold" -> toStore.cross(visit, this::held);
        default -> throw new IllegalStateException("a bug, planted for tests");
      };
    }

    private Reply held() throws InterruptedException {
      letGo.await();
      return Reply.json(200, "\"held\"");
    }

    private static Reply found(String name) {
      return name.isEmpty()
          ? Reply.refused(404, new Why("not-found", "store", "no such item"))
          : Reply.json(200, '"' + name + '"');
    }

    private static int id(Visit visit) {
      return Integer.parseInt(visit.call().path().split("/", 3)[2]);
    }

    private static String name(Connection at, int id) throws SQLException {
      try (PreparedStatement statement =
          at.prepareStatement("SELECT name FROM item WHERE id = ?")) {
        statement.setInt(1, id);
        try (ResultSet rows = statement.executeQuery()) {
          return rows.next() ? rows.getString(1) : "";
        }
      }
    }

    private static String add(Connection at, int id) throws SQLException {
      try (PreparedStatement statement =
          at.prepareStatement("INSERT INTO item (id, name) VALUES (?, ?)")) {
        statement.setInt(1, id);
        statement.setString(2, "item " + id);
        return Integer.toString(statement.executeUpdate());
      }
    }

    private static String scan(Connection at) throws SQLException {
      try (PreparedStatement statement =
              at.prepareStatement("SELECT COUNT(*) FROM item WHERE name LIKE '%9'");
          ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }

    private void stock() {
      try {
        kit.store()
            .aside(at -> {
              try (var statement = at.createStatement()) {
                statement.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(200))");
                return statement.executeUpdate(
                    "INSERT INTO item SELECT x, 'item ' || x FROM SYSTEM_RANGE(1, " + ITEMS + ")");
              }
            });
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void change(LeverValues levers) {
      kit.resize("store", (int) levers.number("pool"));
    }

    @Override
    public void suffer(String fault, double intensity) {
      mood = "grumpy " + intensity;
    }

    @Override
    public void recover(String fault) {
      mood = "";
    }

    @Override
    public String act(String action, Map<String, String> arguments) {
      letGo.countDown();
      switch (action) {
        case "tidy" -> tidying = kit.jobs().start("tidying", "Tidies up.", "shelves", 40);
        case "stocktake" -> {
          if ("Cy".equals(arguments.get("clerk"))) {
            throw new Refusal("arguments.clerk", "somebody who can count", "Cy");
          }
        }
        default -> {}
      }
      return action.equals("restock")
          ? "Added " + arguments.get("count") + " items."
          : action + " " + arguments + ".";
    }

    @Override
    public void mayAct(String action, Map<String, String> arguments) {
      if (!mood.isEmpty() || arguments.getOrDefault("clerk", "").equals("Bob")) {
        throw new Refusal("arguments.clerk", "somebody in the mood", "Bob");
      }
    }

    @Override
    public Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException {
      if (sheet.equals("clerks")) {
        Jobs.Job job = tidying;
        if (job != null) {
          job.progress(10);
        }
        return Listing.of(List.of("clerk", ">looks"), List.of(List.of("Ann", "many")))
            .and("Ann works\n  here.");
      }
      int from = Integer.parseInt(parameters.getOrDefault("from", ""));
      if (from == 13) {
        throw new IllegalStateException("planted for tests");
      }
      return kit.store()
          .aside(at ->
              Listing.of(
                  List.of("item", "name"),
                  IntStream.range(from, from + 600)
                      .mapToObj(item -> List.of("" + item, "item " + item))));
    }

    @Override
    public Map<String, Double> gauges() {
      return Map.of("ticksOfBackground", lookedUp.doubleValue());
    }

    @Override
    public Map<String, Double> oracles() {
      return Map.of("lostItems", 0.0);
    }

    @Override
    public CallSource traffic(String traffic, Map<String, String> parameters) {
      return (dueNanos, random) ->
          Call.get("/items/" + (1 + random.nextInt(ITEMS)), Map.of(), dueNanos);
    }

    @Override
    public void close() {
      letGo.countDown();
    }
  }
}
