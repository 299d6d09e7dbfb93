package dev.hotseat.live.payments;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The purchases that ended well lately, as requests that could be sent again.
final class Bought {
  private static final int KEPT = 1 << 12;

  private final AtomicReferenceArray<@Nullable Request> ring = new AtomicReferenceArray<>(KEPT);
  private final AtomicLong added = new AtomicLong();

  void add(Map<String, String> headers, String body, String payment) {
    ring.set((int) (added.getAndIncrement() % KEPT), new Request(headers, body, payment));
  }

  /// Any of them.
  Optional<Request> any(RandomGenerator random) {
    int count = (int) Math.min(added.get(), KEPT);
    return count == 0 ? Optional.empty() : Optional.ofNullable(ring.get(random.nextInt(count)));
  }

  /// What was sent, and which payment it came to.
  record Request(Map<String, String> headers, String body, String payment) {
    String tenant() {
      return headers.getOrDefault("x-tenant", "acme");
    }
  }
}
