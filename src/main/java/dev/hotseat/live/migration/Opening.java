package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import java.util.Optional;

/// The old table and its customers, as they are in the beginning.
final class Opening {
  private final Kit kit;
  private final Numbers numbers;
  private volatile long rows;

  Opening(Kit kit, Numbers numbers) {
    this.kit = kit;
    this.numbers = numbers;
  }

  /// Makes the old table with so many customers.
  void open(long count) throws InterruptedException {
    rows = count;
    kit.store()
        .aside(connection -> {
          Schema.createOld(connection);
          Seed.fill(connection, seed(), (int) count);
          Schema.indexOld(connection);
          return count;
        });
    numbers.begin(count);
  }

  /// A customer as the beginning had it; empty for one that came later.
  Optional<OldRow> seeded(long id) {
    return id >= 1 && id <= rows ? Optional.of(Seed.row(seed(), (int) id)) : Optional.empty();
  }

  private long seed() {
    return kit.world().dice().seed();
  }
}
