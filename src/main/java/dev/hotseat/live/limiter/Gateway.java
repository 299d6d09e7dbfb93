package dev.hotseat.live.limiter;

import dev.hotseat.live.Hop;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// A gateway node: a clock of its own, counters of its own, and the ways to the stores and the
/// backend.
final class Gateway {
  private final String part;
  private final String region;
  private final KeyTable table;
  private final Hop home;
  private final Hop near;
  private final Hop backend;
  private volatile Hop homeInTime;
  private volatile Hop nearInTime;
  private volatile long aheadNanos;
  private volatile Map<String, LongAdder> unsynced = new ConcurrentHashMap<>();

  /// @param home the way to the store in eu
  /// @param near the way to the store in its own region
  Gateway(String part, String region, Hop home, Hop near, Hop backend, KeyTable table) {
    this.part = part;
    this.region = region;
    this.home = home;
    this.near = near;
    this.backend = backend;
    this.table = table;
    this.homeInTime = home;
    this.nearInTime = near;
  }

  String part() {
    return part;
  }

  String region() {
    return region;
  }

  KeyTable table() {
    return table;
  }

  Hop backend() {
    return backend;
  }

  /// The way to a store, for as long as the time-out allows.
  Hop counters(boolean near) {
    return near ? nearInTime : homeInTime;
  }

  void change(Choices choices) {
    table.change(choices);
    Duration timeout = choices.storeTimeout();
    homeInTime = timeout.isZero() ? home : home.within(timeout);
    nearInTime = timeout.isZero() ? near : near.within(timeout);
  }

  /// What its own clock shows.
  long clock(long trueNanos) {
    return trueNanos + aheadNanos;
  }

  /// Sets the clock ahead of the true time, or right again.
  void setAhead(long nanos) {
    aheadNanos = nanos;
  }

  long aheadNanos() {
    return aheadNanos;
  }

  /// Remembers for the next synchronisation that a key was asked for, and what it was let through.
  void remember(String key, int cost) {
    unsynced.computeIfAbsent(key, _ -> new LongAdder()).add(cost);
  }

  /// What was let through since the last synchronisation; from now on it counts anew.
  Map<String, LongAdder> takeUnsynced() {
    Map<String, LongAdder> taken = unsynced;
    unsynced = new ConcurrentHashMap<>();
    return taken;
  }

  /// Units let through since [#takeUnsynced].
  long unsynced(String key) {
    LongAdder since = unsynced.get(key);
    return since == null ? 0 : since.sum();
  }
}
