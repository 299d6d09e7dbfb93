package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.world.Chance;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Clients who call again a second after they were served, and come back when they are told to
/// after they were refused: well-behaved each, and a crowd when all are told the same.
///
/// A hundred of them share a key.
final class Crowd {
  private static final int CLIENTS_PER_KEY = 100;
  private static final long PIECE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private final Kit kit;
  private final Way way;
  private final LongSupplier windowNanos;
  private final Chance thought;
  private final AtomicLong gathering = new AtomicLong();

  /// @param windowNanos window of the free plan
  Crowd(Kit kit, Way way, LongSupplier windowNanos) {
    this.kit = kit;
    this.way = way;
    this.windowNanos = windowNanos;
    this.thought = new Chance(kit.world().dice(), "crowd");
  }

  /// Lets so many clients begin; those of an earlier gathering go home.
  void gather(int clients) {
    long mine = gathering.incrementAndGet();
    for (int client = 0; client < clients; client++) {
      String key = "free_crowd" + mine + "x" + client / CLIENTS_PER_KEY;
      kit.background("crowd-" + client, () -> call(key, mine));
    }
  }

  void disperse() {
    gathering.incrementAndGet();
  }

  private void call(String key, long mine) throws InterruptedException {
    Visit visit = kit.errand("crowd");
    while (gathering.get() == mine) {
      rest(once(visit, key), mine);
    }
  }

  /// Calls, and says how long to wait before the next call.
  private long once(Visit visit, String key) throws InterruptedException {
    try {
      Reply reply = way.call(visit, key, "/gate/items");
      String told = reply.headers().getOrDefault(Fields.RETRY_AFTER, "1");
      return reply.turnedAway()
          ? TimeUnit.SECONDS.toNanos(Long.parseLong(told))
          : thought.below(windowNanos.getAsLong());
    } catch (HopFailure _) {
      return TimeUnit.SECONDS.toNanos(1);
    }
  }

  private void rest(long nanos, long mine) throws InterruptedException {
    long until = kit.world().ticks().nanos() + nanos;
    long left = nanos;
    while (left > 0 && gathering.get() == mine) {
      kit.world().pause().sleepNanos(Math.min(left, PIECE_NANOS));
      left = until - kit.world().ticks().nanos();
    }
  }

  /// How a client calls.
  interface Way {
    Reply call(Visit visit, String key, String path) throws InterruptedException;
  }
}
