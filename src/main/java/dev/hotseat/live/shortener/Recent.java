package dev.hotseat.live.shortener;

import dev.hotseat.world.TickSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The links acknowledged last, which is what a friend or a stranger gets to hear of.
final class Recent {
  private static final int KEPT = 1 << 15;
  private final TickSource ticks;
  private final AtomicReferenceArray<@Nullable Made> ring = new AtomicReferenceArray<>(KEPT);
  private final AtomicLong added = new AtomicLong();

  Recent(TickSource ticks) {
    this.ticks = ticks;
  }

  void add(String code) {
    Made made = new Made(code, ticks.nanos());
    ring.set((int) (added.getAndIncrement() & (KEPT - 1)), made);
  }

  /// Any of those kept.
  Optional<String> any(RandomGenerator random) {
    long count = Math.min(added.get(), KEPT);
    return count == 0
        ? Optional.empty()
        : at(added.get() - 1 - random.nextLong(count)).map(Made::code);
  }

  /// Any of those acknowledged within the last so many nanoseconds.
  Optional<String> within(long nanos, RandomGenerator random) {
    long newest = added.get() - 1;
    long since = ticks.nanos() - nanos;
    long count = 0;
    long upTo = Math.min(newest + 1, KEPT);
    for (long step = Math.max(1, upTo >> 1); upTo > 0 && step > 0; ) {
      if (count + step <= upTo && isSince(newest - (count + step - 1), since)) {
        count += step;
      } else {
        step >>= 1;
      }
    }
    double where = random.nextDouble();
    return count == 0 ? Optional.empty() : at(newest - (long) (where * count)).map(Made::code);
  }

  private boolean isSince(long index, long since) {
    return at(index).filter(made -> made.atNanos() - since >= 0).isPresent();
  }

  private Optional<Made> at(long index) {
    return Optional.ofNullable(ring.get((int) (index & (KEPT - 1))));
  }

  private record Made(String code, long atNanos) {}
}
