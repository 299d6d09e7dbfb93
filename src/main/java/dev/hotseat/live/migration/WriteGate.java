package dev.hotseat.live.migration;

import dev.hotseat.world.World;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Where every request passes on its way to the tables, so that a cut-over can let those under way
/// finish while it holds back the rest, for as short as it can.
final class WriteGate {
  private final World world;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong longestNanos = new AtomicLong();

  WriteGate(World world) {
    this.world = world;
  }

  /// A request goes in; whoever does this calls [#leave] in the end, on the same thread.
  void enter() throws InterruptedException {
    lock.readLock().lockInterruptibly();
  }

  void leave() {
    lock.readLock().unlock();
  }

  /// Holds back new requests, waits for those under way, runs `swap`, lets everybody on.
  ///
  /// @param patienceMillis those under way may take so long; after that everything goes on as
  ///   before
  /// @return how long arrivals were held; empty when those under way took too long and nothing was
  ///   done
  Optional<Long> drain(long patienceMillis, Swap swap) throws InterruptedException {
    long begunNanos = world.ticks().nanos();
    if (!lock.writeLock().tryLock(patienceMillis, TimeUnit.MILLISECONDS)) {
      return Optional.empty();
    }
    try {
      swap.run();
    } finally {
      lock.writeLock().unlock();
      longestNanos.accumulateAndGet(world.ticks().nanos() - begunNanos, Math::max);
    }
    return Optional.of(world.ticks().nanos() - begunNanos);
  }

  /// How long the longest drain held back arrivals.
  long longestNanos() {
    return longestNanos.get();
  }

  /// What is done while nobody is under way.
  @FunctionalInterface
  interface Swap {
    void run() throws InterruptedException;
  }
}
