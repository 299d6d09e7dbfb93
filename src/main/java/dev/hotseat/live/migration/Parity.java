package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Mismatch.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What comparing the two tables has found.
///
/// @param how such as `counts`
/// @param compared customers looked at
/// @param differing of those, how many differ in which way; counts knows only how many
/// @param ids who differs, in the order they were found, as many as can be kept; counts knows none
/// @param examples what the first of them look like
/// @param ranges of ids, and whether they agree
record Parity(
    String how,
    long compared,
    Map<Kind, Long> differing,
    List<Long> ids,
    List<Mismatch> examples,
    List<RangeParity> ranges) {
  static final Parity NEVER = new Parity("never", 0, Map.of(), List.of(), List.of(), List.of());

  Parity {
    differing = differing.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(differing));
    ids = List.copyOf(ids);
    examples = List.copyOf(examples);
    ranges = List.copyOf(ranges);
  }

  long mismatches() {
    return differing.values().stream().mapToLong(each -> each).sum();
  }

  boolean agrees() {
    return mismatches() == 0;
  }

  /// One stretch of ids in both tables.
  ///
  /// @param oldSum of the rows' digests, after conversion
  record RangeParity(Stretch ids, long oldRows, long newRows, long oldSum, long newSum) {
    boolean agrees() {
      return oldRows == newRows && oldSum == newSum;
    }
  }
}
