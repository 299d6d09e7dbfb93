package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Flaw.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The flaws there are at the moment, one a customer, and the losses that cannot be undone.
final class Findings {
  /// Flaws whose particulars are kept; more are not looked for.
  static final int KEPT_MAX = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final NavigableMap<Long, Flaw> flaws = new TreeMap<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Map<String, Long> lostBy = new HashMap<>();
  private long lostForGood;

  /// A customer has this flaw; if it had one of this kind before, that has the same cause.
  void found(Flaw flaw) {
    lock.lock();
    try {
      if (flaws.size() >= KEPT_MAX && !flaws.containsKey(flaw.id())) {
        return;
      }
      Flaw before = flaws.get(flaw.id());
      Flaw now =
          before != null && before.kind() == flaw.kind() ? flaw.causedBy(before.cause()) : flaw;
      forget(flaws.put(flaw.id(), now));
      counts.merge(now.kind(), now.writes(), Long::sum);
    } finally {
      lock.unlock();
    }
  }

  /// A customer has none.
  void sound(long id) {
    lock.lock();
    try {
      forget(flaws.remove(id));
    } finally {
      lock.unlock();
    }
  }

  private void forget(@Nullable Flaw flaw) {
    if (flaw != null) {
      counts.merge(flaw.kind(), -flaw.writes(), Long::sum);
    }
  }

  /// Acknowledged writes turned out to be gone, and have been written over since.
  void lost(String cause, long writes) {
    lock.lock();
    try {
      lostForGood += writes;
      lostBy.merge(cause, writes, Long::sum);
    } finally {
      lock.unlock();
    }
  }

  boolean has(long id) {
    lock.lock();
    try {
      return flaws.containsKey(id);
    } finally {
      lock.unlock();
    }
  }

  /// Some of the customers with flaws, from this id on and round again.
  List<Long> some(long from, int limit) {
    lock.lock();
    try {
      List<Long> some = new ArrayList<>(Math.min(limit, flaws.size()));
      flaws.tailMap(from).keySet().stream().limit(limit).forEach(some::add);
      if (some.isEmpty()) {
        flaws.keySet().stream().limit(limit).forEach(some::add);
      }
      return some;
    } finally {
      lock.unlock();
    }
  }

  /// The first flaws by id.
  List<Flaw> first(int limit) {
    lock.lock();
    try {
      return flaws.values().stream().limit(limit).toList();
    } finally {
      lock.unlock();
    }
  }

  Map<String, Double> oracles() {
    lock.lock();
    try {
      Map<String, Double> oracles = new HashMap<>();
      for (Kind kind : Kind.values()) {
        oracles.put(kind.oracle(), (double) counts.getOrDefault(kind, 0L));
      }
      oracles.merge(Kind.LOST.oracle(), (double) lostForGood, Double::sum);
      return oracles;
    } finally {
      lock.unlock();
    }
  }

  /// How many flaws of each kind each step caused.
  Map<String, Map<Kind, Long>> byCause() {
    lock.lock();
    try {
      Map<String, Map<Kind, Long>> by = new TreeMap<>();
      flaws
          .values()
          .forEach(flaw ->
              by.computeIfAbsent(flaw.cause(), _ -> new EnumMap<>(Kind.class))
                  .merge(flaw.kind(), flaw.writes(), Long::sum));
      lostBy.forEach((cause, writes) ->
          by.computeIfAbsent(cause, _ -> new EnumMap<>(Kind.class))
              .merge(Kind.LOST, writes, Long::sum));
      return by;
    } finally {
      lock.unlock();
    }
  }
}
