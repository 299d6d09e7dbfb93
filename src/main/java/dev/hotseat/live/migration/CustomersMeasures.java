package dev.hotseat.live.migration;

import dev.hotseat.live.Design.Measure;
import java.util.List;

/// What the customers service can tell about the last second, and about the truth.
final class CustomersMeasures {
  private CustomersMeasures() {}

  static List<Measure> gauges() {
    return List.of(
        new Measure("rowsOld", "rows", "Rows of the old table"),
        new Measure("rowsNew", "rows", "Rows of the new table"),
        new Measure("backfillShare", "share", "How much of the old table has been copied, 0..1"),
        new Measure("backfillRowsPerSecond", "rows/s", "Rows copied in the last second"),
        new Measure("lagMillis", "ms", "How far the replica is behind"),
        new Measure("mismatches", "rows", "Rows that the last verification found to differ"),
        new Measure(
            "bigCopyCancelled",
            "",
            "1 when the last copy in one transaction was cancelled, else 0"),
        new Measure("comparisons", "comparisons", "Verifications that have come to their end"),
        new Measure("readsFromNewShare", "share", "Share of reads the new table answers, 0..1"),
        new Measure("writesFailed", "requests", "Writes that failed, since start"),
        new Measure(
            "wrongReads",
            "requests",
            "Reads that denied or showed less than their client had been told, since start"),
        new Measure("longestStallMillis", "ms", "The longest that a request took under the step"),
        new Measure(
            "worstStallMillis",
            "ms",
            "The longest that a request took beside any step under way, since start"),
        new Measure("slowestMillis", "ms", "The longest that a request took, last second"),
        new Measure("sizeMb", "MB", "What the database holds"),
        new Measure("shadowReads", "reads", "Reads that were repeated and compared, since start"),
        new Measure("shadowMismatches", "reads", "Of them, those that differed"),
        new Measure("stepsRunning", "steps", "Steps and verifications under way"),
        new Measure("instancesV2", "instances", "Instances that run v2"),
        new Measure(
            "requestsRepeated",
            "requests",
            "Requests asked again because an instance died, since start"),
        new Measure(
            "customersRemembered", "customers", "Customers of whom clients were told something"));
  }

  static List<Measure> oracles() {
    return List.of(
        new Measure("missing", "customers", "Ought to be in the new table, and are not"),
        new Measure(
            "stale",
            "customers",
            "A table in use has an older version than was acknowledged, or one who was deleted"),
        new Measure("wrong", "customers", "The new table says something else than the old one"),
        new Measure("lost", "writes", "Acknowledged writes that are in no table"),
        new Measure("duplicated", "customers", "Customers that a table has more than once"),
        new Measure("erasedButThere", "customers", "Erased by their wish, and still somewhere"));
  }
}
