package dev.hotseat.live.orders;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Rendered pages that a process keeps, least recently used first to go. The bytes are really
/// there.
final class Cache {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, byte[]> pages = new LinkedHashMap<>(64, 0.75f, true);
  private final long bytesMax;
  private long bytes;

  Cache(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  Optional<String> find(String key) {
    lock.lock();
    try {
      return Optional.ofNullable(pages.get(key))
          .map(page -> new String(page, StandardCharsets.UTF_8));
    } finally {
      lock.unlock();
    }
  }

  /// Keeps a page as long as there is room for it below `limit`.
  ///
  /// @param limitBytes what all pages together may hold
  void keep(String key, String page, long limitBytes) {
    byte[] content = page.getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      byte[] before = pages.put(key, content);
      bytes += content.length - (before == null ? 0 : before.length);
      var oldest = pages.entrySet().iterator();
      while (bytes > limitBytes && oldest.hasNext()) {
        bytes -= oldest.next().getValue().length;
        oldest.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The same within the cache's own bound.
  void keep(String key, String page) {
    keep(key, page, bytesMax);
  }

  long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }
}
