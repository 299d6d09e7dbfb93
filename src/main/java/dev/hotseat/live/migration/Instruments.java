package dev.hotseat.live.migration;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The gauges of those who serve, and of what moves the customers.
final class Instruments {
  private static final double NANOS_A_MILLI = 1e6;

  private final Edge edge;
  private final Replica replica;
  private final Experience experience;
  private final Shadows shadows;
  private final Witness witness;
  private final Impact impact;
  private final Tools tools;
  private final Errands errands;
  private final Supplier<Choices> choices;

  Instruments(
      Edge edge,
      Replica replica,
      Experience experience,
      Shadows shadows,
      Witness witness,
      Impact impact,
      Tools tools,
      Errands errands,
      Supplier<Choices> choices) {
    this.edge = edge;
    this.replica = replica;
    this.experience = experience;
    this.shadows = shadows;
    this.witness = witness;
    this.impact = impact;
    this.tools = tools;
    this.errands = errands;
    this.choices = choices;
  }

  Map<String, Double> gauges() {
    long onV2 = edge.instances().stream().filter(each -> each.release() == Release.V2).count();
    Map<String, Double> gauges = new HashMap<>(tools.gauges());
    gauges.put("longestStallMillis", impact.longestStallMillis());
    gauges.put("worstStallMillis", impact.worstStallMillis());
    gauges.put("lagMillis", (double) replica.lagMillis());
    gauges.put(
        "readsFromNewShare", choices.get().readsFromNew() / 100.0 * onV2 / edge.instances().size());
    gauges.put("writesFailed", (double) experience.writesFailed());
    gauges.put("wrongReads", (double) experience.wrongReads());
    gauges.put("slowestMillis", experience.takeLongestNanos() / NANOS_A_MILLI);
    gauges.put("shadowReads", (double) shadows.compared());
    gauges.put("shadowMismatches", (double) shadows.mismatches());
    gauges.put("stepsRunning", (double) errands.underWay());
    gauges.put("instancesV2", (double) onV2);
    gauges.put("requestsRepeated", (double) edge.repeated());
    gauges.put("customersRemembered", (double) witness.remembered());
    return gauges;
  }
}
