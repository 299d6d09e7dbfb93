package dev.hotseat.live.shortener;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Links that were acknowledged and wait in one app node's memory to be written.
final class WriteBuffer {
  /// Links it holds at most.
  static final int CAPACITY = 200_000;

  private final Map<String, Link> byCode = new ConcurrentHashMap<>();
  private final Queue<Link> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private volatile int life;

  boolean full() {
    return size.get() >= CAPACITY;
  }

  boolean empty() {
    return size.get() == 0;
  }

  /// Takes a link whose code nobody else is waiting with; false where somebody is.
  boolean offer(Link link) {
    if (byCode.putIfAbsent(link.code(), link) != null) {
      return false;
    }
    waiting.add(link);
    size.incrementAndGet();
    return true;
  }

  /// Takes a link without asking who else wants its code; the last one is who is found.
  void force(Link link) {
    byCode.put(link.code(), link);
    waiting.add(link);
    size.incrementAndGet();
  }

  /// A link that is not written yet.
  Optional<Link> find(String code) {
    return byCode.isEmpty() ? Optional.empty() : Optional.ofNullable(byCode.get(code));
  }

  /// The next links to write, oldest first. They stay findable until [#settle].
  Batch take(int most) {
    int bornIn = life;
    List<Link> links = new ArrayList<>();
    for (Link link = waiting.poll(); link != null; link = waiting.poll()) {
      links.add(link);
      if (links.size() == most) {
        break;
      }
    }
    return new Batch(List.copyOf(links), bornIn);
  }

  /// The links of a batch are written, or given up.
  void settle(Batch batch) {
    batch.links().forEach(link -> byCode.remove(link.code(), link));
    size.addAndGet(-batch.links().size());
  }

  /// Whether the node that took this batch has died since.
  boolean orphaned(Batch batch) {
    return batch.life() != life;
  }

  /// The node dies: what waits is gone. A batch under way is in the database's hands.
  List<Link> die() {
    life++;
    Batch gone = take(Integer.MAX_VALUE);
    settle(gone);
    return gone.links();
  }

  /// Links taken together.
  record Batch(List<Link> links, int life) {}
}
