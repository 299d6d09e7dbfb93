package dev.hotseat.session;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.SecondPassed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// A session's entries as its readers see them: acknowledged ones only. Holds everything but the
/// seconds, and the newest entries of all kinds; older seconds lie in the journal.
final class EntryLog {
  private static final int NEWEST_MAX = 64;
  private static final int CHUNK = 512;

  private final Archive archive;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Entry> deeds = new ArrayList<>();
  private final Deque<Entry> newest = new ArrayDeque<>();
  private long lastSeq;
  private boolean closed;

  /// Where older entries are read from.
  interface Archive {
    List<Entry> read(long afterSeq, int limit);
  }

  EntryLog(Archive archive) {
    this.archive = archive;
  }

  void add(List<Entry> entries) {
    lock.lock();
    try {
      for (Entry entry : entries) {
        lastSeq = entry.seq();
        if (!(entry.event() instanceof SecondPassed)) {
          deeds.add(entry);
        }
        newest.addLast(entry);
        if (newest.size() > NEWEST_MAX) {
          newest.removeFirst();
        }
      }
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Nothing more will come.
  void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  long lastSeq() {
    lock.lock();
    try {
      return lastSeq;
    } finally {
      lock.unlock();
    }
  }

  /// Everything but seconds.
  List<Entry> deeds(Predicate<Entry> wanted) {
    lock.lock();
    try {
      return deeds.stream().filter(wanted).toList();
    } finally {
      lock.unlock();
    }
  }

  /// Some entries after a seq, oldest first; empty when there are none.
  List<Entry> some(long afterSeq) {
    lock.lock();
    try {
      if (afterSeq >= lastSeq) {
        return List.of();
      }
      if (!newest.isEmpty() && newest.getFirst().seq() <= afterSeq + 1) {
        return newest.stream().filter(each -> each.seq() > afterSeq).toList();
      }
    } finally {
      lock.unlock();
    }
    return archive.read(afterSeq, CHUNK);
  }

  /// All entries after a seq.
  List<Entry> all(long afterSeq) {
    List<Entry> all = new ArrayList<>();
    for (List<Entry> some = some(afterSeq); !some.isEmpty(); some = some(all.getLast().seq())) {
      all.addAll(some);
    }
    return all;
  }

  /// Waits until there is something after a seq, nothing more can come, or the time is up.
  void await(long afterSeq, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (lastSeq <= afterSeq && !closed && left > 0) {
        left = grown.awaitNanos(Math.min(left, TimeUnit.HOURS.toNanos(1)));
      }
    } finally {
      lock.unlock();
    }
  }
}
