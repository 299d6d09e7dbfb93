package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// One process of the service, from its start to its end: the code it runs, what it remembers, and
/// what it holds. Its successor knows nothing of all this.
final class Lifetime {
  /// What a process keeps of rendered pages, unless its code knows no bound.
  private static final long PAGES_BYTES_MAX = 64L << 10;

  private final Version version;
  private final Flags flags;
  private final Kit kit;
  private final Cache cache = new Cache(PAGES_BYTES_MAX);
  private final Heap heap;
  private final Set<Task> tasks = ConcurrentHashMap.newKeySet();
  private final Set<Thread> kept = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  Lifetime(
      Kit kit, Pace pace, Burdens burdens, Version version, Flags flags, LongAdder pausedNanos) {
    this.kit = kit;
    this.version = version;
    this.flags = flags;
    this.heap = new Heap(kit.world(), pace, burdens, cache, pausedNanos);
  }

  Version version() {
    return version;
  }

  /// Whether its code behaves so.
  boolean runs(Trait trait) {
    return version.has(trait) && flags.permit(trait);
  }

  Cache cache() {
    return cache;
  }

  Heap heap() {
    return heap;
  }

  /// Something that goes on in this process without a call, and ends with it by interrupt: such as
  /// holding what was never given back.
  void keep(String name, Kit.Background work) {
    kit.background(
        name,
        () -> {
          kept.add(Thread.currentThread());
          try {
            if (!ended) {
              work.run();
            }
          } finally {
            kept.remove(Thread.currentThread());
          }
        });
  }

  void begin(Task task) {
    tasks.add(task);
  }

  void finish(Task task) {
    tasks.remove(task);
  }

  /// What it works on now.
  List<Task> tasks() {
    return List.copyOf(tasks);
  }

  /// It is gone: what it held is free again.
  void end() {
    ended = true;
    kept.forEach(Thread::interrupt);
  }
}
