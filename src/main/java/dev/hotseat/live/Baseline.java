package dev.hotseat.live;

import dev.hotseat.telemetry.Readings;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Healthy first: tells from consecutive readings whether a system is well enough to be broken.
///
/// Well means that over the last ten seconds calls were served, fewer than one in a thousand
/// failed, and the p99 of every busy operation stood still. Fed and asked by one owner.
public final class Baseline {
  private static final int SECONDS = 10;
  private static final double ERROR_SHARE_MAX = 0.001;

  /*
   * With fewer calls a second, p99 is the latency of one unlucky call, and says nothing about the
   * system.
   */
  private static final double BUSY_PER_SECOND = 50;

  /*
   * One second's p99 may be twice the usual one; on top of that come a few milliseconds, since on a
   * shared machine a p99 of half a millisecond doubles for no reason of the system's own.
   */
  private static final double P99_RATIO_MAX = 2;
  private static final double P99_SLACK_MILLIS = 5;

  private final List<String> operations;
  private final Deque<Readings> seen = new ArrayDeque<>();

  /// Watches these operations.
  public Baseline(List<String> operations) {
    this.operations = List.copyOf(operations);
  }

  /// Takes in one second. A gap in the seconds, or a reset, starts anew.
  public void add(Readings second) {
    if (!seen.isEmpty() && seen.getLast().second() + 1 != second.second()) {
      seen.clear();
    }
    if (seen.size() == SECONDS) {
      seen.removeFirst();
    }
    seen.addLast(second);
  }

  /// Forgets what was seen, as after a fault or a lever change.
  public void restart() {
    seen.clear();
  }

  /// Why the baseline does not hold yet, in one sentence; empty when it holds.
  public Optional<String> notYet() {
    if (seen.size() < SECONDS) {
      return Optional.of(
          "only " + seen.size() + " of " + SECONDS + " quiet seconds have been seen");
    }
    double calls = sum("rate/");
    if (calls == 0) {
      return Optional.of("no calls were served in the last " + SECONDS + " s");
    }
    double errorShare = sum("errors/") / calls;
    if (errorShare >= ERROR_SHARE_MAX) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%.2f %% of calls failed, the limit is 0.1 %%", errorShare * 100));
    }
    return operations.stream().flatMap(operation -> restless(operation).stream()).findFirst();
  }

  private Optional<String> restless(String operation) {
    List<Double> p99s =
        seen.stream()
            .filter(second -> second.number("rate/" + operation).orElse(0) >= BUSY_PER_SECOND)
            .flatMap(second -> second.number("p99/" + operation).stream().boxed())
            .sorted()
            .toList();
    if (p99s.isEmpty()) {
      return Optional.empty();
    }
    double usual = p99s.get(p99s.size() / 2);
    double worst = p99s.getLast();
    if (worst <= usual * P99_RATIO_MAX + P99_SLACK_MILLIS) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "p99 of %s is not stable: %.1f ms in the worst of the last %d s, usually %.1f ms",
            operation,
            worst,
            SECONDS,
            usual));
  }

  private double sum(String measure) {
    double sum = 0;
    for (Readings second : seen) {
      for (String operation : operations) {
        sum += second.number(measure + operation).orElse(0);
      }
    }
    return sum;
  }
}
