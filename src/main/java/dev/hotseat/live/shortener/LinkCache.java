package dev.hotseat.live.shortener;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.Found.Absent;
import dev.hotseat.live.shortener.Found.Present;
import dev.hotseat.world.World;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The links one app node keeps in memory.
final class LinkCache {
  private final Hop hop;
  private final Cache<String, Found> entries;
  private final SingleFlight flights = new SingleFlight();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /*
   * Size and lifetime are set through Caffeine's policies so that a lever change keeps the entries:
   * a cache that is rebuilt to make it larger is an outage of its own. Upkeep runs on the calling
   * thread; a shared pool would let one system's churn delay another's.
   */
  LinkCache(Hop hop, World world) {
    this.hop = hop;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(1, TimeUnit.SECONDS)
            .ticker(world.ticks()::nanos)
            .executor(Runnable::run)
            .build();
  }

  void change(Choices choices) {
    entries.policy().eviction().orElseThrow().setMaximum(choices.cacheSize());
    entries.policy().expireAfterWrite().orElseThrow().setExpiresAfter(choices.cacheTtl());
    if (!choices.cached()) {
      clear();
    }
  }

  /// What is remembered about a code.
  Optional<Found> get(Visit visit, String code) throws InterruptedException {
    Optional<Found> found = hop.cross(visit, () -> Optional.ofNullable(entries.getIfPresent(code)));
    (found.isPresent() ? hits : misses).increment();
    return found;
  }

  /// Loads a code that was not in the cache and remembers what came.
  Found load(String code, Choices choices, Load load) throws InterruptedException {
    if (!choices.singleFlight()) {
      return kept(code, load.run(), choices);
    }
    return flights.join(
        code,
        () -> {
          Found meanwhile = entries.getIfPresent(code);
          return meanwhile != null ? meanwhile : kept(code, load.run(), choices);
        });
  }

  private Found kept(String code, Found found, Choices choices) {
    boolean worthIt =
        switch (found) {
          case Present(Link link) -> !link.deleted() || choices.negativeCache();
          case Absent() -> choices.negativeCache();
        };
    if (worthIt) {
      entries.put(code, found);
    }
    return found;
  }

  void put(Link link) {
    entries.put(link.code(), new Present(link));
  }

  void drop(String code) {
    entries.invalidate(code);
  }

  void clear() {
    entries.invalidateAll();
  }

  long size() {
    return entries.estimatedSize();
  }

  long hits() {
    return hits.sum();
  }

  long misses() {
    return misses.sum();
  }

  /// How a missing link is fetched.
  interface Load {
    Found run() throws InterruptedException;
  }
}
