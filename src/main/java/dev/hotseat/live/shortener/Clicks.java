package dev.hotseat.live.shortener;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts who followed what.
///
/// The sink commits to a disk of its own, and a transaction keeps its rows locked until the disk
/// has answered. That is the whole difference between the three ways of counting: how many calls
/// queue for one row while it does.
final class Clicks {
  private static final int SHARDS = 16;
  private final Store store;
  private final Hop sinkHop;
  private final Hop diskHop;
  private final Kit kit;
  private final Truth truth;
  private final AtomicInteger turn = new AtomicInteger();

  Clicks(Kit kit, Truth truth) {
    this.kit = kit;
    this.store = kit.store();
    this.sinkHop = kit.hop("app.eu>clicks");
    this.diskHop = kit.hop("clicks>disk");
    this.truth = truth;
  }

  /// Counts one click, before the visitor is sent on or for later.
  void count(Visit visit, Region region, String code, Choices choices) throws InterruptedException {
    switch (choices.clicks()) {
      case ROW_UPDATE -> countNow(visit, region, code, 0);
      case SHARDED -> countNow(visit, region, code, turn.getAndIncrement() & (SHARDS - 1));
      case BATCHED -> {
        truth.clicksBuffered(1);
        region.clicks().add(code, 1);
      }
    }
    truth.clickServed();
  }

  private void countNow(Visit visit, Region region, String code, int shard)
      throws InterruptedException {
    write(visit, region, Map.of(code, 1L), shard);
    truth.clicksCounted(1);
  }

  /// Hands a region's buffered clicks on; stops at the first failure and says false.
  boolean flush(Region region, int batchSize) throws InterruptedException {
    while (!region.clicks().empty()) {
      if (!flushOnce(region, batchSize)) {
        return false;
      }
    }
    return true;
  }

  /*
   * Each region's flusher has rows of its own, so that two of them never wait for each other in
   * opposite orders.
   */
  private boolean flushOnce(Region region, int batchSize) throws InterruptedException {
    Map<String, Long> sums = region.clicks().take(batchSize);
    long clicks = sums.values().stream().mapToLong(n -> n).sum();
    try {
      write(kit.errand("click-batch"), region, sums, region.number());
      truth.clicksCounted(clicks);
      truth.clicksBuffered(-clicks);
      return true;
    } catch (HopFailure _) {
      sums.forEach(region.clicks()::add);
      return false;
    }
  }

  /// The node dies, and with it the clicks it had only in memory.
  long crash(Region region) {
    long gone = region.clicks().take(Integer.MAX_VALUE).values().stream().mapToLong(n -> n).sum();
    truth.clicksBuffered(-gone);
    return gone;
  }

  private void write(Visit visit, Region region, Map<String, Long> sums, int shard)
      throws InterruptedException {
    region.<Boolean, RuntimeException>inEu(
        visit,
        () -> store.query(sinkHop, visit, connection -> committed(visit, connection, sums, shard)));
  }

  private boolean committed(Visit visit, Connection connection, Map<String, Long> sums, int shard)
      throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      for (Map.Entry<String, Long> sum : sums.entrySet()) {
        ClickTable.add(connection, sum.getKey(), shard, sum.getValue());
      }
      diskHop.<Boolean, SQLException>cross(
          visit,
          () -> {
            connection.commit();
            return true;
          });
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
    return true;
  }

  /// How often a link was followed, as far as the sink knows.
  long total(Visit visit, Region region, String code) throws InterruptedException {
    return region.<Long, RuntimeException>inEu(
        visit, () -> store.query(sinkHop, visit, connection -> ClickTable.total(connection, code)));
  }
}
