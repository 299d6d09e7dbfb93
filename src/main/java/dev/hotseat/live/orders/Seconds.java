package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Looks at the service once a second and keeps what it saw.
final class Seconds {
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Kit kit;
  private final Fleet fleet;
  private final Breakdown breakdown;
  private final LongAdder offered = new LongAdder();
  private final LongAdder good = new LongAdder();
  private volatile Map<String, Double> gauges = Map.of();

  Seconds(Kit kit, Fleet fleet, Breakdown breakdown) {
    this.kit = kit;
    this.fleet = fleet;
    this.breakdown = breakdown;
  }

  void start() {
    kit.background("seconds", this::run);
  }

  private void run() throws InterruptedException {
    long dueNanos = kit.world().ticks().nanos();
    while (true) {
      dueNanos += SECOND_NANOS;
      kit.world().pause().sleepNanos(dueNanos - kit.world().ticks().nanos());
      close();
    }
  }

  private void close() {
    breakdown.close();
    Map<String, Double> next = new HashMap<>();
    next.put("offered", (double) offered.sumThenReset());
    next.put("goodput", (double) good.sumThenReset());
    gauges = Map.copyOf(next);
  }

  void came() {
    offered.increment();
  }

  void wentWell() {
    good.increment();
  }

  Map<String, Double> gauges() {
    Map<String, Double> now = new HashMap<>(gauges);
    now.put("queueLength", (double) fleet.started().stream().mapToInt(Instance::waiting).sum());
    now.put("instancesUp", (double) fleet.all().stream().filter(Instance::takesCalls).count());
    return now;
  }
}
