package dev.hotseat.live.catalogue;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Says which tables a call uses, and turns from one arrangement to the next between two writes.
///
/// A write holds the gate from reading the arrangement to its commit. Whoever turns it waits for
/// the writes in progress and keeps new ones waiting meanwhile, so no write knows half of each.
final class Router {
  private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
  private volatile Tables now = Tables.FIRST;

  Tables now() {
    return now;
  }

  /// Work that must know one arrangement from beginning to end.
  <T> T writing(Writing<T> work) throws InterruptedException {
    gate.readLock().lockInterruptibly();
    try {
      return work.on(now);
    } finally {
      gate.readLock().unlock();
    }
  }

  /// Turns to another arrangement, once the writes in progress are done.
  void turn(Tables next) throws InterruptedException {
    gate.writeLock().lockInterruptibly();
    try {
      now = next;
    } finally {
      gate.writeLock().unlock();
    }
  }

  /// A write under one arrangement.
  interface Writing<T> {
    T on(Tables tables) throws InterruptedException;
  }
}
