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

  private volatile Ring ring = new Ring();

  /// Where a purchase that begins now is kept if it ends well.
  Ring place() {
    return ring;
  }

  /// Any of them.
  Optional<Request> any(RandomGenerator random) {
    return ring.any(random);
  }

  /// Begins anew: nobody comes back for what was bought, or begun to be bought, before.
  void forget() {
    ring = new Ring();
  }

  /// The latest of those that began between two changes of the rules.
  static final class Ring {
    private final AtomicReferenceArray<@Nullable Request> slots = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong added = new AtomicLong();

    void add(Map<String, String> headers, String body, String payment) {
      slots.set((int) (added.getAndIncrement() % KEPT), new Request(headers, body, payment));
    }

    private Optional<Request> any(RandomGenerator random) {
      int count = (int) Math.min(added.get(), KEPT);
      return count == 0 ? Optional.empty() : Optional.ofNullable(slots.get(random.nextInt(count)));
    }
  }

  /// What was sent, and which payment it came to.
  record Request(Map<String, String> headers, String body, String payment) {
    String tenant() {
      return headers.getOrDefault("x-tenant", "acme");
    }
  }
}
