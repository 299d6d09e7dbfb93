package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.migration.Progress.State;
import dev.hotseat.world.World;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Copies every customer there was at its beginning into the new table, a stretch at a time.
final class Backfill {
  /*
   * It may die between any two statements. A chunk and the checkpoint that speaks of it are one
   * transaction, so that who resumes begins with the chunk that was not committed, and copies nothing
   * twice; without a checkpoint it begins again, which costs time but, with the version check, no
   * truth. It never holds a lock between two chunks.
   */

  private static final long LOOK_AGAIN_NANOS = 20_000_000;
  private static final long RETRY_NANOS = 5_000_000;
  private static final long RETRY_NANOS_MAX = 500_000_000;
  private static final double NEVER = 2; // a share that no copy reaches
  private static final Set<String> MORTAL = Set.of("process-died", "process-down");

  private final World world;
  private final Door door;
  private final Serving serving;
  private final Layout layout;
  private final Throttle throttle;
  private final Speedometer speed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition goOn = lock.newCondition();

  private volatile Pacing pacing;
  private volatile State state = State.IDLE;
  private volatile Itinerary soFar = new Itinerary(false, 1, 0, 0);
  private volatile String note = "";
  private volatile double dieAtShare = NEVER;
  private final AtomicLong copied = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong retried = new AtomicLong();
  private volatile boolean stopWanted;
  private boolean pauseWanted;

  Backfill(World world, Door door, Serving serving, Layout layout, Pacing pacing) {
    this.world = world;
    this.door = door;
    this.serving = serving;
    this.layout = layout;
    this.pacing = pacing;
    this.throttle = new Throttle(world, pacing.rowsPerSecond());
    this.speed = new Speedometer(world);
  }

  /// What it writes down in the database.
  static void createBooks(Door door) throws InterruptedException {
    door.on(connection -> {
      RangeLock.create(connection);
      Checkpoint.create(connection);
      ConversionLog.create(connection);
      return true;
    });
  }

  /// Takes effect with the next chunk.
  void change(Pacing to) {
    pacing = to;
    throttle.change(to.rowsPerSecond());
  }

  boolean underWay() {
    return state == State.RUNNING || state == State.WAITING || state == State.PAUSED;
  }

  /// Copies from the beginning, until all is copied; to be called on a thread of its own.
  void runFromStart() throws InterruptedException {
    copied.set(0);
    written.set(0);
    unpause();
    run(true);
  }

  /// Copies on from the checkpoint, or from the beginning where there is none.
  void runFromCheckpoint() throws InterruptedException {
    unpause();
    run(false);
  }

  private void run(boolean afresh) throws InterruptedException {
    note = "";
    stopWanted = false;
    state = State.RUNNING;
    throttle.restart();
    speed.restart();
    try {
      soFar = begun(afresh);
      while (!soFar.done()) {
        awaitLeave();
        if (stopWanted) {
          broken(State.CANCELLED, Cancelled.BY);
          return;
        }
        soFar = step(soFar.paced(pacing.batch()));
        layout.copied(soFar, true);
      }
      state = State.DONE;
    } catch (HopFailure failure) {
      broken(Cancelled.is(failure) ? State.CANCELLED : State.DEAD, failure.why().detail());
    } catch (Death _) {
      broken(State.DEAD, "the process died in a chunk that was not committed");
    } catch (InterruptedException ended) {
      broken(State.DEAD, "the process was ended");
      throw ended;
    } finally {
      layout.copied(soFar, false);
    }
  }

  private void broken(State how, String why) {
    note = why;
    state = how;
  }

  private Itinerary begun(boolean afresh) throws InterruptedException {
    return patiently(() ->
        door.inTransaction(connection -> {
          if (!afresh) {
            var there = Checkpoint.read(connection);
            if (there.isPresent()) {
              return there.get();
            }
          }
          Checkpoint.forget(connection);
          ConversionLog.forget(connection);
          return Itinerary.from(pacing, CopySource.lastId(connection));
        }));
  }

  private Itinerary step(Itinerary from) throws InterruptedException {
    Pacing pace = pacing;
    Itinerary then = from.onward();
    Chunk chunk =
        patiently(() ->
            door.inTransaction(connection -> {
              Chunk done =
                  Chunk.copy(
                      connection,
                      from.next(),
                      pace.versionCheck(),
                      layout.source(),
                      layout.target());
              if (then.share() >= dieAtShare) {
                dieNever();
                throw new Death();
              }
              if (pace.checkpointed()) {
                Checkpoint.save(connection, then);
              }
              return done;
            }));
    copied.addAndGet(chunk.read());
    written.addAndGet(chunk.written());
    speed.add(chunk.read());
    serving.wrote(chunk.written());
    throttle.pay(chunk.read());
    return then;
  }

  /*
   * A chunk that met a lock, a deadlock, a key that somebody else is just inserting, or a network
   * that is away, has changed nothing: it is tried again, later and later.
   */
  private <T> T patiently(Attempt<T> attempt) throws InterruptedException {
    for (long waitNanos = RETRY_NANOS; ; waitNanos = Math.min(2 * waitNanos, RETRY_NANOS_MAX)) {
      try {
        T result = attempt.make();
        note = "";
        return result;
      } catch (HopFailure failure) {
        if (MORTAL.contains(failure.why().reason()) || failure.why().reason().equals("sql-error")) {
          throw failure;
        }
        if (stopWanted) {
          throw Cancelled.failure();
        }
        retried.incrementAndGet();
        note = "trying again after " + failure.why().reason();
        world.pause().sleepNanos(waitNanos);
      }
    }
  }

  /// Waits while it is paused, and while the replica is too far behind.
  private void awaitLeave() throws InterruptedException {
    boolean waited = awaitResumed();
    while (lagging()) {
      waited = true;
      state = State.WAITING;
      note = "the replica is " + serving.lagMillis() + " ms behind";
      world.pause().sleepNanos(LOOK_AGAIN_NANOS);
      awaitResumed();
    }
    if (waited) {
      note = "";
      state = State.RUNNING;
      throttle.restart();
    }
  }

  private boolean lagging() {
    long max = pacing.lagMillisMax();
    return max > 0 && serving.lagMillis() > max;
  }

  private boolean awaitResumed() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean waited = pauseWanted;
      while (pauseWanted) {
        state = State.PAUSED;
        note = "";
        goOn.await();
        speed.restart();
      }
      return waited;
    } finally {
      lock.unlock();
    }
  }

  /// After the chunk it is in.
  void pause() {
    pause(true);
  }

  /// After the chunk it is in, for good.
  void stop() {
    stopWanted = true;
    unpause();
  }

  /// Whether it ended, the last time, because it was stopped.
  boolean stopped() {
    return state == State.CANCELLED;
  }

  void unpause() {
    pause(false);
  }

  private void pause(boolean wanted) {
    lock.lock();
    try {
      pauseWanted = wanted;
      goOn.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The process is to die when this share is copied, in the middle of a chunk.
  void dieAt(double share) {
    dieAtShare = share;
  }

  /// It is not to die after all.
  void dieNever() {
    dieAtShare = NEVER;
  }

  /// In customers; those who were copied again after a death count once.
  Progress progress() {
    Itinerary now = soFar;
    return new Progress(
        state, Math.round(now.share() * now.endId()), now.endId(), speed.perSecond(), note);
  }

  /// Rows read since its start, those read again included.
  long copied() {
    return copied.get();
  }

  /// Rows that were not yet in the new table, or in an older version.
  long written() {
    return written.get();
  }

  /// Chunks that had to be tried again.
  long retried() {
    return retried.get();
  }

  private interface Attempt<T> {
    T make() throws InterruptedException;
  }

  /// The end of the process, thrown where it stands.
  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Death() {
      super("died", null, false, false);
    }
  }
}
