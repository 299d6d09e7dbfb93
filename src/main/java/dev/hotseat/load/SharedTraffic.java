package dev.hotseat.load;

import dev.hotseat.exchange.CallSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets the clients of a closed loop share one source of each kind, one at a time.
final class SharedTraffic implements Traffic {
  private final Traffic traffic;
  private final Map<Kind, CallSource> sources = new ConcurrentHashMap<>();

  SharedTraffic(Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  public CallSource source(String name, Map<String, String> parameters) {
    return sources.computeIfAbsent(
        new Kind(name, parameters), kind -> oneAtATime(traffic.source(name, parameters)));
  }

  private static CallSource oneAtATime(CallSource source) {
    var lock = new ReentrantLock();
    return (dueNanos, random) -> {
      lock.lock();
      try {
        return source.next(dueNanos, random);
      } finally {
        lock.unlock();
      }
    };
  }

  private record Kind(String name, Map<String, String> parameters) {}
}
