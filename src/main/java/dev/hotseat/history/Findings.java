package dev.hotseat.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Collects findings: all are counted, the first thousand are kept, and only for those is the trail
/// written out.
public final class Findings {
  static final int KEPT_MAX = 1_000;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<Finding> kept = new ArrayList<>();

  Findings() {}

  /// Something is wrong.
  public void add(Kind kind, Supplier<Finding> finding) {
    counts.merge(kind, 1L, Long::sum);
    if (kept.size() < KEPT_MAX) {
      kept.add(finding.get());
    }
  }

  Map<Kind, Long> counts() {
    return Map.copyOf(counts);
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }
}
