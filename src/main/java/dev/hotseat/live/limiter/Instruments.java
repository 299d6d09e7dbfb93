package dev.hotseat.live.limiter;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// The gauges: levels as they are, rates and shares over what happened since they were read last.
final class Instruments {
  private static final double MILLION_KEYS_IN_MB = 1_000_000 / 1e6;
  private final Fleet fleet;
  private final Counts counts;
  private final DecisionTimes times;
  private final Arrivals arrivals;
  private final EpochClock clock;
  private final Map<String, Long> before = new HashMap<>();
  private long readNanos;

  Instruments(
      Fleet fleet, Counts counts, DecisionTimes times, Arrivals arrivals, EpochClock clock) {
    this.fleet = fleet;
    this.counts = counts;
    this.times = times;
    this.arrivals = arrivals;
    this.clock = clock;
    this.readNanos = clock.nanos();
  }

  Map<String, Double> gauges(int windowSeconds) {
    long nowNanos = clock.nanos();
    double seconds = Math.max(1e-3, (nowNanos - readNanos) / 1e9);
    readNanos = nowNanos;
    Map<String, Double> gauges = new HashMap<>();
    memory(gauges, seconds);
    flow(gauges, seconds);
    gauges.put("decisionP99", times.p99Millis());
    gauges.put("queued", (double) counts.queued.get());
    gauges.put("nodesInService", (double) fleet.size());
    gauges.put("arrivalPeakToMean", arrivals.peakToMean(nowNanos, windowSeconds));
    return gauges;
  }

  private void memory(Map<String, Double> gauges, double seconds) {
    double keys = 0;
    double bytes = 0;
    long evicted = 0;
    long bursts = 0;
    for (KeyTable table : fleet.tables()) {
      keys += table.size();
      bytes += table.size() * table.bytesPerKey();
      evicted += table.evicted();
      bursts += table.burstsBegun();
    }
    double perKey = keys == 0 ? 0 : bytes / keys;
    gauges.put("keysTracked", keys);
    gauges.put("stateBytes", bytes);
    gauges.put("bytesPerKey", perKey);
    gauges.put("megabytesPerMillionKeys", perKey * MILLION_KEYS_IN_MB);
    gauges.put("evictedPerSecond", since("evicted", evicted) / seconds);
    gauges.put("hourlyBursts", (double) bursts);
  }

  private void flow(Map<String, Double> gauges, double seconds) {
    long calls = since("calls", counts.calls);
    long decisions = since("decisions", counts.decisions);
    gauges.put("decisionsPerSecond", decisions / seconds);
    gauges.put("decisionsPerCall", share(decisions, calls));
    gauges.put("storeOpsPerSecond", since("storeOps", counts.storeOps) / seconds);
    gauges.put("admittedPerSecond", since("admitted", counts.admitted) / seconds);
    gauges.put("refusedShare", share(since("refused", counts.refused), decisions));
    gauges.put("fallbackShare", share(since("fallbacks", counts.fallbacks), decisions));
    gauges.put("backendPerSecond", since("backend", counts.backend) / seconds);
    gauges.put(
        "smallTenantsServedShare",
        share(since("smallServed", counts.smallServed), since("smallCalls", counts.smallCalls)));
    gauges.put(
        "noisyTenantServedShare",
        share(since("noisyServed", counts.noisyServed), since("noisyCalls", counts.noisyCalls)));
  }

  private long since(String name, LongAdder adder) {
    return since(name, adder.sum());
  }

  private long since(String name, long now) {
    Long last = before.put(name, now);
    return last == null ? now : now - last;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
