package dev.hotseat.live.shortener;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.Choices.Reads;
import dev.hotseat.live.shortener.Found.Absent;
import dev.hotseat.live.shortener.Found.Present;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Finds a link: in the cache, in the node's own write buffer, or in a copy of the store.
final class Lookup {
  private final Store store;
  private final Hop primaryHop;
  private final Loads loads = new Loads();
  private final LongAdder databaseReads = new LongAdder();

  Lookup(Kit kit) {
    this.store = kit.store();
    this.primaryHop = kit.hop("app.eu>store");
  }

  /// For a redirect: whatever the levers allow.
  Found find(Visit visit, Region region, String code, Choices choices) throws InterruptedException {
    if (!choices.cached()) {
      return loadCounted(visit, region, code, choices);
    }
    LinkCache cache = region.cache();
    Optional<Found> known = cache.get(visit, code);
    return known.isPresent()
        ? known.get()
        : cache.load(code, choices, () -> loadCounted(visit, region, code, choices));
  }

  private Found loadCounted(Visit visit, Region region, String code, Choices choices)
      throws InterruptedException {
    Optional<Link> unwritten = region.writes().find(code);
    if (unwritten.isPresent()) {
      return new Present(unwritten.get());
    }
    databaseReads.increment();
    return loads.counting(code, () -> inDatabase(visit, region, code, choices));
  }

  /// For an owner: past the cache, and not counted as a redirect's load.
  Found load(Visit visit, Region region, String code, Choices choices) throws InterruptedException {
    Optional<Link> unwritten = region.writes().find(code);
    return unwritten.isPresent()
        ? new Present(unwritten.get())
        : inDatabase(visit, region, code, choices);
  }

  private Found inDatabase(Visit visit, Region region, String code, Choices choices)
      throws InterruptedException {
    Replica replica = region.replica();
    if (replica == null || choices.reads() == Reads.PRIMARY) {
      return inPrimary(visit, region, code);
    }
    Found near = inReplica(visit, replica, code);
    return near instanceof Absent && choices.reads() == Reads.REPLICA_WITH_FALLBACK
        ? inPrimary(visit, region, code)
        : near;
  }

  private Found inPrimary(Visit visit, Region region, String code) throws InterruptedException {
    return region.<Found, RuntimeException>inEu(
        visit,
        () -> store.query(primaryHop, visit, connection -> LinkTable.find(connection, code)));
  }

  private Found inReplica(Visit visit, Replica replica, String code) throws InterruptedException {
    return store.query(
        replica.readHop(),
        visit,
        connection -> LinkTable.findInReplica(connection, code, replica.horizonNanos()));
  }

  /// Look-ups that went to a database, since the start.
  long databaseReads() {
    return databaseReads.sum();
  }

  Loads loads() {
    return loads;
  }
}
