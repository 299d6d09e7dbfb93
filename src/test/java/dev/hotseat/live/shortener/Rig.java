package dev.hotseat.live.shortener;

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
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running shortener, and ways to call it.
final class Rig implements AutoCloseable {
  static final String TARGET = "https://www.example.com/spring-sale";
  private static final JsonMapper JSON = new JsonMapper();

  final World world;
  final Catalogue catalogue;
  final LiveSystem system;

  /// @param levers names and values in turn
  Rig(String... levers) {
    this(World.real(4711), levers);
  }

  Rig(World world, String... levers) {
    this.world = world;
    this.catalogue = new Catalogue(world);
    this.system =
        LiveSystems.of(List.of(new ShortenerBlueprint()), SystemLimits.USUAL)
            .build("url-shortener", world, levers(levers));
  }

  static LeverValues levers(String... namesAndValues) {
    return LeverValues.initial(ShortenerLevers.levers()).with(pairs(namesAndValues));
  }

  static Map<String, String> pairs(String... namesAndValues) {
    Map<String, String> pairs = new java.util.LinkedHashMap<>();
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

  Reply create(String url) {
    return create("{\"url\":\"" + url + "\"}", "eu");
  }

  Reply createAlias(String alias, String region) {
    return create(
        "{\"url\":\"" + TARGET + "?by=" + region + "\",\"alias\":\"" + alias + "\"}", region);
  }

  Reply create(String body, String region) {
    return system.handle(Call.post("/links", body, Map.of("x-region", region), now()));
  }

  Reply follow(String code) {
    return follow(code, "eu");
  }

  Reply follow(String code, String region) {
    return get("/" + code, Map.of("x-region", region));
  }

  Reply get(String path, Map<String, String> headers) {
    return system.handle(Call.get(path, headers, now()));
  }

  Reply delete(String code, String region) {
    return send("DELETE", "/links/" + code, Map.of("x-region", region));
  }

  Reply send(String method, String path, Map<String, String> headers) {
    return system.handle(
        new Call(method, path, Map.of(), headers, "", now(), Patience.ENDLESS, ""));
  }

  /// Sends the next calls of a kind of traffic, one after another.
  List<Reply> send(int calls, String traffic, String... parameters) {
    CallSource source = system.traffic(traffic, pairs(parameters));
    RandomGenerator random = world.dice().stream("test-" + traffic);
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      replies.add(system.handle(source.next(now(), random)));
    }
    return replies;
  }

  long now() {
    return world.ticks().nanos();
  }

  void pause(long millis) throws InterruptedException {
    world.pause().sleepNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  double gauge(String name) {
    return reading("gauge/" + name);
  }

  double oracle(String name) {
    return reading("oracle/" + name);
  }

  private double reading(String key) {
    return system.second().number(key).orElseThrow();
  }

  static JsonNode body(Reply reply) {
    return JSON.readTree(reply.body());
  }

  static String code(Reply created) {
    return body(created).get("code").asString();
  }

  static String reason(Reply reply) {
    return reply.why().map(Why::reason).orElse("");
  }

  static long count(List<Reply> replies, int status) {
    return replies.stream().filter(reply -> reply.status() == status).count();
  }

  /// Does something at once on so many virtual threads and waits for all.
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
    return together(java.util.Collections.nCopies(times, task));
  }

  @Override
  public void close() {
    system.close();
  }
}
