package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.Choices.Guard;
import dev.hotseat.live.shortener.Choices.Keys;
import dev.hotseat.live.shortener.Choices.OnCollision;
import dev.hotseat.live.shortener.CreationRequest.Malformed;
import dev.hotseat.live.shortener.CreationRequest.Wish;
import dev.hotseat.live.shortener.Found.Present;
import dev.hotseat.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Makes links.
final class Creations {
  /// Rows the store may hold; the machine is finite.
  static final long LINKS_MAX = 1_500_000;

  private static final int ATTEMPTS = 4;
  private final World world;
  private final Store store;
  private final Hop storeHop;
  private final KeyMaker keys;
  private final UrlRules rules;
  private final CreationLimit limit;
  private final Truth truth;
  private final Recent recent;
  private final Presentation presentation;
  private final LongAdder collisions = new LongAdder();
  private final long seeded;

  Creations(Kit kit, Truth truth, Recent recent, Presentation presentation, long seeded) {
    this.world = kit.world();
    this.store = kit.store();
    this.storeHop = kit.hop("app.eu>store");
    this.keys = new KeyMaker(kit);
    this.rules = new UrlRules(Presentation.OWN_HOSTS);
    this.limit = new CreationLimit(kit.world().ticks());
    this.truth = truth;
    this.recent = recent;
    this.presentation = presentation;
    this.seeded = seeded;
  }

  /// Serves `POST /links`.
  Reply create(Visit visit, Region region, Choices choices) throws InterruptedException {
    Optional<Reply> tooMany = tooMany(visit, choices);
    if (tooMany.isPresent()) {
      return tooMany.get();
    }
    return switch (CreationRequest.read(visit.call().body())) {
      case Malformed(Objection objection) -> objection.reply();
      case Wish wish -> {
        Optional<Objection> objection =
            rules.objection(wish.url(), visit.call().header("host", ""));
        yield objection.isPresent()
            ? objection.get().reply()
            : make(new Creation(visit, region, choices, wish, world.wall().millis()));
      }
    };
  }

  /// Codes that were made and found taken.
  long collisions() {
    return collisions.sum();
  }

  /// Rows of the link table.
  long links() {
    return seeded + truth.storedLinks();
  }

  private Optional<Reply> tooMany(Visit visit, Choices choices) {
    if (!choices.limited()) {
      return Optional.empty();
    }
    String client = visit.call().header("x-client", "anonymous");
    long waitNanos = limit.waitNanos(client, choices.creationsPerMinute());
    if (waitNanos == 0) {
      return Optional.empty();
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(waitNanos - 1) + 1;
    String detail = "More than " + choices.creationsPerMinute() + " creations a minute";
    return Optional.of(
        new Reply(
            429,
            Map.of("Retry-After", Long.toString(seconds)),
            "",
            new Why("limit", "X-Client", detail)));
  }

  private Reply make(Creation creation) throws InterruptedException {
    if (links() + truth.bufferedLinks() >= LINKS_MAX) {
      return Reply.refused(
          507, new Why("rows-full", "store", "This system holds at most " + LINKS_MAX + " links"));
    }
    return creation.wish().alias().isEmpty() ? makeWithCode(creation) : makeWithAlias(creation);
  }

  private Reply makeWithAlias(Creation creation) throws InterruptedException {
    Link link = creation.link(creation.wish().alias(), true);
    return claim(creation, link)
        ? acknowledged(creation, link)
        : Reply.refused(
            409, new Why("alias-taken", "alias", "The alias " + link.code() + " is taken"));
  }

  private Reply makeWithCode(Creation creation) throws InterruptedException {
    Choices choices = creation.choices();
    int attempts = choices.onCollision() == OnCollision.FAIL ? 1 : ATTEMPTS;
    for (int attempt = 0; attempt < attempts; attempt++) {
      String code =
          keys.code(creation.visit(), creation.region(), choices, creation.wish().url(), attempt);
      Link link = creation.link(code, false);
      if (claim(creation, link)) {
        return acknowledged(creation, link);
      }
      Optional<Link> same =
          choices.keys() == Keys.HASH ? sameTarget(creation, link) : Optional.empty();
      if (same.isPresent()) {
        return presentation.created(200, creation.visit(), same.get());
      }
      collisions.increment();
    }
    return Reply.refused(
        503, new Why("key-collision", "keys", "Codes made were taken; " + attempts + " attempts"));
  }

  /// A hash gives one target one code: the link that is there already is the one that was wanted.
  private Optional<Link> sameTarget(Creation creation, Link wanted) throws InterruptedException {
    Optional<Link> waiting = creation.region().writes().find(wanted.code());
    Found found =
        waiting.isPresent() ? new Present(waiting.get()) : inStore(creation, wanted.code());
    return found instanceof Present(Link link)
            && link.url().equals(wanted.url())
            && !link.deleted()
            && !link.expired(creation.nowMillis())
        ? Optional.of(link)
        : Optional.empty();
  }

  /// Tries to make the code this link's own; false where it is taken, as far as the guard can see.
  private boolean claim(Creation creation, Link link) throws InterruptedException {
    if (creation.choices().guard() == Guard.CHECK_THEN_INSERT
        && inStore(creation, link.code()) instanceof Present) {
      return false;
    }
    return creation.choices().writeBehind() ? buffer(creation, link) : insert(creation, link);
  }

  private Found inStore(Creation creation, String code) throws InterruptedException {
    Visit visit = creation.visit();
    return creation
        .region()
        .<Found, RuntimeException>inEu(
            visit,
            () -> store.query(storeHop, visit, connection -> LinkTable.find(connection, code)));
  }

  private boolean insert(Creation creation, Link link) throws InterruptedException {
    Visit visit = creation.visit();
    boolean inserted =
        creation
            .region()
            .<Boolean, RuntimeException>inEu(
                visit,
                () ->
                    store.query(
                        storeHop,
                        visit,
                        connection -> LinkTable.insert(connection, link, world.ticks().nanos())));
    if (inserted) {
      truth.stored(1);
    }
    return inserted;
  }

  private boolean buffer(Creation creation, Link link) {
    WriteBuffer writes = creation.region().writes();
    if (writes.full()) {
      throw new HopFailure(
          503,
          new Why(
              "buffer-full",
              "app." + creation.region().name(),
              WriteBuffer.CAPACITY + " links wait to be written"));
    }
    truth.buffered(1);
    if (creation.choices().guard() == Guard.NONE) {
      writes.force(link);
      return true;
    }
    boolean taken = writes.offer(link);
    if (!taken) {
      truth.buffered(-1);
    }
    return taken;
  }

  private Reply acknowledged(Creation creation, Link link) {
    creation.region().cache().drop(link.code());
    truth.acknowledged(link);
    recent.add(link.code());
    return presentation.created(201, creation.visit(), link);
  }

  /// One creation under way.
  private record Creation(Visit visit, Region region, Choices choices, Wish wish, long nowMillis) {
    Link link(String code, boolean alias) {
      return new Link(
          code, wish.url(), nowMillis, nowMillis + wish.ttlSeconds() * 1000, alias, Link.NEVER);
    }
  }
}
