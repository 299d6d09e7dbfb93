package dev.hotseat.load;

import dev.hotseat.world.Carriers;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Virtual threads that carry attempts to the target: few while calls are cheap, as many as there
/// are calls in flight while calls block.
/*
 * A thread per call is simple and never delays one call behind another, but starting and ending a
 * virtual thread costs several microseconds: at 100,000 calls/s most of a core, taken from the very
 * system under test. Carrying calls on the pacer's own thread is cheapest, but the first call that
 * waits for a lock stops the schedule.
 *
 * So a worker goes on taking attempts from the ring until it is empty, then rests. Cheap calls are
 * thereby carried in batches by one or two workers. After each look at the clock the pacer checks
 * the workers it counts on: one that is stuck, because its call parked or simply takes long, is
 * counted on no more and another is woken (or hired, up to the limit of calls in flight). How many
 * are woken at once follows the share of recent calls that got stuck: near none it is one worker per
 * batch (and one more per core while a batch is not done by the next look), near all it is one per
 * call. A call behind a stuck one therefore waits for one look of the
 * pacer, a tenth of a millisecond, and only until the share has been learnt.
 */
final class Crew implements Senders, AutoCloseable {
  private static final long STUCK_AFTER_NANOS = 50_000;
  private static final int CALLS_BEFORE_YIELD = 32;
  private static final double LEARNING = 0.1;

  private final World world;
  private final Outcomes outcomes;
  private final Ring ring;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final int sizeMax;
  private final long waitMaxNanos;
  private final ExecutorService threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Worker> resting = new ArrayDeque<>();
  private final List<Worker> hired = new ArrayList<>();
  private final List<Worker> counted = new ArrayList<>();
  private double stuckShare;
  private long takenBefore;
  private long putBefore;
  private volatile boolean full;
  private volatile boolean closed;

  Crew(World world, Outcomes outcomes, Ring ring, LoadLimits limits, String name) {
    this.world = world;
    this.outcomes = outcomes;
    this.ring = ring;
    this.sizeMax = limits.inFlightMax();
    this.waitMaxNanos = limits.waitMax().toNanos();
    this.threads = Executors.newThreadPerTaskExecutor(Carriers.own(name));
  }

  @Override
  public void send(Attempt attempt) {
    while (!ring.offer(attempt)) {
      Attempt oldest = ring.poll();
      if (oldest != null) {
        outcomes.notSent(oldest, world.ticks().nanos());
      }
    }
  }

  @Override
  public boolean rouse(long nowNanos) {
    dismissWhoWaitedTooLong(nowNanos);
    int stuck = countOut(nowNanos);
    long taken = ring.taken();
    if (taken > takenBefore) {
      double share = Math.min(1, (double) stuck / (taken - takenBefore));
      stuckShare += LEARNING * (share - stuckShare);
      takenBefore = taken;
    }
    boolean leftOver = taken < putBefore;
    putBefore = ring.put();
    int waiting = ring.size();
    if (waiting == 0) {
      full = false;
      return false;
    }
    int wanted = Math.max(1, (int) Math.ceil(waiting * stuckShare));
    if (leftOver) {
      wanted = Math.max(wanted, Math.min(cores, counted.size() + 1));
    }
    while (counted.size() < wanted && wake()) {
      // each turn wakes or hires one more
    }
    full = counted.size() < wanted;
    return true;
  }

  /// Ends every call still under way as unfinished. Called once nothing is sent any more.
  void abandonShip(long nowNanos) {
    for (Attempt left = ring.poll(); left != null; left = ring.poll()) {
      outcomes.notSent(left, nowNanos);
    }
    for (Worker worker : hired) {
      Attempt current = worker.current;
      if (current != null) {
        outcomes.unfinished(current, nowNanos);
      }
    }
  }

  /// Sends everybody home; a call that will not be interrupted is left to itself after a while.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    threads.shutdownNow();
    try {
      threads.awaitTermination(Duration.ofSeconds(5).toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dismissWhoWaitedTooLong(long nowNanos) {
    Attempt late = ring.pollDueBefore(nowNanos - waitMaxNanos);
    while (late != null) {
      outcomes.notSent(late, nowNanos);
      late = ring.pollDueBefore(nowNanos - waitMaxNanos);
    }
  }

  /// Forgets workers that rest or are stuck, and says how many were stuck.
  private int countOut(long nowNanos) {
    int before = counted.size();
    if (before == 0) {
      return 0;
    }
    lock.lock();
    try {
      counted.removeIf(worker -> worker.rests);
    } finally {
      lock.unlock();
    }
    int awake = counted.size();
    counted.removeIf(worker -> worker.stuckAt(nowNanos));
    return awake - counted.size();
  }

  private boolean wake() {
    Worker rested = rested();
    if (rested != null) {
      counted.add(rested);
      LockSupport.unpark(rested.thread);
      return true;
    }
    if (hired.size() >= sizeMax) {
      return false;
    }
    var worker = new Worker();
    hired.add(worker);
    counted.add(worker);
    threads.execute(worker);
    return true;
  }

  private @Nullable Worker rested() {
    lock.lock();
    try {
      Worker found = resting.poll();
      if (found != null) {
        found.rests = false;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  private final class Worker implements Runnable {
    private volatile boolean rests;
    private volatile long busySinceNanos = Long.MAX_VALUE;
    private volatile @Nullable Attempt current;
    private @Nullable Thread thread;

    @Override
    public void run() {
      thread = Thread.currentThread();
      int carried = 0;
      while (!closed) {
        Attempt next = ring.poll();
        if (next == null) {
          rest();
        } else {
          carry(next);
          if (++carried % CALLS_BEFORE_YIELD == 0) {
            Thread.yield(); // virtual threads are not time-sliced: let calls that woke up go on
          }
        }
      }
    }

    boolean stuckAt(long nowNanos) {
      return busySinceNanos < nowNanos - STUCK_AFTER_NANOS;
    }

    private void carry(Attempt attempt) {
      long sent = world.ticks().nanos();
      current = attempt;
      busySinceNanos = sent;
      outcomes.carry(attempt, sent, full);
      busySinceNanos = Long.MAX_VALUE;
      current = null;
    }

    private void rest() {
      lock.lock();
      try {
        if (closed || !ring.isEmpty()) {
          return;
        }
        rests = true;
        resting.push(this);
      } finally {
        lock.unlock();
      }
      while (rests && !closed) {
        LockSupport.park(this);
      }
    }
  }
}
