package dev.hotseat.live.payments;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// How many connections are held by requests that wait for the provider.
final class Held {
  private final AtomicInteger now = new AtomicInteger();

  Ending counting(Wait wait) throws SQLException, InterruptedException {
    now.incrementAndGet();
    try {
      return wait.run();
    } finally {
      now.decrementAndGet();
    }
  }

  int now() {
    return now.get();
  }

  /// Asking the provider.
  @FunctionalInterface
  interface Wait {
    Ending run() throws SQLException, InterruptedException;
  }
}
