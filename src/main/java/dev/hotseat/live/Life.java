package dev.hotseat.live;

import java.util.concurrent.atomic.AtomicInteger;

/// One life of a system, from its building to its reset or end.
final class Life {
  private static final long DRAIN_NANOS_MAX = 2_000_000_000L;
  private static final long DRAIN_STEP_NANOS = 2_000_000L;

  private final Machinery machinery;
  private final Service service;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile LeverValues levers;

  Life(Blueprint blueprint, Machinery machinery, LeverValues levers) {
    this.machinery = machinery;
    this.levers = levers;
    try {
      this.service = blueprint.build(machinery);
      service.change(levers);
    } catch (RuntimeException broken) {
      machinery.endBackgroundWork();
      machinery.close();
      throw broken;
    }
  }

  Machinery machinery() {
    return machinery;
  }

  Service service() {
    return service;
  }

  LeverValues levers() {
    return levers;
  }

  void change(LeverValues next) {
    service.change(next);
    levers = next;
  }

  /// Counts a call in and says how many there are now.
  int enter() {
    return inFlight.incrementAndGet();
  }

  void leave() {
    inFlight.decrementAndGet();
  }

  int inFlight() {
    return inFlight.get();
  }

  /// Ends everything this life began: faults first, so that nothing holds a call; then the calls
  /// get a moment to finish; then background work, the service and its data.
  void end() {
    machinery.stopAllFaults();
    drain();
    machinery.endBackgroundWork();
    try {
      service.close();
    } finally {
      machinery.close();
    }
  }

  private void drain() {
    try {
      for (long waited = 0;
          inFlight() > 0 && waited < DRAIN_NANOS_MAX;
          waited += DRAIN_STEP_NANOS) {
        machinery.world().pause().sleepNanos(DRAIN_STEP_NANOS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
