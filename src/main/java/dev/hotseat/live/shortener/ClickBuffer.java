package dev.hotseat.live.shortener;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Clicks that one app node has seen and not yet handed on, summed by code.
final class ClickBuffer {
  private final Map<String, Long> byCode = new ConcurrentHashMap<>();

  void add(String code, long clicks) {
    byCode.merge(code, clicks, Long::sum);
  }

  boolean empty() {
    return byCode.isEmpty();
  }

  /// Takes the sums of up to `most` codes out.
  Map<String, Long> take(int most) {
    Map<String, Long> taken = new LinkedHashMap<>();
    for (String code : byCode.keySet()) {
      Long clicks = byCode.remove(code);
      if (clicks != null) {
        taken.put(code, clicks);
      }
      if (taken.size() == most) {
        break;
      }
    }
    return taken;
  }
}
