package dev.hotseat.live.shortener;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.WriteBuffer.Batch;
import dev.hotseat.world.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// Writes one region's buffered links to the primary, a batch at a time.
///
/// What cannot be written now is tried again until the node dies. Whoever was acknowledged with a
/// code that turns out to be taken has lost its link: by then there is nobody left to tell.
final class LinkWriter {
  private final Region region;
  private final Kit kit;
  private final Store store;
  private final Hop storeHop;
  private final World world;
  private final Truth truth;
  private final ReentrantLock writing = new ReentrantLock();
  private Optional<Batch> stuck = Optional.empty();

  LinkWriter(Kit kit, Region region, Truth truth) {
    this.kit = kit;
    this.region = region;
    this.truth = truth;
    this.store = kit.store();
    this.storeHop = kit.hop("app.eu>store");
    this.world = kit.world();
  }

  /// Writes everything that waits; stops at the first failure and says false.
  boolean flush(int batchSize) throws InterruptedException {
    writing.lockInterruptibly();
    try {
      while (!region.writes().empty()) {
        Batch batch = stuck.orElseGet(() -> region.writes().take(batchSize));
        if (batch.links().isEmpty() || !write(batch)) {
          return batch.links().isEmpty();
        }
      }
      return true;
    } finally {
      writing.unlock();
    }
  }

  private boolean write(Batch batch) throws InterruptedException {
    try {
      Visit visit = kit.errand("write-behind");
      Set<Integer> taken =
          region.<Set<Integer>, RuntimeException>inEu(
              visit,
              () ->
                  store.query(
                      storeHop,
                      visit,
                      connection ->
                          LinkTable.insertAll(connection, batch.links(), world.ticks().nanos())));
      stuck = Optional.empty();
      settle(batch, taken);
      return true;
    } catch (HopFailure failure) {
      retain(batch, failure);
      return false;
    }
  }

  private void settle(Batch batch, Set<Integer> taken) {
    truth.stored(batch.links().size() - taken.size());
    region.writes().settle(batch);
    truth.buffered(-batch.links().size());
    if (!taken.isEmpty()) {
      kit.log(
          "ERROR",
          "app." + region.name(),
          taken.size() + " acknowledged links had a code that was taken; they are lost");
    }
  }

  private void retain(Batch batch, HopFailure failure) {
    if (region.writes().orphaned(batch)) {
      stuck = Optional.empty();
      region.writes().settle(batch);
      lost(batch.links());
      return;
    }
    if (stuck.isEmpty()) {
      kit.log(
          "WARN",
          "app." + region.name(),
          batch.links().size() + " buffered links not written: " + failure.why().reason());
    }
    stuck = Optional.of(batch);
  }

  /// The node dies, and with it what it had only in memory.
  int crash() {
    List<Link> gone = region.writes().die();
    lost(gone);
    return gone.size();
  }

  private void lost(List<Link> links) {
    truth.buffered(-links.size());
    links.forEach(link -> truth.vanished(link.code()));
  }
}
