package dev.hotseat.live.orders;

import dev.hotseat.fault.FaultKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that can happen to the service.
final class Causes {
  private final Map<String, Cause> byName = new LinkedHashMap<>();

  Causes() {
    all().forEach(cause -> byName.put(cause.name(), cause));
  }

  /// The faults of the design.
  static List<FaultKind> kinds() {
    return List.of();
  }

  /// @throws IllegalArgumentException when there is none of that name
  Cause named(String name) {
    Cause found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no such fault: " + name);
    }
    return found;
  }

  private static List<Cause> all() {
    return List.of();
  }
}
