package dev.hotseat.benchmarks;

import dev.hotseat.load.RunResult;
import dev.hotseat.load.RunResult.Second;

/// What customers noticed while something was done to their table, one line for each such arm.
final class ArmTable {
  /// Its head.
  static final String HEAD =
      """

      | arm | rows/s copied | requests/s | p50 ms | p99 ms | to base | longest ms | p99 of the middle second | p99 from when sent | failed | stolen s |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\
      """;

  private ArmTable() {}

  /// One line of it.
  ///
  /// @param stolen seconds of a processor that others took meanwhile
  static String row(String arm, double copied, RunResult result, double base, double stolen) {
    double p99 = result.all().p99Millis();
    return "| %s | %,.0f | %,.0f | %.2f | %.2f | %.1f | %.1f | %.2f | %.2f | %s | %.2f |"
        .formatted(
            arm,
            copied,
            result.offered() / result.seconds(),
            result.all().p50Millis(),
            p99,
            p99 / base,
            result.all().maxMillis(),
            usualP99Millis(result),
            sentP99Millis(result),
            result.failed().isEmpty() ? "0" : result.failed(),
            stolen);
  }

  /// The p99 of the middle second: what a second's clients see when nothing special happens in it.
  static double usualP99Millis(RunResult result) {
    double[] sorted = result.series().stream().mapToDouble(Second::p99Millis).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /// The p99 of the kind of request that took longest, without what the generator itself was late,
  /// which shares the processors with what it measures.
  private static double sentP99Millis(RunResult result) {
    return result.operations().stream()
        .mapToDouble(RunResult.Operation::serviceP99Millis)
        .max()
        .orElse(0);
  }
}
