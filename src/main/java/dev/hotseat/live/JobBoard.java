package dev.hotseat.live;

import dev.hotseat.world.TickSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The jobs of one life of a system.
final class JobBoard implements Jobs {
  /// As many are shown; the oldest that are over give way, and then the oldest.
  static final int SHOWN_MAX = 32;

  /*
   * "Lately" is between one and two of these: the speed of a job that is throttled, or waits for a
   * lock, shows soon, and one batch more or less does not make it jump.
   */
  private static final long LATELY_NANOS = 3_000_000_000L;
  private static final double NANOS = 1e9;

  private final TickSource ticks;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Shown> shown = new ArrayList<>();
  private long started;

  JobBoard(TickSource ticks) {
    this.ticks = ticks;
  }

  @Override
  public Job start(String name, String meaning, String unit, double total) {
    if (!(total > 0)) {
      throw new IllegalArgumentException(name + ": nothing to do: " + total);
    }
    lock.lock();
    try {
      if (shown.size() >= SHOWN_MAX) {
        shown.remove(
            shown.stream().filter(each -> each.state.over()).findFirst().orElse(shown.getFirst()));
      }
      Shown job = new Shown(++started, name, meaning, unit, total);
      shown.add(job);
      return job;
    } finally {
      lock.unlock();
    }
  }

  /// All of them, in the order in which they began.
  List<Standing> all() {
    lock.lock();
    try {
      return shown.stream().map(Shown::standing).toList();
    } finally {
      lock.unlock();
    }
  }

  /// How much was done at a moment at which the job was running.
  private record Mark(long nanos, double done) {}

  private final class Shown implements Job {
    private final long number;
    private final String name;
    private final String meaning;
    private final String unit;
    private State state = State.RUNNING;
    private double total;
    private double done;
    private String note = "";
    private long ranNanos;
    private Mark since;
    private @Nullable Mark before;

    Shown(long number, String name, String meaning, String unit, double total) {
      this.number = number;
      this.name = name;
      this.meaning = meaning;
      this.unit = unit;
      this.total = total;
      this.since = new Mark(ticks.nanos(), 0);
    }

    @Override
    public void progress(double now) {
      changed(() -> {
        done = now;
        if (state == State.RUNNING && ticks.nanos() - since.nanos() >= LATELY_NANOS) {
          ranNanos += ticks.nanos() - since.nanos();
          before = since;
          since = new Mark(ticks.nanos(), now);
        }
      });
    }

    @Override
    public void total(double now) {
      changed(() -> total = now);
    }

    @Override
    public void note(String words) {
      changed(() -> note = words);
    }

    @Override
    public void pause() {
      changed(() -> {
        stand();
        state = State.PAUSED;
      });
    }

    @Override
    public void resume() {
      changed(() -> {
        if (state == State.PAUSED) {
          since = new Mark(ticks.nanos(), done);
          before = null;
          state = State.RUNNING;
        }
      });
    }

    @Override
    public void done(String words) {
      changed(() -> {
        done = total;
        end(State.DONE, words);
      });
    }

    @Override
    public void failed(String words) {
      changed(() -> end(State.FAILED, words));
    }

    @Override
    public void cancelled(String words) {
      changed(() -> end(State.CANCELLED, words));
    }

    private void end(State how, String words) {
      stand();
      state = how;
      note = words;
    }

    private void stand() {
      if (state == State.RUNNING) {
        ranNanos += ticks.nanos() - since.nanos();
      }
    }

    private void changed(Runnable change) {
      lock.lock();
      try {
        if (!state.over()) {
          change.run();
        }
      } finally {
        lock.unlock();
      }
    }

    Standing standing() {
      double speed = perSecond();
      boolean foreseen = state == State.RUNNING && speed > 0;
      return new Standing(
          number,
          name,
          meaning,
          state,
          done,
          total,
          unit,
          speed,
          foreseen ? Math.max(0, total - done) / speed : null,
          note);
    }

    private double perSecond() {
      return switch (state) {
        case PAUSED -> 0;
        case DONE, FAILED, CANCELLED -> ranNanos == 0 ? 0 : done / ranNanos * NANOS;
        case RUNNING -> {
          Mark from = before == null ? since : before;
          long nanos = ticks.nanos() - from.nanos();
          yield nanos <= 0 ? 0 : Math.max(0, done - from.done()) / nanos * NANOS;
        }
      };
    }
  }
}
