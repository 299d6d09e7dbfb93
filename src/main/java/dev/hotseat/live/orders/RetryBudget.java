package dev.hotseat.live.orders;

import java.util.concurrent.locks.ReentrantLock;

/// Retries are paid from what first tries have saved up, so that they can never be more than a
/// share of them, however many fail.
final class RetryBudget {
  /// So many retries can be saved up for bad moments.
  private static final double SAVED_MAX = 10;

  private final Config config;
  private final ReentrantLock lock = new ReentrantLock();
  private double saved = SAVED_MAX;

  RetryBudget(Config config) {
    this.config = config;
  }

  /// A first try was made.
  void save() {
    lock.lock();
    try {
      saved = Math.min(SAVED_MAX, saved + config.number(Setting.RETRY_BUDGET) / 100.0);
    } finally {
      lock.unlock();
    }
  }

  /// Whether a retry can be paid, which pays it.
  boolean pay() {
    lock.lock();
    try {
      if (saved < 1) {
        return false;
      }
      saved--;
      return true;
    } finally {
      lock.unlock();
    }
  }
}
