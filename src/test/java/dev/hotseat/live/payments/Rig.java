package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running payments API, and ways to call it.
final class Rig implements AutoCloseable {
  static final String BODY = "{\"amount\":1250,\"currency\":\"EUR\",\"customer\":\"cus-17\"}";

  /// Quick enough for a test, with all proportions kept.
  static final Pace QUICK = Pace.USUAL.times(5);

  /// The design that does not charge twice.
  private static final Map<String, String> RIGHT =
      pairs(
          "keys", "claim-with-fingerprint",
          "key-scope", "per-tenant",
          "in-flight", "conflict",
          "transaction", "claim-call-commit",
          "provider-key", "sent",
          "after-timeout", "leave-to-completer",
          "replay-errors", "re-executed",
          "one-transaction", "on",
          "outbox", "on",
          "completer", "on",
          "completer-every", "400",
          "key-lifetime", "48",
          "provider-timeout", "400",
          "key-copies", "none",
          "webhooks", "apply-once",
          "client-retries", "back-off",
          "retry-limit", "6");

  private static final JsonMapper JSON = new JsonMapper();

  final World world;
  final LiveSystem system;

  private Rig(World world, Pace pace, Map<String, String> levers) {
    this.world = world;
    this.system =
        LiveSystems.of(List.of(new PaymentsBlueprint(pace)), SystemLimits.USUAL)
            .build(
                PaymentsDesign.NAME,
                world,
                LeverValues.initial(PaymentsLevers.levers()).with(levers));
  }

  /// The first draft, but for these levers: names and values in turn.
  static Rig draft(String... levers) {
    return new Rig(World.real(4711), QUICK, pairs(levers));
  }

  /// The first draft in a world as quick as in life.
  static Rig asInLife(String... levers) {
    return new Rig(World.real(4711), Pace.USUAL, pairs(levers));
  }

  /// The right design, but for these levers.
  static Rig right(String... levers) {
    return right(4711, QUICK, levers);
  }

  static Rig right(long seed, Pace pace, String... levers) {
    Map<String, String> values = new LinkedHashMap<>(RIGHT);
    values.putAll(pairs(levers));
    return new Rig(World.real(seed), pace, values);
  }

  static Map<String, String> pairs(String... namesAndValues) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  void change(String... namesAndValues) {
    system.change(pairs(namesAndValues));
  }

  void fault(String name) {
    system.startFault(name, OptionalDouble.empty());
  }

  void fault(String name, double intensity) {
    system.startFault(name, OptionalDouble.of(intensity));
  }

  void stop(String fault) {
    system.stopFault(fault);
  }

  /// Pays with a key, as tenant acme.
  Reply pay(String key) {
    return pay(key, BODY);
  }

  Reply pay(String key, String body) {
    return pay(key, body, "acme");
  }

  Reply pay(String key, String body, String tenant) {
    return post("/payments", body, headers(key, tenant));
  }

  Reply payWithoutKey(String body) {
    return post("/payments", body, Map.of());
  }

  Reply refund(String key, String payment, long amount) {
    String body = "{\"payment\":\"" + payment + "\",\"amount\":" + amount + "}";
    return post("/refunds", body, headers(key, "acme"));
  }

  Reply purchase(int phone) {
    return post("/phones/" + phone + "/purchases", BODY, Map.of());
  }

  Reply post(String path, String body, Map<String, String> headers) {
    return system.handle(Call.post(path, body, headers, now()));
  }

  Reply get(String path) {
    return get(path, Map.of());
  }

  Reply get(String path, Map<String, String> query) {
    return system.handle(new Call("GET", path, query, Map.of(), "", now(), Patience.ENDLESS, ""));
  }

  /// Sends the next calls of a kind of traffic, all at once.
  List<Reply> send(int calls, String traffic, String... parameters) {
    CallSource source = system.traffic(traffic, pairs(parameters));
    RandomGenerator random = world.dice().stream("test-" + traffic);
    List<Callable<Reply>> tasks = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      Call call = source.next(now(), random);
      tasks.add(() -> system.handle(call));
    }
    return together(tasks);
  }

  String act(String action, String... arguments) throws InterruptedException {
    return system.act(action, pairs(arguments));
  }

  long now() {
    return world.ticks().nanos();
  }

  double gauge(String name) {
    return system.second().number("gauge/" + name).orElse(Double.NaN);
  }

  double oracle(String name) {
    return system.second().number("oracle/" + name).orElse(Double.NaN);
  }

  /// Lines of the provider's book, newest first.
  JsonNode charges() {
    return body(get("/psp/charges", Map.of("limit", "500"))).get("charges");
  }

  JsonNode audit() {
    return body(get("/audit"));
  }

  long found(String kind) {
    JsonNode count = audit().get("counts").get(kind);
    return count == null ? 0 : count.asLong();
  }

  JsonNode payment(String id) {
    return body(get("/payments/" + id));
  }

  /// What a payment's trail says happened, in order.
  List<String> trail(String id) {
    List<String> what = new ArrayList<>();
    payment(id).get("trail").forEach(step -> what.add(step.get("what").asString()));
    return what;
  }

  /// Numbers in the first column of a query.
  long number(String sql) throws InterruptedException {
    return Long.parseLong(system.sql(sql).rows().getFirst().getFirst());
  }

  static JsonNode body(Reply reply) {
    return JSON.readTree(reply.body());
  }

  static String id(Reply paid) {
    return body(paid).get("id").asString();
  }

  static String reason(Reply reply) {
    return reply.why().map(Why::reason).orElse("");
  }

  static boolean replayed(Reply reply) {
    return reply.headers().getOrDefault("Idempotent-Replayed", "").equals("true");
  }

  static long count(List<Reply> replies, int status) {
    return replies.stream().filter(reply -> reply.status() == status).count();
  }

  static Map<String, String> headers(String key, String tenant) {
    Map<String, String> headers = new HashMap<>();
    headers.put("idempotency-key", key);
    headers.put("x-tenant", tenant);
    return headers;
  }

  /// Does things at once, each on a virtual thread of its own, and waits for all.
  static <T> List<T> together(List<Callable<T>> tasks) {
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : crew.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> List<T> together(int times, Callable<T> task) {
    return together(Collections.nCopies(times, task));
  }

  @Override
  public void close() {
    system.close();
  }
}
