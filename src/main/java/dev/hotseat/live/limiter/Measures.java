package dev.hotseat.live.limiter;

import dev.hotseat.live.Design.Measure;
import java.util.List;

/// What the instruments and the judge read.
final class Measures {
  private Measures() {}

  static List<Measure> gauges() {
    return List.of(
        new Measure("keysTracked", "keys", "Keys that are remembered, in all tables"),
        new Measure("stateBytes", "bytes", "Memory that they hold"),
        new Measure("bytesPerKey", "bytes", "Memory of one key in one table"),
        new Measure("megabytesPerMillionKeys", "MB", "The same for a million keys"),
        new Measure("evictedPerSecond", "keys", "Keys forgotten, last second"),
        new Measure(
            "decisionP99", "ms", "Time to decide at p99, store included, backend not, last second"),
        new Measure("decisionsPerSecond", "decisions", "Decisions, last second"),
        new Measure("decisionsPerCall", "decisions", "Decisions for one call, last second"),
        new Measure("storeOpsPerSecond", "questions", "Questions to the stores, last second"),
        new Measure("admittedPerSecond", "calls", "Calls let through, last second"),
        new Measure("refusedShare", "share", "Decisions against the call, last second"),
        new Measure(
            "fallbackShare", "share", "Decisions that had to do without the store, last second"),
        new Measure("backendPerSecond", "calls", "Calls passed on to the backends, last second"),
        new Measure("queued", "calls", "Calls waiting in leaky buckets"),
        new Measure("nodesInService", "nodes", "Gateway nodes that take calls"),
        new Measure(
            "smallTenantsServedShare",
            "share",
            "Calls of all but the noisy tenant that were let through, last second"),
        new Measure(
            "noisyTenantServedShare",
            "share",
            "Calls of the noisy tenant that were let through, last second"),
        new Measure(
            "arrivalPeakToMean",
            "ratio",
            "Arrivals in the busiest second against the mean, over the last free window"),
        new Measure("hourlyBursts", "bursts", "Hourly bursts begun within the last hour"));
  }

  static List<Measure> oracles() {
    return List.of(
        new Measure(
            "overAdmitted", "calls", "Let through beyond the limit of their key, since the start"),
        new Measure(
            "wronglyRejected",
            "calls",
            "Refused although their key had not used up its limit, since the start"),
        new Measure(
            "worstWindow",
            "ratio",
            "Most let through in one window against the limit, worst key of the last ten seconds;"
                + " up to 1 is right"),
        new Measure(
            "overAdmittedShare", "%", "Of what was let through in the last ten seconds, too many"),
        new Measure(
            "wronglyRejectedShare", "%", "Of all calls of the last ten seconds, wrongly refused"),
        new Measure(
            "overAdmittedByCost", "calls", "Let through beyond the limit, each call at its cost"),
        new Measure(
            "wronglyRejectedByCost", "calls", "Refused although the limit had room for their cost"),
        new Measure(
            "worstWindowByCost",
            "ratio",
            "Like worstWindow, each call at its cost; up to 1 is right"),
        new Measure(
            "overAdmittedWithBurst",
            "calls",
            "Let through beyond the limit and beyond ten times it once an hour"),
        new Measure(
            "wronglyRejectedWithBurst",
            "calls",
            "Refused although the limit, or ten times it once an hour, had room"),
        new Measure("unjudged", "calls", "Decisions that were too many for the judge"));
  }
}
