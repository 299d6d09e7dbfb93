package dev.hotseat.fault;

import java.util.List;

/// What crossing one hop costs at this moment, all faults taken together.
///
/// @param slowNanos extra time
/// @param chances shares of crossings that fail, in the order in which the faults began
/// @param cut whether nothing gets through
public record Toll(long slowNanos, List<Chance> chances, boolean cut) {
  /// Nothing is in force.
  public static final Toll NONE = new Toll(0, List.of(), false);

  /// A share (0..1) of crossings that fails, and the reason they fail with.
  public record Chance(double share, String reason) {}

  public Toll {
    chances = List.copyOf(chances);
  }
}
