package dev.hotseat.session;

import dev.hotseat.live.Design;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A session's live system: built when it is first needed, closed once.
final class Venue implements AutoCloseable {
  private final Function<LeverValues, LiveSystem> builder;
  private final Supplier<LeverValues> levers;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable LiveSystem built;
  private volatile boolean closed;

  /// @param levers the values in force when it is built
  Venue(Function<LeverValues, LiveSystem> builder, Supplier<LeverValues> levers) {
    this.builder = builder;
    this.levers = levers;
  }

  /// The live system if it stands already.
  Optional<LiveSystem> ready() {
    return Optional.ofNullable(built);
  }

  /*
   * A system that is being built right now has already read its levers. Whoever changes them must
   * therefore wait for it; one that is not begun will read the new ones.
   */
  /// Does something to the live system if it stands, or is being built.
  void ifBuilt(Consumer<LiveSystem> deed) {
    lock.lock();
    try {
      LiveSystem found = built;
      if (found != null) {
        deed.accept(found);
      }
    } finally {
      lock.unlock();
    }
  }

  /// The live system, built now if need be.
  ///
  /// @throws SessionRefusal `ENDED` when it was closed
  LiveSystem live() {
    LiveSystem found = built;
    return found != null && !closed ? found : build();
  }

  private LiveSystem build() {
    lock.lock();
    try {
      if (closed) {
        throw new SessionRefusal(SessionRefusal.Kind.ENDED, "the live system is gone");
      }
      LiveSystem found = built;
      if (found == null) {
        found = builder.apply(levers.get());
        built = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  /// The values that make a lever set complete again.
  static LeverValues values(Design design, Map<String, String> levers) {
    return LeverValues.initial(design.levers()).with(levers);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      LiveSystem found = built;
      built = null;
      if (found != null) {
        found.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
