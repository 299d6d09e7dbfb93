package dev.hotseat.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What readings are about: an operation, an operation in one region, or a hop.
final class Subject {
  private static final int RECENT_SECONDS = 5;

  private final List<Meter> meters;
  private final boolean operation;
  private final String[] keys;
  private final Deque<Slice> last = new ArrayDeque<>();

  Subject(String name, List<Meter> meters, boolean operation) {
    this.meters = meters;
    this.operation = operation;
    this.keys = keys(name);
  }

  /// Takes in the second just closed and writes its figures, and those of the last five seconds.
  void close(Map<Meter, Slice> slices, Map<String, Double> numbers, Map<String, Double> recent) {
    Slice now =
        meters.stream()
            .flatMap(meter -> Optional.ofNullable(slices.get(meter)).stream())
            .reduce(Slice::beside)
            .orElseThrow();
    if (last.size() == RECENT_SECONDS) {
      last.removeFirst();
    }
    last.addLast(now);
    write(now, numbers);
    write(last.stream().reduce(Slice::then).orElse(now), recent);
  }

  private void write(Slice slice, Map<String, Double> into) {
    into.put(keys[0], slice.completedPerSecond());
    into.put(keys[1], slice.failedPerSecond());
    if (slice.count() > 0) {
      into.put(keys[2], slice.errorShare());
      into.put(keys[3], slice.quantileMillis(0.5));
      into.put(keys[4], slice.quantileMillis(0.99));
      into.put(keys[5], slice.quantileMillis(0.999));
      into.put(keys[6], slice.maxMillis());
    }
    if (operation) {
      into.put(keys[7], slice.goodPerSecond());
      into.put(keys[8], slice.wastedPerSecond());
    }
  }

  private static String[] keys(String name) {
    return new String[] {
      "rate/" + name,
      "errors/" + name,
      "errorShare/" + name,
      "p50/" + name,
      "p99/" + name,
      "p999/" + name,
      "max/" + name,
      "goodput/" + name,
      "wasted/" + name
    };
  }
}
