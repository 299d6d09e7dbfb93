package dev.hotseat.live.limiter;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/// A running rate limiter, and ways to call it.
final class Rig implements AutoCloseable {
  static final String KEY = "free_00017";
  static final String PAID = "paid_003";

  final World world;
  final LiveSystem system;

  /// @param levers names and values in turn
  Rig(World world, String... levers) {
    this.world = world;
    this.system =
        LiveSystems.of(List.of(new LimiterBlueprint()), SystemLimits.USUAL)
            .build(
                "rate-limiter",
                world,
                LeverValues.initial(LimiterLevers.levers()).with(pairs(levers)));
  }

  /// A system whose time passes by itself.
  static Rig real(String... levers) {
    return new Rig(World.real(4711), levers);
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

  Reply call(String key) {
    return call(key, "/gate/items", "eu");
  }

  Reply call(String key, String path, String region) {
    return send("GET", path, Map.of("x-api-key", key, "x-region", region));
  }

  Reply limits(String key) {
    return send("GET", "/limits/" + key, Map.of());
  }

  Reply send(String method, String path, Map<String, String> headers) {
    return system.handle(
        new Call(method, path, Map.of(), headers, "", now(), Patience.ENDLESS, ""));
  }

  /// Sends so many calls one after another and says how many were let through.
  int admitted(int calls, String key) {
    int admitted = 0;
    for (int i = 0; i < calls; i++) {
      admitted += call(key).status() == 200 ? 1 : 0;
    }
    return admitted;
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

  double gauge(String name) {
    return reading("gauge/" + name);
  }

  double oracle(String name) {
    return reading("oracle/" + name);
  }

  private double reading(String key) {
    return system.second().number(key).orElseThrow();
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

  @Override
  public void close() {
    system.close();
  }
}
