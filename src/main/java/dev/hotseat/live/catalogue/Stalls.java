package dev.hotseat.live.catalogue;

import dev.hotseat.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// What each change to the tables did to the calls that ran beside it.
///
/// A call belongs to a change if the two overlap, so one that waited out a lock is counted although
/// it came back after the change was over.
final class Stalls {
  private static final long SLOW_NANOS = 200_000_000L;
  private static final int KEPT = 20;

  private final World world;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile List<Change> changes = List.of();

  Stalls(World world) {
    this.world = world;
  }

  /// A change that has just begun; the caller ends it.
  Change begin(String what) {
    Change change = new Change(what, world.ticks().nanos());
    lock.lock();
    try {
      Deque<Change> next = new ArrayDeque<>(changes);
      if (next.size() == KEPT) {
        next.removeFirst();
      }
      next.addLast(change);
      changes = List.copyOf(next);
    } finally {
      lock.unlock();
    }
    return change;
  }

  /// A call that ran from one tick to another.
  void call(boolean write, boolean failed, long fromNanos, long toNanos) {
    for (Change each : changes) {
      if (each.overlaps(fromNanos, toNanos)) {
        each.count(write, failed, toNanos - fromNanos);
      }
    }
  }

  /// Oldest first.
  List<Change> changes() {
    return changes;
  }

  /// The longest wait of a call beside the latest change, and beside any; 0 where there was none.
  double longestMillis() {
    return changes.isEmpty() ? 0 : changes.getLast().longestMillis();
  }

  double longestReadMillis() {
    return changes.isEmpty() ? 0 : changes.getLast().longestReadMillis();
  }

  double longestWriteMillis() {
    return changes.isEmpty() ? 0 : changes.getLast().longestWriteMillis();
  }

  long failed() {
    return changes.stream().mapToLong(Change::failed).sum();
  }

  /// One change and its victims.
  final class Change {
    private final String what;
    private final long beganNanos;
    private final LongAccumulator read = new LongAccumulator(Math::max, 0);
    private final LongAccumulator write = new LongAccumulator(Math::max, 0);
    private final LongAdder slow = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile long endedNanos = Long.MAX_VALUE;
    private volatile String outcome = "running";

    private Change(String what, long beganNanos) {
      this.what = what;
      this.beganNanos = beganNanos;
    }

    void end(String how) {
      endedNanos = world.ticks().nanos();
      outcome = how;
    }

    private boolean overlaps(long fromNanos, long toNanos) {
      return toNanos >= beganNanos && fromNanos <= endedNanos;
    }

    private void count(boolean isWrite, boolean hasFailed, long nanos) {
      (isWrite ? write : read).accumulate(nanos);
      if (nanos > SLOW_NANOS) {
        slow.increment();
      }
      if (hasFailed) {
        failed.increment();
      }
    }

    String what() {
      return what;
    }

    String outcome() {
      return outcome;
    }

    double tookMillis() {
      long end = endedNanos == Long.MAX_VALUE ? world.ticks().nanos() : endedNanos;
      return (end - beganNanos) / 1e6;
    }

    double longestReadMillis() {
      return read.get() / 1e6;
    }

    double longestWriteMillis() {
      return write.get() / 1e6;
    }

    double longestMillis() {
      return Math.max(longestReadMillis(), longestWriteMillis());
    }

    long slow() {
      return slow.sum();
    }

    long failed() {
      return failed.sum();
    }
  }
}
