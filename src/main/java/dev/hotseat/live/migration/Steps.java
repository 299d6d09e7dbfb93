package dev.hotseat.live.migration;

import dev.hotseat.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The migration's own book: what was done, in which order, and what of it can still be undone.
final class Steps {
  /// Where requests stand before anything was done.
  static final String NONE = "before any step";

  private final World world;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Step> steps = new CopyOnWriteArrayList<>();
  private volatile String inForce = NONE;
  private volatile boolean anyUnderWay;
  private volatile @Nullable Step lastEnded;

  Steps(World world) {
    this.world = world;
  }

  /// @param name such as `create-new-table` or `reads-from-new 10`
  Step begin(String name) {
    Step step = new Step(name, this);
    steps.add(step);
    look();
    return step;
  }

  List<Step> all() {
    return List.copyOf(steps);
  }

  /// The step that runs at this moment; the last begun, if several do.
  Optional<String> underWay() {
    return all().reversed().stream().filter(Step::running).findFirst().map(Step::name);
  }

  /// The step under which requests run now: the one under way, or else the last one.
  String inForce() {
    return inForce;
  }

  /// The step that was under way at some moment of a request that ends now. A request that waited
  /// for a step is answered when that step has just ended.
  ///
  /// @param tookNanos how long the request took
  Optional<String> beside(long tookNanos) {
    if (anyUnderWay) {
      return Optional.of(inForce);
    }
    Step ended = lastEnded;
    return ended != null && world.ticks().nanos() - tookNanos <= ended.endedNanos
        ? Optional.of(ended.name)
        : Optional.empty();
  }

  private void look() {
    lock.lock();
    try {
      Optional<String> running = underWay();
      anyUnderWay = running.isPresent();
      inForce = running.or(() -> lastDone().map(Step::name)).orElse(NONE);
    } finally {
      lock.unlock();
    }
  }

  /// The last step that was done and not undone.
  Optional<Step> lastDone() {
    return all().reversed().stream().filter(step -> step.state == State.DONE).findFirst();
  }

  /// The last step that is to be undone before any other: under way or done, of a kind that changes
  /// something, and not itself the undoing of another.
  Optional<Step> lastStanding() {
    return all().reversed().stream()
        .filter(step -> step.running() || step.state == State.DONE)
        .filter(step -> !step.goesBack && Undo.of(step.name()).matters())
        .findFirst();
  }

  /// What has become of a step.
  enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    UNDONE;

    /// Whether it came to an end before its time.
    boolean brokeOff() {
      return this == FAILED || this == CANCELLED;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One step and what became of it.
  static final class Step {
    private final String name;
    private final Steps book;
    private final long begunNanos;
    private volatile State state = State.RUNNING;
    private volatile String did = "";
    private volatile boolean goesBack;
    private volatile long endedNanos;

    private Step(String name, Steps book) {
      this.name = name;
      this.book = book;
      this.begunNanos = book.world.ticks().nanos();
    }

    String name() {
      return name;
    }

    State state() {
      return state;
    }

    boolean running() {
      return state == State.RUNNING;
    }

    /// What it did, or why it failed.
    String did() {
      return did;
    }

    long tookNanos() {
      return (running() ? book.world.ticks().nanos() : endedNanos) - begunNanos;
    }

    void done(String what) {
      end(State.DONE, what);
    }

    void failed(String why) {
      end(State.FAILED, why);
    }

    void cancelled() {
      end(State.CANCELLED, "Cancelled " + Cancelled.BY + ".");
    }

    /// It undid others, which are marked as undone, and is nothing to be undone itself.
    void undid(List<Step> others) {
      goesBack = true;
      others.forEach(step -> step.undone("put back."));
    }

    boolean goesBack() {
      return goesBack;
    }

    void undone(String how) {
      did = did.isEmpty() ? how : did + (did.endsWith(".") ? " " : ". ") + "Undone: " + how;
      state = State.UNDONE;
      book.look();
    }

    private void end(State how, String what) {
      if (state == State.UNDONE) {
        return;
      }
      did = what;
      endedNanos = book.world.ticks().nanos();
      state = how;
      book.lastEnded = this;
      book.look();
    }
  }
}
