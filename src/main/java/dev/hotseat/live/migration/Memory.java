package dev.hotseat.live.migration;

import dev.hotseat.world.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every client was told of every write, by customer: no acknowledged write is left out.
///
/// A hundred million customers may exist; only those written are remembered, at some 36 bytes each.
/// Customers nobody wrote are as the beginning had them, which the seed can tell again.
final class Memory {
  private static final int STRIPES = 64;

  private final List<MemoryStripe> stripes;

  Memory() {
    List<MemoryStripe> made = new ArrayList<>();
    for (int i = 0; i < STRIPES; i++) {
      made.add(new MemoryStripe());
    }
    this.stripes = List.copyOf(made);
  }

  /// Remembers what a client was told.
  ///
  /// @return the writes acknowledged before that turn out to be lost, because a version has come
  ///   twice: the table had gone back behind them
  Optional<Loss> learn(Told told) {
    return stripe(told.id()).learn(told);
  }

  /// What is known of a customer; empty where nobody wrote it.
  Optional<Known> known(long id) {
    return stripe(id).known(id);
  }

  /// Customers remembered.
  long size() {
    return stripes.stream().mapToLong(MemoryStripe::size).sum();
  }

  /// Acknowledged writes that are gone.
  ///
  /// @param cause number of the step under way when the newest of them was acknowledged
  record Loss(long writes, int cause) {}

  private MemoryStripe stripe(long id) {
    return stripes.get((int) (Chance.mixed(id) >>> 58));
  }
}
