package dev.hotseat.live.orders;

import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.live.Design.Part;
import dev.hotseat.live.Design.Part.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Parts and hops.
final class Topology {
  /// Instances that serve from the beginning; the others are spare.
  static final int SERVING = 4;

  /// All instances.
  static final int INSTANCES = 6;

  /// Threads of each instance that work on calls.
  static final int THREADS = 16;

  static final String CLIENT = "client";
  static final String BALANCER = "balancer";
  static final String PRICING = "pricing";
  static final String PAYMENTS = "payments";
  static final String BATCH = "batch";
  static final String DB = "db";

  private static final Duration HERE = Duration.ZERO;
  private static final Duration NEXT_DOOR = Duration.ofMillis(1);

  /// Of one statement to the database in the other zone, and of its answer back.
  static final Duration ROUND_TRIP = Duration.ofMillis(5);

  /*
   * Who stands in the line of an instance is served, however long it takes and whether or not its
   * client still waits: that is what queues of servers do.
   */
  private static final Duration IN_LINE = Duration.ofSeconds(60);

  /// As long as a connection pool lets a thread wait.
  private static final Duration FOR_A_CONNECTION = Duration.ofMillis(750);

  private static final Duration FOR_NOTHING = Duration.ofSeconds(1);

  private Topology() {}

  static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(CLIENT, Kind.CLIENT, 0));
    parts.add(new Part(BALANCER, Kind.EDGE, 0));
    for (int i = 1; i <= INSTANCES; i++) {
      parts.add(new Part(instance(i), Kind.APP, THREADS));
    }
    for (int i = 1; i <= INSTANCES; i++) {
      parts.add(new Part(pool(i), Kind.STORE, (int) Setting.POOL_SIZE.initial()));
    }
    parts.add(new Part(DB, Kind.STORE, 0));
    parts.add(new Part(PRICING, Kind.PROVIDER, 0));
    parts.add(new Part(PAYMENTS, Kind.PROVIDER, 0));
    parts.add(new Part(BATCH, Kind.WORKER, 0));
    return parts;
  }

  static List<HopPlan> hops() {
    List<HopPlan> hops = new ArrayList<>();
    hops.add(new HopPlan(CLIENT, BALANCER, NEXT_DOOR, FOR_NOTHING));
    for (int i = 1; i <= INSTANCES; i++) {
      hops.add(new HopPlan(BALANCER, instance(i), HERE, IN_LINE));
      hops.add(new HopPlan(instance(i), pool(i), HERE, FOR_A_CONNECTION));
      hops.add(new HopPlan(pool(i), DB, ROUND_TRIP, FOR_NOTHING));
      hops.add(new HopPlan(instance(i), PRICING, NEXT_DOOR, FOR_NOTHING));
      hops.add(new HopPlan(instance(i), PAYMENTS, NEXT_DOOR, FOR_NOTHING));
    }
    hops.add(new HopPlan(BATCH, pool(1), HERE, FOR_A_CONNECTION));
    return hops;
  }

  static String instance(int number) {
    return "orders." + number;
  }

  static String pool(int number) {
    return "pool." + number;
  }

  /// Every second spare instance is in each zone, too.
  static String zone(int number) {
    return number <= 2 || number == 5 ? "a" : "b";
  }

  static String hop(String from, String to) {
    return from + ">" + to;
  }
}
