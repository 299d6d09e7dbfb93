package dev.hotseat.testing;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Blueprint;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.PostgresServer;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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

/// A running system without session or server, and what every test of one wants to do with it. A
/// system's tests extend it with calls in their own words.
public abstract class LiveRig implements AutoCloseable {
  /// The seed of a test that does not care which.
  public static final long SEED = 4711;

  private static final JsonMapper JSON = new JsonMapper();

  /// Time and chance of the system.
  public final World world;

  /// The system.
  public final LiveSystem system;

  /// Builds the blueprint's system with its first design, but for these levers.
  protected LiveRig(Blueprint blueprint, World world, Map<String, String> levers) {
    this(blueprint, world, levers, PostgresServer.NONE);
  }

  /// The same where there is a PostgreSQL to be had.
  protected LiveRig(
      Blueprint blueprint, World world, Map<String, String> levers, PostgresServer postgres) {
    this.world = world;
    this.system =
        LiveSystems.of(List.of(blueprint), SystemLimits.USUAL, postgres)
            .build(
                blueprint.design().name(),
                world,
                LeverValues.initial(blueprint.design().levers()).with(levers));
  }

  /// A map from names and values in turn, in that order.
  public static Map<String, String> pairs(String... namesAndValues) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  /// Changes levers: names and values in turn.
  public void change(String... namesAndValues) {
    system.change(pairs(namesAndValues));
  }

  /// Starts a fault with its usual intensity.
  public void fault(String name) {
    system.startFault(name, OptionalDouble.empty());
  }

  /// Starts a fault, or changes the intensity of one in force.
  public void fault(String name, double intensity) {
    system.startFault(name, OptionalDouble.of(intensity));
  }

  /// Stops a fault.
  public void stop(String fault) {
    system.stopFault(fault);
  }

  /// Takes an action; argument names and values in turn.
  public String act(String action, String... arguments) throws InterruptedException {
    return system.act(action, pairs(arguments));
  }

  /// Sends one call without a body.
  public Reply send(String method, String path, Map<String, String> headers) {
    return system.handle(
        new Call(method, path, Map.of(), headers, "", now(), Patience.ENDLESS, ""));
  }

  /// Sends one call with a body.
  public Reply send(String method, String path, String body, Map<String, String> headers) {
    return system.handle(
        new Call(method, path, Map.of(), headers, body, now(), Patience.ENDLESS, ""));
  }

  /// Sends the next calls of a kind of traffic, one after another, each due when its turn comes.
  ///
  /// @param parameters of the traffic, names and values in turn
  public List<Reply> send(int calls, String traffic, String... parameters) {
    CallSource source = system.traffic(traffic, pairs(parameters));
    RandomGenerator random = world.dice().stream("test-" + traffic);
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      replies.add(system.handle(source.next(now(), random)));
    }
    return replies;
  }

  /// Sends the next calls of a kind of traffic, all at once.
  ///
  /// @param parameters of the traffic, names and values in turn
  public List<Reply> sendAtOnce(int calls, String traffic, String... parameters) {
    CallSource source = system.traffic(traffic, pairs(parameters));
    RandomGenerator random = world.dice().stream("test-" + traffic);
    List<Callable<Reply>> tasks = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      Call call = source.next(now(), random);
      tasks.add(() -> system.handle(call));
    }
    return together(tasks);
  }

  /// The moment on the system's own clock, in nanoseconds.
  public long now() {
    return world.ticks().nanos();
  }

  /// Waits on the system's own clock.
  public void pause(long millis) throws InterruptedException {
    world.pause().sleepNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /// A gauge of the design as it reads now; closes the current second.
  public double gauge(String name) {
    return reading("gauge/" + name);
  }

  /// An oracle of the design as it reads now; closes the current second.
  public double oracle(String name) {
    return reading("oracle/" + name);
  }

  /// Any reading of the second that this closes.
  public double reading(String key) {
    return system.second().number(key).orElseThrow();
  }

  /// The number in the first row and column of a query.
  public long number(String sql) throws InterruptedException {
    return Long.parseLong(system.sql(sql).rows().getFirst().getFirst());
  }

  /// A reply's body, which must be JSON.
  public static JsonNode body(Reply reply) {
    return JSON.readTree(reply.body());
  }

  /// Why a call failed; empty where it did not.
  public static String reason(Reply reply) {
    return reply.why().map(Why::reason).orElse("");
  }

  /// How many replies have this status.
  public static long count(List<Reply> replies, int status) {
    return replies.stream().filter(reply -> reply.status() == status).count();
  }

  /// Does things at once, each on a virtual thread of its own, and waits for all.
  public static <T> List<T> together(List<Callable<T>> tasks) {
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

  /// Does one thing so many times at once.
  public static <T> List<T> together(int times, Callable<T> task) {
    return together(Collections.nCopies(times, task));
  }

  @Override
  public void close() {
    system.close();
  }
}
