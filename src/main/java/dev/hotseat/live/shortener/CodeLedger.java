package dev.hotseat.live.shortener;

import dev.hotseat.world.Chance;
import java.util.concurrent.locks.ReentrantLock;

/// Which codes were acknowledged, and for what target: the truth that the store is held against.
///
/// Holds two hashes of 64 bits for each code instead of the texts, 16 to 40 bytes a link; with 1.5
/// million links the odds of any two hashes meeting are one in fifteen million.
final class CodeLedger {
  private static final int STRIPES = 64;
  private final Stripe[] stripes = new Stripe[STRIPES];

  CodeLedger() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  /// What was known about a code before.
  enum Before {
    UNKNOWN,
    SAME_TARGET,
    OTHER_TARGET
  }

  /// Enters an acknowledged link.
  Before enter(String code, String url) {
    long key = Chance.hash(code);
    long target = Chance.hash(url);
    long previous = stripe(key).put(key, target);
    if (previous == 0) {
      return Before.UNKNOWN;
    }
    return previous == target ? Before.SAME_TARGET : Before.OTHER_TARGET;
  }

  /// Whether a link with this code was acknowledged and not struck out.
  boolean holds(String code) {
    long key = Chance.hash(code);
    return stripe(key).get(key) != 0;
  }

  /// Takes a link out that is known to be lost.
  void strikeOut(String code) {
    long key = Chance.hash(code);
    stripe(key).clear(key);
  }

  private Stripe stripe(long key) {
    return stripes[(int) (key >>> 58)];
  }

  /// Open addressing with linear probing; a key stays for ever, its value may be cleared.
  private static final class Stripe {
    private final ReentrantLock lock = new ReentrantLock();
    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int used;

    long put(long key, long value) {
      lock.lock();
      try {
        if (used * 2 >= keys.length) {
          grow();
        }
        int slot = slot(keys, key);
        used += keys[slot] == 0 ? 1 : 0;
        long previous = values[slot];
        keys[slot] = key;
        if (previous == 0) {
          values[slot] = value;
        }
        return previous;
      } finally {
        lock.unlock();
      }
    }

    long get(long key) {
      lock.lock();
      try {
        return values[slot(keys, key)];
      } finally {
        lock.unlock();
      }
    }

    void clear(long key) {
      lock.lock();
      try {
        values[slot(keys, key)] = 0;
      } finally {
        lock.unlock();
      }
    }

    private void grow() {
      long[] widerKeys = new long[keys.length * 2];
      long[] widerValues = new long[keys.length * 2];
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0) {
          int slot = slot(widerKeys, keys[i]);
          widerKeys[slot] = keys[i];
          widerValues[slot] = values[i];
        }
      }
      keys = widerKeys;
      values = widerValues;
    }

    private static int slot(long[] keys, long key) {
      int slot = (int) key & (keys.length - 1);
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }
  }
}
