package dev.hotseat.live.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// The live configuration of the service, with its history.
final class Config {
  private final InstantSource wall;
  private final AtomicLongArray values = new AtomicLongArray(Setting.values().length);
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Change> history = new ArrayList<>();
  private final Map<Setting, List<LongConsumer>> listeners = new EnumMap<>(Setting.class);

  Config(InstantSource wall) {
    this.wall = wall;
    for (Setting setting : Setting.values()) {
      values.set(setting.ordinal(), setting.initial());
      listeners.put(setting, new CopyOnWriteArrayList<>());
    }
  }

  /// One line of the history.
  record Change(Instant at, Setting setting, long before, long after, String who, String why) {}

  long number(Setting setting) {
    return values.get(setting.ordinal());
  }

  boolean on(Setting setting) {
    return number(setting) != 0;
  }

  /// Changes a value, which takes effect at once.
  ///
  /// @param who a person or a robot
  /// @param why as it stands in the history
  /// @return what it was before
  long set(Setting setting, long value, String who, String why) {
    long clamped = Math.clamp(value, setting.min(), setting.max());
    lock.lock();
    try {
      long before = values.getAndSet(setting.ordinal(), clamped);
      history.add(new Change(wall.instant(), setting, before, clamped, who, why));
      listeners.getOrDefault(setting, List.of()).forEach(each -> each.accept(clamped));
      return before;
    } finally {
      lock.unlock();
    }
  }

  /// Notes a change that was made in the past and is in force already.
  void recall(Instant at, Setting setting, long before, String who, String why) {
    lock.lock();
    try {
      history.add(new Change(at, setting, before, number(setting), who, why));
    } finally {
      lock.unlock();
    }
  }

  /// Tells `listener` of every later change.
  void onChange(Setting setting, LongConsumer listener) {
    listeners.getOrDefault(setting, new ArrayList<>()).add(listener);
  }

  /// Oldest first.
  List<Change> history() {
    lock.lock();
    try {
      return List.copyOf(history);
    } finally {
      lock.unlock();
    }
  }
}
