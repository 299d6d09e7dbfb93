package dev.hotseat.live.limiter;

import dev.hotseat.live.limiter.Choices.Eviction;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The limiters of one node or one store, by key, and never more of them than there is room for.
final class KeyTable {
  /// What a key costs beside its limiter: entry and place in the map, the key's text.
  static final long ENTRY_BYTES = 32 + 6 + 24 + 32;

  private static final int LOOKS_FOR_ROOM = 64;
  private static final int SAMPLE = 500;

  private final ConcurrentHashMap<String, Limiter> limiters = new ConcurrentHashMap<>();
  private final HourlyBursts bursts = new HourlyBursts();
  private final LongAdder evicted = new LongAdder();
  private final ReentrantLock clock = new ReentrantLock();
  private Iterator<Map.Entry<String, Limiter>> hand = limiters.entrySet().iterator();
  private volatile Choices choices;

  KeyTable(Choices choices) {
    this.choices = choices;
  }

  /// Takes on new choices. Another algorithm knows nothing of what the last one counted.
  void change(Choices next) {
    boolean anew = next.algorithm() != choices.algorithm();
    choices = next;
    if (anew) {
      limiters.clear();
    }
  }

  /// Asks for a key, and says where it stands afterwards.
  Answer ask(String key, Quotas quotas, long nowNanos, int cost) {
    Quota quota = quotas.of(key);
    Limiter limiter = limiter(key, quotas, nowNanos);
    return limiter == null ? Answer.FULL : answer(limiter, key, quota, nowNanos, cost);
  }

  /// Decides on a copy that was read from here earlier, without looking here again.
  Answer answer(Limiter limiter, String key, Quota quota, long nowNanos, int cost) {
    long answer = limiter.ask(quota, nowNanos, cost);
    if (answer < 0 && choices.hourlyBurst() && bursts.take(key, quota, nowNanos, cost)) {
      answer = 0;
    }
    Standing standing = limiter.standing(quota, nowNanos);
    return new Answer(answer, standing.remaining(), standing.moreNanos(), nowNanos);
  }

  /// A copy of what is known of a key; empty where there is no room to know it.
  Optional<Limiter> read(String key, Quotas quotas, long nowNanos) {
    return Optional.ofNullable(limiter(key, quotas, nowNanos)).map(Limiter::copy);
  }

  /// Replaces what is known of a key, whatever became of it meanwhile.
  void write(String key, Limiter limiter) {
    limiters.put(key, limiter);
  }

  /// Takes units for what was let through elsewhere, and returns a copy of what is known now; empty
  /// where there is no room to know it.
  Optional<Limiter> charge(String key, Quotas quotas, long nowNanos, long cost) {
    Limiter limiter = limiter(key, quotas, nowNanos);
    if (limiter != null && cost > 0) {
      limiter.charge(quotas.of(key), nowNanos, cost);
    }
    return Optional.ofNullable(limiter).map(Limiter::copy);
  }

  /// Where a key stands; like one never seen if it is not known.
  Standing standing(String key, Quotas quotas, long nowNanos) {
    Limiter known = limiters.get(key);
    Limiter limiter = known == null ? choices.algorithm().limiter() : known;
    return limiter.standing(quotas.of(key), nowNanos);
  }

  /// Forgets a key, alone and with its routes.
  void forget(String key) {
    limiters.keySet().removeIf(known -> known.equals(key) || known.startsWith(key + " "));
    bursts.forget(key);
  }

  void clear() {
    limiters.clear();
  }

  int size() {
    return limiters.size();
  }

  long evicted() {
    return evicted.sum();
  }

  int burstsBegun() {
    return bursts.begun();
  }

  /// Bytes of one key, on average over some of them.
  double bytesPerKey() {
    long keys = 0;
    long bytes = 0;
    for (Limiter each : limiters.values()) {
      bytes += each.bytes() + ENTRY_BYTES;
      if (++keys == SAMPLE) {
        break;
      }
    }
    return keys == 0 ? 0 : (double) bytes / keys;
  }

  /// Forgets keys that decide like new ones, unless keys are never forgotten.
  void sweep(Function<String, Quota> quotas, long nowNanos) {
    bursts.sweep(nowNanos);
    if (choices.eviction() != Eviction.NEVER) {
      for (Map.Entry<String, Limiter> each : limiters.entrySet()) {
        if (each.getValue().idle(quotas.apply(each.getKey()), nowNanos)) {
          evict(each);
        }
      }
    }
  }

  private @Nullable Limiter limiter(String key, Quotas quotas, long nowNanos) {
    Limiter known = limiters.get(key);
    if (known != null) {
      if (!known.recent) {
        known.recent = true;
      }
      return known;
    }
    if (limiters.size() >= choices.keysMax() && !makeRoom(quotas, nowNanos)) {
      return null;
    }
    Limiter fresh = choices.algorithm().limiter();
    Limiter first = limiters.putIfAbsent(key, fresh);
    return first == null ? fresh : first;
  }

  /*
   * Second chance (F. Corbató, 1968): a hand goes round all keys; who was asked again since it last
   * came by is passed over once, who was not has to go. It costs a few looks per new key, needs no
   * list in the order of use, and drops whom a strict order would drop, nearly. Keys that come once
   * and never again push out one another before they push out a customer.
   */
  private boolean makeRoom(Quotas quotas, long nowNanos) {
    Eviction eviction = choices.eviction();
    if (eviction == Eviction.NEVER) {
      return false;
    }
    clock.lock();
    try {
      for (int look = 0; look < LOOKS_FOR_ROOM; look++) {
        if (!hand.hasNext()) {
          hand = limiters.entrySet().iterator();
        }
        if (hand.hasNext()) {
          Map.Entry<String, Limiter> next = hand.next();
          boolean lastChance = eviction == Eviction.LRU && look == LOOKS_FOR_ROOM - 1;
          if (lastChance || goes(next, eviction, quotas, nowNanos)) {
            evict(next);
            return true;
          }
        }
      }
      return false;
    } finally {
      clock.unlock();
    }
  }

  private static boolean goes(
      Map.Entry<String, Limiter> entry, Eviction eviction, Quotas quotas, long nowNanos) {
    Limiter limiter = entry.getValue();
    if (limiter.idle(quotas.of(entry.getKey()), nowNanos)) {
      return true;
    }
    boolean spared = limiter.recent;
    limiter.recent = false;
    return eviction == Eviction.LRU && !spared;
  }

  private void evict(Map.Entry<String, Limiter> entry) {
    if (limiters.remove(entry.getKey(), entry.getValue())) {
      evicted.increment();
    }
  }
}
