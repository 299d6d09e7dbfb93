package dev.hotseat.event;

import java.util.HashMap;
import java.util.Map;

/// How often each name came up. Immutable.
record Tally(Map<String, Integer> counts) {
  static final Tally EMPTY = new Tally(Map.of());

  Tally {
    counts = Map.copyOf(counts);
  }

  Tally plusOne(String name) {
    Map<String, Integer> next = new HashMap<>(counts);
    next.merge(name, 1, Integer::sum);
    return new Tally(next);
  }

  /// Of one name, or of all for the empty one.
  int of(String name) {
    return name.isEmpty()
        ? counts.values().stream().mapToInt(Integer::intValue).sum()
        : counts.getOrDefault(name, 0);
  }
}
