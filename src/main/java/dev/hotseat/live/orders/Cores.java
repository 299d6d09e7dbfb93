package dev.hotseat.live.orders;

import dev.hotseat.world.World;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// The processors of one instance: who computes occupies one of them for a time, and whoever finds
/// none free waits. The time is waited, not burnt.
final class Cores {
  private final World world;
  private final int count;
  private final Semaphore free;
  private final LongAdder busyNanos = new LongAdder();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile double slowness = 1;
  private long readNanos;
  private long readBusyNanos;

  Cores(World world, int count) {
    this.world = world;
    this.count = count;
    this.free = new Semaphore(count, true);
    this.readNanos = world.ticks().nanos();
  }

  /// Occupies a core for as long as this work takes here.
  void compute(long nanos) throws InterruptedException {
    free.acquire();
    taken.incrementAndGet();
    long begunNanos = world.ticks().nanos();
    try {
      world.pause().sleepNanos((long) (nanos * slowness));
    } finally {
      busyNanos.add(world.ticks().nanos() - begunNanos);
      taken.decrementAndGet();
      free.release();
    }
  }

  /// Computes something of no importance for a moment, if a core has nothing better to do.
  void computeIdly(long nanos) throws InterruptedException {
    if (!free.tryAcquire()) {
      world.pause().sleepNanos(nanos);
      return;
    }
    long begunNanos = world.ticks().nanos();
    try {
      world.pause().sleepNanos(nanos);
    } finally {
      busyNanos.add(world.ticks().nanos() - begunNanos);
      free.release();
    }
  }

  /// From now on the same work takes so many times as long, as on a host with a bad neighbour.
  void slow(double times) {
    slowness = times;
  }

  /// Share of all cores that was busy since it was last read, 0..1. Called by one reader.
  double used() {
    long now = world.ticks().nanos();
    long busy = busyNanos.sum();
    double used = (busy - readBusyNanos) / (double) Math.max(1, (now - readNanos) * count);
    readNanos = now;
    readBusyNanos = busy;
    return Math.clamp(used, 0, 1);
  }

  int count() {
    return count;
  }
}
