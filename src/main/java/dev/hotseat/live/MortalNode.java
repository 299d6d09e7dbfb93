package dev.hotseat.live;

import dev.hotseat.exchange.Why;
import dev.hotseat.telemetry.LogBook;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A node and its successive incarnations.
final class MortalNode implements Node {
  private final String name;
  private final LogBook logBook;
  private final Restart restart;
  private final AtomicReference<Incarnation> present;
  private final AtomicLong deaths = new AtomicLong();

  MortalNode(String name, LogBook logBook, Restart restart) {
    this.name = name;
    this.logBook = logBook;
    this.restart = restart;
    this.present = new AtomicReference<>(new Incarnation(name));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean up() {
    return !present.get().dead;
  }

  @Override
  public long deaths() {
    return deaths.get();
  }

  @Override
  public void kill(Duration down) {
    Incarnation now = present.get();
    if (!now.dies()) {
      return;
    }
    deaths.incrementAndGet();
    int cut = now.cut();
    logBook.write("ERROR", name, "process died with " + cut + " calls in it", "");
    restart.after(
        down,
        () -> {
          present.set(new Incarnation(name));
          logBook.write("INFO", name, "a new process took its place", "");
        });
  }

  /// Runs work inside the node.
  <T, E extends Exception> T run(TracedVisit visit, Work<T, E> work)
      throws E, InterruptedException {
    Incarnation now = present.get();
    Incarnation.Stay stay = now.enter();
    Incarnation before = visit.inside();
    visit.moveInto(now);
    try {
      T result = work.run();
      now.checkAlive();
      return result;
    } catch (Throwable thrown) {
      now.checkAlive();
      throw thrown;
    } finally {
      visit.moveInto(before);
      now.leave(stay);
    }
  }

  /// One process, from its start to its death.
  static final class Incarnation {
    /// Where visits are that are in no node.
    static final Incarnation NOWHERE = new Incarnation("");

    private final String name;
    private final Set<Stay> stays = ConcurrentHashMap.newKeySet();
    private final AtomicInteger killers = new AtomicInteger();
    private volatile boolean dead;

    private Incarnation(String name) {
      this.name = name;
    }

    /// @throws HopFailure when this process is dead: nothing it still does may be seen
    void checkAlive() {
      if (dead) {
        throw failure(502, "process-died", "the process died with this call in it");
      }
    }

    private boolean dies() {
      if (killers.getAndIncrement() > 0) {
        return false;
      }
      dead = true;
      return true;
    }

    private int cut() {
      int cut = 0;
      for (Stay stay : stays) {
        stay.interrupt();
        cut++;
      }
      return cut;
    }

    /*
     * Who enters while the process dies may register after the killer has passed; looking again
     * after registering makes sure that one of the two sees the other.
     */
    private Stay enter() {
      Stay stay = new Stay(Thread.currentThread());
      stays.add(stay);
      if (dead) {
        leave(stay);
        throw failure(503, "process-down", "nothing listens there");
      }
      return stay;
    }

    private void leave(Stay stay) {
      stays.remove(stay);
      stay.end();
    }

    private HopFailure failure(int status, String reason, String detail) {
      return new HopFailure(status, new Why(reason, name, detail));
    }

    /// One thread's time in the process. An interrupt meant for the process must not reach the
    /// thread after it has left.
    private static final class Stay {
      private static final int IN = 0;
      private static final int OUT = 1;
      private static final int INTERRUPTING = 2;
      private static final int INTERRUPTED = 3;

      private final Thread thread;
      private final AtomicInteger state = new AtomicInteger(IN);

      Stay(Thread thread) {
        this.thread = thread;
      }

      void interrupt() {
        if (state.compareAndSet(IN, INTERRUPTING)) {
          thread.interrupt();
          state.set(INTERRUPTED);
        }
      }

      void end() {
        if (!state.compareAndSet(IN, OUT)) {
          while (state.get() == INTERRUPTING) {
            Thread.onSpinWait();
          }
          boolean _ = Thread.interrupted();
        }
      }
    }
  }

  /// Sees to it that something is done later.
  @FunctionalInterface
  interface Restart {
    void after(Duration time, Runnable step);
  }
}
