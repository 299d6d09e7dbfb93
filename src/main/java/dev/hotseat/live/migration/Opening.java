package dev.hotseat.live.migration;

import dev.hotseat.live.Jobs;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store.Home;
import java.util.Optional;

/// The old table and its customers, as they are in the beginning. A few hundred thousand are there
/// at once; many millions are kept on disk, and come while whoever asks is told to wait.
final class Opening {
  /// Customers that are kept in memory; more are kept on disk.
  static final long IN_MEMORY_MAX = 1_000_000;

  private final Kit kit;
  private final Numbers numbers;
  private volatile long rows;
  private volatile boolean open;

  Opening(Kit kit, Numbers numbers) {
    this.kit = kit;
    this.numbers = numbers;
  }

  /// Makes the old table, with the customers and in the database that the levers say.
  ///
  /// @param opened done when they are all there
  void open(Choices choices, Opened opened) throws InterruptedException {
    long count = choices.rows();
    boolean few = count <= IN_MEMORY_MAX;
    kit.keepStore(!few && choices.store() == Home.MEMORY ? Home.DISK : choices.store());
    if (few) {
      fill(count);
      open = true;
      opened.run();
      return;
    }
    kit.background(
        "opening",
        () -> {
          fill(count);
          open = true;
          opened.run();
        });
  }

  private void fill(long count) throws InterruptedException {
    Jobs.Job job = kit.jobs().start("opening", "The customers are put in", "rows", count);
    kit.store()
        .aside(connection -> {
          Schema.createOld(connection);
          Seed.fill(connection, seed(), (int) count, job::progress);
          job.note("The index of addresses is made");
          Schema.indexOld(connection);
          Schema.learn(connection);
          return count;
        });
    rows = count;
    numbers.begin(count);
    job.done("All are there");
  }

  /// Whether the customers are all there.
  boolean isOpen() {
    return open;
  }

  /// A customer as the beginning had it; empty for one that came later.
  Optional<OldRow> seeded(long id) {
    return id >= 1 && id <= rows ? Optional.of(Seed.row(seed(), (int) id)) : Optional.empty();
  }

  private long seed() {
    return kit.world().dice().seed();
  }

  /// What follows once they are all there.
  @FunctionalInterface
  interface Opened {
    void run() throws InterruptedException;
  }
}
