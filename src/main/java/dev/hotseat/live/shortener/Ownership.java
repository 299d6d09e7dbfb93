package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.Found.Absent;
import dev.hotseat.live.shortener.Found.Present;
import dev.hotseat.world.World;
import java.util.Map;

/// What the owner of a link does with it: look, count, take down.
final class Ownership {
  private final World world;
  private final Store store;
  private final Hop storeHop;
  private final Lookup lookup;
  private final Clicks clicks;
  private final Truth truth;
  private final Presentation presentation;

  Ownership(Kit kit, Lookup lookup, Clicks clicks, Truth truth, Presentation presentation) {
    this.world = kit.world();
    this.store = kit.store();
    this.storeHop = kit.hop("app.eu>store");
    this.lookup = lookup;
    this.clicks = clicks;
    this.truth = truth;
    this.presentation = presentation;
  }

  /// Serves `GET /links/{code}`.
  Reply inspect(Visit visit, Region region, String code, Choices choices)
      throws InterruptedException {
    return switch (lookup.load(visit, region, code, choices)) {
      case Absent() -> Presentation.unknown(code);
      case Present(Link link) -> presentation.inspected(visit, link, world.wall().millis());
    };
  }

  /// Serves `GET /links/{code}/stats`.
  Reply stats(Visit visit, Region region, String code, Choices choices)
      throws InterruptedException {
    return lookup.load(visit, region, code, choices) instanceof Absent
        ? Presentation.unknown(code)
        : presentation.stats(code, clicks.total(visit, region, code));
  }

  /// Serves `DELETE /links/{code}`. Other regions' caches hear nothing of it.
  Reply delete(Visit visit, Region region, String code) throws InterruptedException {
    if (region.writes().find(code).isPresent()) {
      return unwritten(code);
    }
    long now = world.ticks().nanos();
    boolean deleted =
        region.<Boolean, RuntimeException>inEu(
            visit,
            () ->
                store.query(
                    storeHop, visit, connection -> LinkTable.delete(connection, code, now)));
    region.cache().drop(code);
    if (!deleted) {
      return refusal(visit, region, code);
    }
    truth.deleted(code, world.ticks().nanos());
    return Reply.bare(204, Map.of());
  }

  private static Reply unwritten(String code) {
    return new Reply(
        503,
        Map.of("Retry-After", "1"),
        "",
        new Why("not-written-yet", "store", code + " waits in memory to be written"));
  }

  private Reply refusal(Visit visit, Region region, String code) throws InterruptedException {
    Found found =
        region.<Found, RuntimeException>inEu(
            visit,
            () -> store.query(storeHop, visit, connection -> LinkTable.find(connection, code)));
    return switch (found) {
      case Absent() -> Presentation.unknown(code);
      case Present(Link link) -> Presentation.gone(link);
    };
  }
}
