package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.world.Chance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/// Repeats a share of the reads on both tables and compares, after the client has its answer.
///
/// Takes a connection of the pool like any other request of the app. What comes while it is busy is
/// left out and counted.
final class Shadows {
  private static final int WAITING_MAX = 500;

  private final Kit kit;
  private final Layout layout;
  private final IntSupplier share;
  private final Chance chance;
  private final BlockingQueue<Read> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final LongAdder compared = new LongAdder();
  private final LongAdder mismatches = new LongAdder();
  private final LongAdder leftOut = new LongAdder();

  /// @param share per cent of reads that are to be repeated at the moment
  Shadows(Kit kit, Layout layout, IntSupplier share) {
    this.kit = kit;
    this.layout = layout;
    this.share = share;
    this.chance = new Chance(kit.world().dice(), "shadow reads");
  }

  void start() {
    kit.background(
        "shadow-reads",
        () -> {
          Visit visit = kit.errand("shadow read");
          while (true) {
            compare(visit, waiting.take());
          }
        });
  }

  /// A read was answered; perhaps it is repeated.
  void perhaps(Instance instance, Choices choices, long id) {
    boolean both = instance.release().knowsNew() && layout.newExists() && layout.oldExists();
    if (both && choices.shadowReads() > 0 && chance.below(100) < choices.shadowReads()) {
      if (!waiting.offer(new Read(instance, id))) {
        leftOut.increment();
      }
    }
  }

  long compared() {
    return compared.sum();
  }

  long mismatches() {
    return mismatches.sum();
  }

  long leftOut() {
    return leftOut.sum();
  }

  private void compare(Visit visit, Read read) throws InterruptedException {
    try {
      boolean same = wanted() && same(visit, read);
      if (!same && wanted()) {
        same = same(visit, read); // a write may have come between the two looks
      }
      if (!wanted()) {
        leftOut.increment();
        return;
      }
      compared.increment();
      if (!same) {
        mismatches.increment();
      }
    } catch (HopFailure _) {
      leftOut.increment();
    }
  }

  /*
   * Once nobody wants shadow reads any more, the tables may part: what was still in line says nothing.
   */
  private boolean wanted() {
    return share.getAsInt() > 0;
  }

  private boolean same(Visit visit, Read read) throws InterruptedException {
    return read.instance().store(visit, connection -> same(connection, read.id()));
  }

  /*
   * Two statements do not see the same moment, so a difference is looked at once more before it
   * counts.
   */
  private boolean same(Connection connection, long id) throws SQLException {
    Optional<OldRow> old = new OldCustomers(layout.nameColumn()).find(connection, id);
    Optional<NewRow> fresh = new NewCustomers(Schema.NEW).find(connection, id);
    return old.map(row -> Rules.convert(row).row()).equals(fresh);
  }

  private record Read(Instance instance, long id) {}
}
