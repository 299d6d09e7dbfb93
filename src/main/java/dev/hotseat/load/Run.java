package dev.hotseat.load;

import dev.hotseat.world.ShortTurns;
import dev.hotseat.world.World;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One run of a profile against a target: watch it, stop it, read what it measured.
public final class Run implements AutoCloseable {
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long START_AFTER_NANOS = 5_000_000L;

  private final World world;
  private final Profile profile;
  private final Ledger ledger;
  private final Drive drive;
  private final Lateness lateness;
  private final Instant startedAt;
  private final long startNanos;
  private final long cpuBeforeNanos = Cpu.usedNanos();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long stoppedNanos = Long.MAX_VALUE;
  private volatile Standing standing = new Standing(RunState.RUNNING, "", 0);

  Run(World world, Profile profile, Ledger ledger, Drive drive, Lateness lateness) {
    this.world = world;
    this.profile = profile;
    this.ledger = ledger;
    this.drive = drive;
    this.lateness = lateness;
    this.startedAt = world.wall().instant();
    this.startNanos = world.ticks().nanos() + START_AFTER_NANOS;
  }

  /// How far it is.
  public Progress progress() {
    double whole = profile.loop().duration().toNanos() / 1e9;
    double elapsed = dueSeconds();
    boolean ended = standing.state.over();
    return new Progress(
        standing.state,
        ended ? 1 : elapsed / whole,
        elapsed,
        ended ? 0 : whole - elapsed,
        ledger.lastRatePerSecond(),
        drive.offered(),
        ledger.served(),
        ledger.failed());
  }

  /// What it has measured up to the last full second, or in the end.
  public RunResult result() {
    Standing now = standing;
    return ledger.read((totals, series) -> result(now, totals, series));
  }

  /// Ends it early: no further arrivals, a second's grace for those on their way. Returns at once.
  public void stop() {
    if (stoppedNanos == Long.MAX_VALUE) {
      stoppedNanos = world.ticks().nanos();
    }
    drive.stop();
  }

  /// Waits until it is over.
  public RunResult await() throws InterruptedException {
    over.await();
    return result();
  }

  /// Stops it and waits until it is over.
  @Override
  public void close() {
    stop();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Carries it out; the caller's thread keeps the seconds.
  void conduct() {
    try (drive;
        ExecutorService pacer = Executors.newSingleThreadExecutor(this::pacerThread)) {
      Future<?> driving =
          pacer.submit(() -> {
            drive.run(startNanos);
            return null;
          });
      try {
        keepSeconds(driving);
        standing = ended();
      } catch (ExecutionException broken) {
        standing = broke(String.valueOf(broken.getCause()));
      } catch (InterruptedException stopped) {
        driving.cancel(true);
        standing = broke("interrupted");
      } finally {
        over.countDown();
      }
    }
  }

  private Thread pacerThread(Runnable pacer) {
    return Thread.ofPlatform()
        .name("pacer/" + profile.name())
        .daemon()
        .unstarted(() -> {
          ShortTurns.ask();
          pacer.run();
        });
  }

  private void keepSeconds(Future<?> driving) throws ExecutionException, InterruptedException {
    long closed = startNanos;
    try {
      while (!ended(driving, closed + SECOND_NANOS)) {
        long now = world.ticks().nanos();
        ledger.roll((now - closed) / 1e9);
        closed = now;
      }
    } finally {
      double rest = (world.ticks().nanos() - closed) / 1e9;
      ledger.roll(rest >= 0.5 ? rest : 0);
    }
  }

  private boolean ended(Future<?> driving, long untilNanos)
      throws ExecutionException, InterruptedException {
    try {
      driving.get(Math.max(0, untilNanos - world.ticks().nanos()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException secondIsOver) {
      return false;
    }
  }

  private Standing ended() {
    if (stoppedNanos != Long.MAX_VALUE) {
      return new Standing(RunState.STOPPED, "", cores());
    }
    String tooLate =
        ledger.read((totals, _) -> lateness.tooLate(totals, drive.lateness(), profile.loop()));
    return new Standing(tooLate.isEmpty() ? RunState.DONE : RunState.VOID, tooLate, cores());
  }

  private Standing broke(String why) {
    stop();
    return new Standing(RunState.FAILED, why, cores());
  }

  private RunResult result(Standing now, Tally totals, List<RunResult.Second> series) {
    double seconds = now.state.over() ? dueSeconds() : series.size();
    return new RunResult(
        profile,
        world.dice().seed(),
        startedAt,
        now.state,
        now.note,
        seconds,
        drive.offered(),
        totals.served(),
        totals.failures(),
        totals.refusals(),
        totals.statuses(),
        totals.operations(profile.operations()),
        Latency.of(totals.all()),
        schedule(now, totals, seconds),
        totals.clients(seconds),
        series);
  }

  private RunResult.Schedule schedule(Standing now, Tally totals, double seconds) {
    return new RunResult.Schedule(
        plannedPerSecond(),
        achievedPerSecond(totals, seconds),
        totals.lag().getValueAtPercentile(99) / 1e6,
        totals.lag().getMaxValue() / 1e6,
        now.state.over() ? drive.lateness().getValueAtPercentile(99) / 1e6 : 0,
        now.state.over() ? now.cores : cores());
  }

  /// Over the time that sending really took, so that a backlog sent after the end does not count as
  /// a plan that was kept.
  private double achievedPerSecond(Tally totals, double seconds) {
    if (totals.firsts() == 0 || seconds <= 0) {
      return 0;
    }
    double sending = (totals.lastSentNanos() - startNanos) / 1e9;
    return totals.firsts() / Math.max(seconds, sending);
  }

  private double plannedPerSecond() {
    return switch (profile.loop()) {
      case Loop.Closed _ -> 0;
      case Loop.Open(_, var stages) ->
          ArrivalPlan.expected(stages) / (profile.loop().duration().toNanos() / 1e9);
    };
  }

  /// For how long calls have been becoming due.
  private double dueSeconds() {
    long end = Math.min(stoppedNanos, startNanos + profile.loop().duration().toNanos());
    return Math.max(0, Math.min(world.ticks().nanos(), end) - startNanos) / 1e9;
  }

  private double cores() {
    long passed = world.ticks().nanos() - startNanos;
    return passed > 0 ? (double) (Cpu.usedNanos() - cpuBeforeNanos) / passed : 0;
  }

  private record Standing(RunState state, String note, double cores) {}
}
