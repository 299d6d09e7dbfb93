package dev.hotseat.live.payments;

import java.util.HashSet;
import java.util.Set;

/// Follows a table by its ascending numbers without missing rows that are committed a little out of
/// order: each look begins where the look before the last one ended.
final class Tail {
  private final Set<Long> recent = new HashSet<>();
  private long from;
  private long next;
  private long highest;
  private long seen;

  /// The number after which to read; call once per look.
  long from() {
    from = next;
    next = highest;
    long until = from;
    recent.removeIf(number -> number <= until);
    return from;
  }

  /// Whether this row was not there in an earlier look.
  boolean isNew(long number) {
    highest = Math.max(highest, number);
    boolean added = recent.add(number);
    seen += added ? 1 : 0;
    return added;
  }

  /// How many rows there were in all.
  long seen() {
    return seen;
  }
}
