package dev.hotseat.live.orders;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// The jobs of the night. Old orders are put away all the time, a few at once; a recount of the
/// stock runs when it was started, and goes on until it is stopped.
final class Night {
  /// Orders of this life beyond so many are put away.
  static final int ORDERS_KEPT = 40_000;

  private static final int PUT_AWAY_AT_ONCE = 500;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
  private static final long AFTER_A_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private static final String LOCK_ROW = "UPDATE stock SET on_hand = on_hand WHERE product = ?";
  private static final String SOLD = "SELECT SUM(quantity) FROM order_lines WHERE product = ?";
  private static final String CORRECT =
      "UPDATE stock SET on_hand = 1000000 - COALESCE(?, 0) WHERE product = ?";
  private static final String NEWEST = "SELECT MAX(id) FROM orders";
  private static final String OLD_LINES =
      "DELETE FROM order_lines WHERE order_id > ? AND order_id <= ?";
  private static final String OLD_ORDERS = "DELETE FROM orders WHERE id > ? AND id <= ?";

  private final Kit kit;
  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean recounting;
  private final AtomicInteger runs = new AtomicInteger();
  private long putAwayUpTo = Stock.ORDERS;

  Night(Kit kit, Database database) {
    this.kit = kit;
    this.database = database;
  }

  /// Starts what always runs.
  void start() {
    kit.background("archive", this::archive);
  }

  /// Starts the recount.
  void recount() {
    lock.lock();
    try {
      if (!recounting) {
        recounting = true;
        int run = runs.incrementAndGet();
        kit.log("INFO", Topology.BATCH, "stock-recount started, 2,000 products");
        kit.background("stock-recount", () -> recountUntilStopped(run));
      }
    } finally {
      lock.unlock();
    }
  }

  /// Stops the recount; a round that has begun is finished. False where none was running.
  boolean stop() {
    lock.lock();
    try {
      boolean was = recounting;
      recounting = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  boolean recounting() {
    return recounting;
  }

  private void recountUntilStopped(int run) throws InterruptedException {
    int product = Stock.BESTSELLER;
    while (recounting && run == runs.get()) {
      try {
        database.transaction(Topology.BATCH, Topology.pool(1), desk -> recounted(desk, product));
        kit.world().pause().sleepNanos(PAUSE_NANOS);
      } catch (HopFailure failure) {
        kit.log("WARN", Topology.BATCH, "stock-recount: " + failure.getMessage() + ", retrying");
        kit.world().pause().sleepNanos(AFTER_A_FAILURE_NANOS);
      }
    }
  }

  private static int recounted(Statements desk, int product)
      throws SQLException, InterruptedException {
    desk.write(LOCK_ROW, product);
    List<Long> sold = desk.read(SOLD, row -> row.getLong(1), product);
    int changed = desk.write(CORRECT, sold.getFirst(), product);
    desk.commit();
    return changed;
  }

  private void archive() throws InterruptedException {
    while (true) {
      kit.world().pause().sleepNanos(TimeUnit.SECONDS.toNanos(3));
      try {
        putAway();
      } catch (HopFailure _) {
        // it waits for its turn like everybody; next time then
      }
    }
  }

  private void putAway() throws InterruptedException {
    long from = putAwayUpTo;
    putAwayUpTo =
        database.transaction(
            Topology.BATCH,
            Topology.pool(1),
            desk -> {
              long newest = desk.read(NEWEST, row -> row.getLong(1)).getFirst();
              long upTo = Math.min(from + PUT_AWAY_AT_ONCE, newest - ORDERS_KEPT);
              if (upTo <= from) {
                return from;
              }
              desk.write(OLD_LINES, from, upTo);
              desk.write(OLD_ORDERS, from, upTo);
              desk.commit();
              return upTo;
            });
  }
}
