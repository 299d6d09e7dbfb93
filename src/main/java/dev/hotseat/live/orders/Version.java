package dev.hotseat.live.orders;

import java.util.Set;
import java.util.TreeSet;

/// A version of the service: what an instance runs.
///
/// @param name such as `2.41.0`
/// @param traits what its code does differently
record Version(String name, Set<Trait> traits) {
  Version {
    traits = Set.copyOf(traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /// The next version, with some traits more.
  Version adding(String next, Set<Trait> more) {
    Set<Trait> all = new TreeSet<>(traits);
    all.addAll(more);
    return new Version(next, all);
  }

  /// The next version, with some traits fewer.
  Version without(String next, Set<Trait> gone) {
    Set<Trait> left = new TreeSet<>(traits);
    left.removeAll(gone);
    return new Version(next, left);
  }
}
