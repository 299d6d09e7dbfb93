package dev.hotseat.load;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Target;
import dev.hotseat.world.World;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts load runs and owns their threads.
public final class Generator implements AutoCloseable {
  private final World world;
  private final LoadLimits limits;
  private final Set<Run> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("load-run-", 0).factory());

  /// @param world its dice decide the arrivals
  public Generator(World world, LoadLimits limits) {
    this.world = world;
    this.limits = limits;
  }

  /// Starts a run; it goes on by itself.
  ///
  /// @throws Refusal when the profile asks for more than the limits allow
  /// @throws IllegalArgumentException when the traffic does not know a kind that the profile names
  public Run start(Profile profile, Target target, Traffic traffic) {
    limits.check(profile);
    var ledger = new Ledger(profile.operations().size());
    var lateness = new Lateness(limits.lagFloor());
    var run = new Run(world, profile, ledger, drive(profile, target, traffic, ledger), lateness);
    running.add(run);
    threads.execute(() -> {
      try {
        run.conduct();
      } finally {
        running.remove(run);
      }
    });
    return run;
  }

  /// Stops all runs and waits for their threads.
  @Override
  public void close() {
    running.forEach(Run::stop);
    threads.close();
  }

  private Drive drive(Profile profile, Target target, Traffic traffic, Ledger ledger) {
    return switch (profile.loop()) {
      case Loop.Open open -> new OpenDrive(world, profile, open, target, traffic, ledger, limits);
      case Loop.Closed closed ->
          new ClosedDrive(world, profile, closed, target, traffic, ledger, limits);
    };
  }
}
