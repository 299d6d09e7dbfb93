package dev.hotseat.live.migration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.PostgresServer;
import dev.hotseat.live.Service;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A running customers service, and ways to use it.
final class CustomersRig extends LiveRig {
  static final String ADA =
      "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"credit\":12.5,"
          + "\"country\":\"UK\"}";

  private final Peephole peephole;

  private CustomersRig(
      Peephole peephole, long seed, Map<String, String> levers, PostgresServer postgres) {
    super(peephole, World.real(seed), levers, postgres);
    this.peephole = peephole;
  }

  /// Two thousand customers, but for these levers: names and values in turn.
  static CustomersRig few(String... levers) {
    return of(SEED, levers);
  }

  static CustomersRig of(long seed, String... levers) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("rows", "2000"));
    values.putAll(pairs(levers));
    return new CustomersRig(new Peephole(PostgresServer.NONE), seed, values, PostgresServer.NONE);
  }

  /// Two thousand customers on a PostgreSQL, but for these levers.
  static CustomersRig onPostgres(PostgresServer server, String... levers) {
    Map<String, String> values = new LinkedHashMap<>(Map.of("rows", "2000", "store", "postgresql"));
    values.putAll(pairs(levers));
    return new CustomersRig(new Peephole(server), SEED, values, server);
  }

  Reply get(long id) {
    return send("GET", "/customers/" + id, Map.of());
  }

  Reply find(String email) {
    return system.handle(
        new Call(
            "GET",
            "/customers",
            Map.of("email", email),
            Map.of(),
            "",
            now(),
            Patience.ENDLESS,
            ""));
  }

  Reply put(long id, String body) {
    return send("PUT", "/customers/" + id, body, Map.of());
  }

  Reply post(String body) {
    return send("POST", "/customers", body, Map.of());
  }

  Reply delete(long id) {
    return send("DELETE", "/customers/" + id, Map.of());
  }

  Reply erase(long id) {
    return send("POST", "/customers/" + id + "/erasure", Map.of());
  }

  /// Rolls all instances to a release and waits until they run it.
  CustomersRig roll(String release) throws InterruptedException {
    step("roll-instances", "to", release);
    return this;
  }

  /// Takes an action that is a step and waits until it has ended.
  void step(String action, String... arguments) throws InterruptedException {
    act(action, arguments);
    settle();
  }

  /// Waits until no step is under way.
  void settle() {
    await().atMost(60, SECONDS).until(() -> gauge("stepsRunning") == 0);
  }

  /// A replica of the same store that nobody else writes to.
  Replica replica() {
    return new Replica(peephole.kit());
  }

  /// Changes the tables behind everybody's back.
  void plant(String sql) throws InterruptedException {
    peephole
        .kit()
        .store()
        .aside(connection -> {
          Schema.run(connection, sql);
          return sql;
        });
  }

  /// Every customer's number and version in a table.
  Map<Long, Long> versions(String table) throws InterruptedException {
    return peephole
        .kit()
        .store()
        .aside(connection -> {
          Map<Long, Long> versions = new HashMap<>();
          try (var statement = connection.createStatement();
              var row = statement.executeQuery("SELECT id, version FROM " + table)) {
            while (row.next()) {
              versions.put(row.getLong(1), row.getLong(2));
            }
          }
          return versions;
        });
  }

  /// Why requests failed, and how many for each reason.
  static Map<String, Long> failures(List<Reply> replies) {
    return replies.stream()
        .filter(Reply::failed)
        .collect(Collectors.groupingBy(LiveRig::reason, Collectors.counting()));
  }

  /// What the oracle finds when everybody is looked at.
  double found(String oracle) throws InterruptedException {
    act("audit");
    return oracle(oracle);
  }

  /// Sends traffic from so many clients, each its next call as soon as the last was answered, until
  /// it is closed.
  Storm storm(int clients, String traffic, String... parameters) {
    return new Storm(clients, traffic, parameters);
  }

  /// The system's blueprint, which keeps the kit that it is given.
  private static final class Peephole implements Blueprint {
    private final CustomersBlueprint blueprint;
    private final AtomicReference<Kit> seen = new AtomicReference<>();

    Peephole(PostgresServer postgres) {
      this.blueprint = new CustomersBlueprint(postgres);
    }

    @Override
    public Design design() {
      return blueprint.design();
    }

    @Override
    public Service build(Kit kit) {
      seen.set(kit);
      return blueprint.build(kit);
    }

    Kit kit() {
      return Objects.requireNonNull(seen.get());
    }
  }

  /// Clients at work.
  final class Storm implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();

    private Storm(int clients, String traffic, String... parameters) {
      CallSource source = system.traffic(traffic, pairs(parameters));
      for (int i = 0; i < clients; i++) {
        RandomGenerator random = world.dice().stream("storm of " + traffic + i);
        crew.execute(() -> {
          while (!over.get()) {
            Call call;
            synchronized (source) {
              call = source.next(now(), random);
            }
            replies.add(system.handle(call));
            longestNanos.accumulateAndGet(now() - call.dueNanos(), Math::max);
          }
        });
      }
    }

    /// Waits until so many more were answered.
    Storm after(int answers) {
      int target = replies.size() + answers;
      await().atMost(60, SECONDS).until(() -> replies.size() >= target);
      return this;
    }

    /// The longest that a client has waited for its answer.
    double longestMillis() {
      return longestNanos.get() / 1e6;
    }

    /// Ends it and gives all answers.
    List<Reply> answers() {
      close();
      return List.copyOf(replies);
    }

    @Override
    public void close() {
      over.set(true);
      crew.close();
    }
  }
}
