package dev.hotseat.fault;

import java.util.List;

/// A fault that a system can be given.
///
/// @param name kebab case, such as `store-slow`
/// @param meaning one line for a person: what breaks in life
/// @param where the hop or part it bites, as shown in lists
/// @param effect what it does
/// @param unit unit of the intensity: `ms`, `share`, `calls/s`, `s`, or empty for on/off faults
/// @param min least intensity
/// @param max greatest intensity
/// @param usual intensity when none is given
public record FaultKind(
    String name,
    String meaning,
    String where,
    Effect effect,
    String unit,
    double min,
    double max,
    double usual) {

  /// What a fault does where it bites.
  public sealed interface Effect {
    /// Every crossing of the hops takes `intensity` milliseconds longer.
    record Slow(List<String> hops) implements Effect {}

    /// A share `intensity` (0..1) of crossings fails with `reason`.
    record Fail(List<String> hops, String reason) implements Effect {}

    /// No crossing gets through; each waits out the hop's time-out, then fails as `unreachable`.
    record Cut(List<String> hops) implements Effect {}

    /// Only the system itself knows how to suffer this one; it is told when it starts and stops.
    record Own() implements Effect {}
  }

  public FaultKind {
    if (!(min <= usual && usual <= max)) {
      throw new IllegalArgumentException(name + ": usual intensity outside min..max");
    }
  }
}
