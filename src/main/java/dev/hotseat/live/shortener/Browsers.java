package dev.hotseat.live.shortener;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hotseat.exchange.Reply;
import dev.hotseat.world.TickSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The caches of visitors' own browsers.
///
/// A call with the header `X-Visitor` comes from a browser that honours what it was told: a
/// permanent redirect is followed from its own cache for as long as `max-age` says, and the origin
/// hears nothing of it. Other callers, such as curl, remember nothing.
final class Browsers {
  /// Header that names the visitor.
  static final String VISITOR = "x-visitor";

  private static final String MAX_AGE = "public, max-age=";
  private final TickSource ticks;
  private final Cache<String, Kept> kept;
  private final LongAdder visits = new LongAdder();
  private final LongAdder hits = new LongAdder();

  Browsers(TickSource ticks) {
    this.ticks = ticks;
    this.kept = Caffeine.newBuilder().maximumSize(200_000).executor(Runnable::run).build();
  }

  /// The answer a visitor's browser already has.
  Optional<Reply> answer(String visitor, String code) {
    visits.increment();
    Kept known = kept.getIfPresent(visitor + '/' + code);
    if (known == null || ticks.nanos() - known.untilNanos() >= 0) {
      return Optional.empty();
    }
    hits.increment();
    return Optional.of(known.reply());
  }

  /// A visitor's browser reads the answer that came.
  void remember(String visitor, String code, Reply reply) {
    String control = reply.headers().getOrDefault("Cache-Control", "");
    if (reply.status() == 301 && control.startsWith(MAX_AGE)) {
      long seconds = Long.parseLong(control.substring(MAX_AGE.length()));
      kept.put(
          visitor + '/' + code, new Kept(reply, ticks.nanos() + TimeUnit.SECONDS.toNanos(seconds)));
    }
  }

  long visits() {
    return visits.sum();
  }

  long hits() {
    return hits.sum();
  }

  private record Kept(Reply reply, long untilNanos) {}
}
