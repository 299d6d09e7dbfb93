package dev.hotseat.live.shortener;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hotseat.world.TickSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How many links one client may make; kept by each app node for itself.
///
/// Generic cell rate algorithm: one number per client, the time at which its next creation would be
/// due at an even pace. A client may run ahead of that by ten seconds' worth.
final class CreationLimit {
  private static final long BURST_NANOS = Duration.ofSeconds(10).toNanos();
  private static final double MINUTE_NANOS = 60e9;
  private final TickSource ticks;
  private final Cache<String, AtomicLong> dueByClient;

  CreationLimit(TickSource ticks) {
    this.ticks = ticks;
    this.dueByClient =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .ticker(ticks::nanos)
            .executor(Runnable::run)
            .build();
  }

  /// Lets a creation through (0) or says how many nanoseconds the client has to wait.
  long waitNanos(String client, long perMinute) {
    long interval = (long) (MINUTE_NANOS / perMinute);
    long now = ticks.nanos();
    AtomicLong due = dueByClient.get(client, _ -> new AtomicLong(now));
    while (true) {
      long was = due.get();
      long start = was - now > 0 ? was : now;
      long ahead = start + interval - now;
      if (ahead > Math.max(BURST_NANOS, interval)) {
        return ahead - Math.max(BURST_NANOS, interval);
      }
      if (due.compareAndSet(was, start + interval)) {
        return 0;
      }
    }
  }
}
