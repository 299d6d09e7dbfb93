package dev.hotseat.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Where every attempt and arrival is written down, by many threads at once.
/*
 * A few lanes, each a plain tally behind a lock; a writer takes the first lane that is free, starting
 * where its thread points. A histogram shared by all writers loses four fifths of its speed with two
 * of them already, and one for each of thousands of threads is megabytes apiece. Once a second the
 * lanes' tallies are swapped for empty ones and added up outside the locks, so that reading the
 * figures never holds up a call.
 */
final class Ledger {
  private static final int LANES = 4;

  private final List<Lane> lanes;
  private final ReentrantLock reading = new ReentrantLock();
  private final Tally totals;
  private final Tally lately;
  private final List<RunResult.Second> series = new ArrayList<>();
  private final LongAdder served = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private Tally spare;

  Ledger(int operations) {
    this.lanes = IntStream.range(0, LANES).mapToObj(_ -> new Lane(new Tally(operations))).toList();
    this.totals = new Tally(operations);
    this.lately = new Tally(operations);
    this.spare = new Tally(operations);
  }

  /// Writes to a tally that nobody else uses meanwhile.
  void write(Consumer<Tally> entry) {
    int at = (int) Thread.currentThread().threadId();
    for (int tried = 0; tried < LANES; tried++) {
      if (lanes.get((at + tried) & (LANES - 1)).tryWrite(entry)) {
        return;
      }
    }
    lanes.get(at & (LANES - 1)).write(entry);
  }

  /// Counts an arrival that ended well.
  void countServed() {
    served.increment();
  }

  /// Counts an arrival that ended badly.
  void countFailed() {
    failed.increment();
  }

  long served() {
    return served.sum();
  }

  long failed() {
    return failed.sum();
  }

  /// Arrivals that have ended.
  long ended() {
    return served() + failed();
  }

  /// Closes a second: what was written since the last time becomes the next point of the series.
  void roll(double lengthSeconds) {
    reading.lock();
    try {
      gather();
      if (lengthSeconds > 0) {
        series.add(lately.second(series.size(), lengthSeconds));
      }
      totals.add(lately);
      lately.clear();
    } finally {
      reading.unlock();
    }
  }

  /// Arrivals that ended in the last closed second.
  double lastRatePerSecond() {
    reading.lock();
    try {
      return series.isEmpty() ? 0 : series.getLast().ratePerSecond();
    } finally {
      reading.unlock();
    }
  }

  /// Everything up to the last closed second.
  <T> T read(Reader<T> reader) {
    reading.lock();
    try {
      return reader.read(totals, List.copyOf(series));
    } finally {
      reading.unlock();
    }
  }

  /// Makes something of the sum of all tallies and the closed seconds.
  interface Reader<T> {
    T read(Tally totals, List<RunResult.Second> series);
  }

  private void gather() {
    for (Lane lane : lanes) {
      Tally full = lane.swap(spare);
      lately.add(full);
      full.clear();
      spare = full;
    }
  }

  private static final class Lane {
    private final ReentrantLock lock = new ReentrantLock();
    private Tally tally;

    Lane(Tally tally) {
      this.tally = tally;
    }

    boolean tryWrite(Consumer<Tally> entry) {
      if (!lock.tryLock()) {
        return false;
      }
      try {
        entry.accept(tally);
        return true;
      } finally {
        lock.unlock();
      }
    }

    void write(Consumer<Tally> entry) {
      lock.lock();
      try {
        entry.accept(tally);
      } finally {
        lock.unlock();
      }
    }

    Tally swap(Tally empty) {
      lock.lock();
      try {
        Tally full = tally;
        tally = empty;
        return full;
      } finally {
        lock.unlock();
      }
    }
  }
}
