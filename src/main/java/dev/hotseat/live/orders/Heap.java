package dev.hotseat.live.orders;

import dev.hotseat.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// The memory of one process. When the young part is full everything stops for as long as it takes
/// to look through what is held: a time in proportion to the bytes that the process really holds.
final class Heap {
  /// What a process may hold.
  static final long BYTES_MAX = 8L << 20;

  /// When so much is young it stops.
  static final int YOUNG_BYTES = 6 << 20;

  private static final int PAUSES_KEPT = 60;
  private static final double MEGABYTE = 1 << 20;

  private final World world;
  private final Pace pace;
  private final Burdens burdens;
  private final Cache cache;
  private final AtomicLong young = new AtomicLong();
  private final LongAdder pausedNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Stop> stops = new ArrayDeque<>();
  private volatile long stoppedUntilNanos;

  /// @param pausedNanos where all stops are added up
  Heap(World world, Pace pace, Burdens burdens, Cache cache, LongAdder pausedNanos) {
    this.world = world;
    this.pausedNanos = pausedNanos;
    this.pace = pace;
    this.burdens = burdens;
    this.cache = cache;
    this.stoppedUntilNanos = world.ticks().nanos();
  }

  /// One stop.
  ///
  /// @param heldBytes what survived it
  record Stop(Instant at, Duration took, long heldBytes) {}

  /// A call makes garbage; somebody's garbage is the last straw.
  void allocate(long bytes) {
    if (young.addAndGet(bytes) >= YOUNG_BYTES) {
      collect();
    }
  }

  /// Waits while the process stands still.
  void checkpoint() throws InterruptedException {
    for (long left = left(); left > 0; left = left()) {
      world.pause().sleepNanos(left);
    }
  }

  private long left() {
    return stoppedUntilNanos - world.ticks().nanos();
  }

  private void collect() {
    lock.lock();
    try {
      if (young.get() < YOUNG_BYTES) {
        return;
      }
      young.set(0);
      long held = held();
      double millis = millis(pace, held) * burdens.of(Burden.MEMORY);
      long nanos = pace.pauseLeast().toNanos() + (long) (millis * 1_000_000);
      stoppedUntilNanos = world.ticks().nanos() + nanos;
      pausedNanos.add(nanos);
      if (stops.size() == PAUSES_KEPT) {
        stops.removeFirst();
      }
      stops.addLast(new Stop(world.wall().instant(), Duration.ofNanos(nanos), held));
    } finally {
      lock.unlock();
    }
  }

  /// How long a process usually stops when it holds all that it can.
  static double fullMillis(Pace pace) {
    return millis(pace, BYTES_MAX);
  }

  private static double millis(Pace pace, long held) {
    return held / MEGABYTE * pace.pausePerMegabyte().toNanos() / 1e6;
  }

  long held() {
    return cache.bytes();
  }

  /// Oldest first.
  List<Stop> stops() {
    lock.lock();
    try {
      return List.copyOf(stops);
    } finally {
      lock.unlock();
    }
  }
}
