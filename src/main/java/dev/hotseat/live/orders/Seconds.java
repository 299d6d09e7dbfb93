package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import dev.hotseat.telemetry.Readings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Looks at the whole service once a second and keeps what it saw.
final class Seconds {
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Kit kit;
  private final Fleet fleet;
  private final List<Downstream> downstreams;
  private final Breakdown breakdown;
  private final Objective objective;
  private final Incident incident;
  private final Consequences consequences;
  private final Baseline baseline = new Baseline();
  private final LongSupplier wrongOrders;
  private final LongAdder offered = new LongAdder();
  private final LongAdder good = new LongAdder();
  private final Map<String, Long> pausedNanos = new HashMap<>();
  private Caller.Counts counted = Caller.Counts.NONE;
  private long wrongBefore;
  private volatile Snapshot last = new Snapshot(0, 0, 0, Map.of());

  Seconds(
      Kit kit, Fleet fleet, List<Downstream> downstreams, Ledger ledger, LongSupplier wrongOrders) {
    this.kit = kit;
    this.fleet = fleet;
    this.downstreams = downstreams;
    this.breakdown = ledger.breakdown();
    this.objective = ledger.objective();
    this.incident = ledger.incident();
    this.consequences = ledger.consequences();
    this.wrongOrders = wrongOrders;
  }

  /// The service in one second.
  ///
  /// @param vitals by instance
  record Snapshot(
      double offered, double goodput, double retriesPerCall, Map<String, Vitals> vitals) {
    Snapshot {
      vitals = Map.copyOf(vitals);
    }

    Vitals of(Instance instance) {
      return vitals.getOrDefault(instance.name(), Vitals.NONE);
    }
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
    Readings readings = breakdown.close();
    incident.second(Objective.met(readings), objective.takeCheckouts().badShare());
    if (!incident.cost().began()) {
      readings.number("p99/checkout").ifPresent(baseline::second);
    }
    long wrong = wrongOrders.getAsLong();
    consequences.second(objective.take(wrong - wrongBefore));
    wrongBefore = wrong;
    last = new Snapshot(offered.sumThenReset(), good.sumThenReset(), retriesPerCall(), vitals());
  }

  private double retriesPerCall() {
    Caller.Counts now = Caller.Counts.NONE;
    for (Instance instance : fleet.all()) {
      for (Downstream each : downstreams) {
        now = now.plus(instance.caller(each).counts());
      }
    }
    Caller.Counts lately = now.minus(counted);
    counted = now;
    return lately.retries() / (double) Math.max(1, lately.calls());
  }

  private Map<String, Vitals> vitals() {
    Map<String, Vitals> found = new HashMap<>();
    for (Instance instance : fleet.started()) {
      found.put(
          instance.name(),
          new Vitals(
              instance.cores().used(),
              kit.occupancy(instance.name()),
              kit.occupancy(instance.pool()),
              instance.lifetime().heap().held(),
              pausedMillis(instance)));
    }
    return found;
  }

  private double pausedMillis(Instance instance) {
    long now = instance.pausedNanos();
    Long before = pausedNanos.put(instance.name(), now);
    return before == null ? 0 : (now - before) / 1e6;
  }

  /// What a slow checkout took before anything was wrong.
  double healthyMillis() {
    return baseline.millis();
  }

  void came() {
    offered.increment();
  }

  void wentWell() {
    good.increment();
  }

  /// As of the last closed second.
  Snapshot last() {
    return last;
  }
}
