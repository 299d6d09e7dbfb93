package dev.hotseat.live.limiter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Calls that were let through, with what each cost, as long as they are inside a window. Used by
/// one thread.
final class Log {
  private long[] times = new long[2];
  private int @Nullable [] costs;
  private int first;
  private int count;
  private long units;

  /// Forgets what is at least one window old at the end of it.
  void expire(long untilNanos) {
    while (count > 0 && times[first] <= untilNanos) {
      units -= cost(first);
      first = first + 1 == times.length ? 0 : first + 1;
      count--;
    }
  }

  void add(long nowNanos, int cost) {
    if (count == times.length) {
      grow();
    }
    int at = (first + count) % times.length;
    if (cost != 1 && costs == null) {
      int[] ones = new int[times.length];
      Arrays.fill(ones, 1);
      costs = ones;
    }
    if (costs != null) {
      costs[at] = cost;
    }
    times[at] = nowNanos;
    count++;
    units += cost;
  }

  int calls() {
    return count;
  }

  long units() {
    return units;
  }

  void dropLast() {
    count--;
    units -= cost((first + count) % times.length);
  }

  Log copy() {
    Log copy = new Log();
    copy.times = times.clone();
    copy.costs = costs == null ? null : costs.clone();
    copy.first = first;
    copy.count = count;
    copy.units = units;
    return copy;
  }

  private int cost(int at) {
    return costs == null ? 1 : costs[at];
  }

  private void grow() {
    int tail = times.length - first;
    long[] larger = Arrays.copyOfRange(times, first, first + 2 * times.length);
    System.arraycopy(times, 0, larger, tail, first);
    if (costs != null) {
      int[] dearer = Arrays.copyOfRange(costs, first, first + 2 * times.length);
      System.arraycopy(costs, 0, dearer, tail, first);
      costs = dearer;
    }
    times = larger;
    first = 0;
  }
}
