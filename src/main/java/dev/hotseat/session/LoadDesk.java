package dev.hotseat.session;

import dev.hotseat.event.Prediction;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Progress;
import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import dev.hotseat.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The load runs of one session, one at a time.
final class LoadDesk implements AutoCloseable {
  private final World world;
  private final LoadLimits limits;
  private final LoadPlans plans;
  private volatile @Nullable Going going;
  private volatile @Nullable Generator generator;

  /// A run going on.
  ///
  /// @param told opens when its end is in the journal, or will never be
  private record Going(Run run, RunStarted started, Instant at, CountDownLatch told) {}

  LoadDesk(World world, LoadLimits limits, LoadPlans plans) {
    this.world = world;
    this.limits = limits;
    this.plans = plans;
  }

  /// What a request comes to, before anything is started.
  record Order(Profile profile, RunStarted started) {}

  Order order(RunRequest request, int number, String by) {
    Profile profile = plans.profile(request);
    List<Prediction> predictions = plans.predictions(request.predictions());
    return new Order(
        profile, new RunStarted(number, profile.name(), LoadPlans.line(profile), predictions, by));
  }

  /// Starts a run. Called by the mailbox only.
  ///
  /// @param over called on a thread of its own when the run is over
  void start(Order order, LiveSystem live, Consumer<RunView> over) {
    Run run;
    try {
      run = generator().start(order.profile(), live, live::traffic);
    } catch (Refusal refusal) {
      throw LoadPlans.invalid(refusal);
    } catch (IllegalArgumentException unknown) {
      throw SessionRefusal.invalid(
          "mix", "traffic and parameters that the system knows", "" + unknown.getMessage());
    }
    Going now = new Going(run, order.started(), world.wall().instant(), new CountDownLatch(1));
    going = now;
    Thread.ofVirtual().name("run-watch").start(() -> watch(now, over));
  }

  private void watch(Going now, Consumer<RunView> over) {
    try {
      RunResult result = now.run().await();
      if (going == now) {
        over.accept(RunViews.over(now.started(), now.at(), result));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (going == now) {
        going = null;
      }
      now.told().countDown();
    }
  }

  private Generator generator() {
    Generator found = generator;
    if (found == null) {
      found = new Generator(world, limits);
      generator = found;
    }
    return found;
  }

  Optional<Progress> progress() {
    return Optional.ofNullable(going).map(each -> each.run().progress());
  }

  /// Stops the run going on and waits until its end was told.
  ///
  /// @return whether there was one
  boolean stop() {
    Going now = going;
    if (now == null) {
      return false;
    }
    now.run().close();
    try {
      now.told().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /// Breaks the run off where it is, for an end that cannot wait. Called by the mailbox only; what
  /// the run tells later is no longer wanted.
  Optional<RunFinished> breakOff(EventCodec codec) {
    Going now = going;
    if (now == null) {
      return Optional.empty();
    }
    now.run().stop();
    RunView run = RunViews.over(now.started(), now.at(), now.run().result());
    return Optional.of(RunViews.finished(run, codec));
  }

  /// Takes back a run whose start could not be told.
  void abandon() {
    Going now = going;
    going = null;
    if (now != null) {
      now.run().stop();
    }
  }

  /// Stops without telling anybody.
  @Override
  public void close() {
    Generator found = generator;
    if (found != null) {
      found.close();
    }
  }
}
