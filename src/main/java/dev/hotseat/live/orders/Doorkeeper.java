package dev.hotseat.live.orders;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Knows whose calls are turned away.
final class Doorkeeper {
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();

  void block(String tenant, boolean out) {
    if (out) {
      blocked.add(tenant);
    } else {
      blocked.remove(tenant);
    }
  }

  /// Whether a tenant's calls are turned away.
  boolean blocks(String tenant) {
    return blocked.contains(tenant);
  }
}
