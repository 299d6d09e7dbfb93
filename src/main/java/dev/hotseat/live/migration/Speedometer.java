package dev.hotseat.live.migration;

import dev.hotseat.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/// How fast something goes, over the last two seconds.
final class Speedometer {
  private static final long WINDOW_NANOS = 2_000_000_000L;

  private final World world;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long done;

  Speedometer(World world) {
    this.world = world;
    marks.add(new Mark(world.ticks().nanos(), 0));
  }

  void restart() {
    lock.lock();
    try {
      marks.clear();
      marks.add(new Mark(world.ticks().nanos(), done));
    } finally {
      lock.unlock();
    }
  }

  void add(long rows) {
    lock.lock();
    try {
      done += rows;
      marks.add(new Mark(world.ticks().nanos(), done));
      forgetOld();
    } finally {
      lock.unlock();
    }
  }

  double perSecond() {
    lock.lock();
    try {
      forgetOld();
      Mark first = marks.getFirst();
      double seconds = (world.ticks().nanos() - first.atNanos()) / 1e9;
      return seconds <= 0 ? 0 : (done - first.done()) / seconds;
    } finally {
      lock.unlock();
    }
  }

  private void forgetOld() {
    long horizon = world.ticks().nanos() - WINDOW_NANOS;
    while (marks.size() > 1 && marks.getFirst().atNanos() < horizon) {
      marks.removeFirst();
    }
  }

  private record Mark(long atNanos, long done) {}
}
