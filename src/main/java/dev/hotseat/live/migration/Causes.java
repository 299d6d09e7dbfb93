package dev.hotseat.live.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Small numbers for the names of steps, so that what is remembered of each of millions of writes
/// can say what was going on at the time.
final class Causes {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> names = new ArrayList<>();
  private volatile Map<String, Integer> numbers = Map.of();

  int number(String name) {
    Integer known = numbers.get(name);
    return known == null ? added(name) : known;
  }

  String name(int number) {
    lock.lock();
    try {
      return names.get(number);
    } finally {
      lock.unlock();
    }
  }

  private int added(String name) {
    lock.lock();
    try {
      int known = names.indexOf(name);
      if (known >= 0) {
        return known;
      }
      names.add(name);
      Map<String, Integer> next = new HashMap<>(numbers);
      next.put(name, names.size() - 1);
      numbers = next;
      return names.size() - 1;
    } finally {
      lock.unlock();
    }
  }
}
