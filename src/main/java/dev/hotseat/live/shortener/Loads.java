package dev.hotseat.live.shortener;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many look-ups are at the database at once, in all and for one code.
final class Loads {
  private final Map<String, Integer> byCode = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger mostOfOneCode = new AtomicInteger();

  Found counting(String code, LinkCache.Load load) throws InterruptedException {
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    mostOfOneCode.accumulateAndGet(byCode.merge(code, 1, Integer::sum), Math::max);
    try {
      return load.run();
    } finally {
      inFlight.decrementAndGet();
      byCode.computeIfPresent(code, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  /// The most at once since it was last asked.
  int most() {
    return most.getAndSet(inFlight.get());
  }

  /// The most of one code at once since it was last asked.
  int mostOfOneCode() {
    return mostOfOneCode.getAndSet(byCode.values().stream().mapToInt(n -> n).max().orElse(0));
  }
}
