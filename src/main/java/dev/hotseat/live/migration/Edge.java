package dev.hotseat.live.migration;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The balancer in front of the instances. A request whose instance dies is asked again of another:
/// every request here may be repeated, because it says what is to be, and a new customer's number
/// is drawn before the first try.
final class Edge {
  /// Nothing listens there.
  static final String DOWN = "process-down";

  /// The process died with the request in it.
  static final String DIED = "process-died";

  private static final int TRIES = 4;

  /// Status of a request whose client has gone: nobody was failed by it.
  private static final int CLIENT_GONE = 499;

  private final Hop fromClient;
  private final List<Instance> instances;
  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();

  Edge(Kit kit) {
    this.fromClient = kit.hop("client>edge");
    List<Instance> all = new ArrayList<>();
    for (int i = 1; i <= Topology.APPS; i++) {
      all.add(new Instance(kit, i));
    }
    this.instances = List.copyOf(all);
  }

  List<Instance> instances() {
    return instances;
  }

  /// How many instances take work.
  long up() {
    return instances.stream().filter(Instance::takesWork).count();
  }

  /// Whether any instance that could take work runs this release.
  boolean runs(Release release) {
    return instances.stream().anyMatch(each -> each.release() == release);
  }

  /// Requests that were asked again because an instance died.
  long repeated() {
    return repeated.get();
  }

  /// Has an instance do the work.
  <T> T serve(Visit visit, Caller caller, Work<T> work) throws InterruptedException {
    return fromClient.cross(visit, () -> tried(visit, caller, work));
  }

  private <T> T tried(Visit visit, Caller caller, Work<T> work) throws InterruptedException {
    for (int i = 1; ; i++) {
      Instance instance = next();
      boolean again = i > 1;
      try {
        return instance.enter(visit, () -> work.on(instance, again));
      } catch (HopFailure failure) {
        if (caller.gone()) {
          throw new HopFailure(
              CLIENT_GONE, new Why("client-gone", "client>edge", "Nobody waits for the answer"));
        }
        if (i == TRIES || !diedOnTheWay(failure)) {
          throw failure;
        }
        repeated.incrementAndGet();
      }
    }
  }

  private static boolean diedOnTheWay(HopFailure failure) {
    String reason = failure.why().reason();
    return reason.equals(DIED) || reason.equals(DOWN);
  }

  private Instance next() {
    long turn = turns.getAndIncrement();
    for (int i = 0; i < instances.size(); i++) {
      Instance instance = instances.get((int) ((turn + i) % instances.size()));
      if (instance.takesWork()) {
        return instance;
      }
    }
    throw new HopFailure(503, new Why("no-app", "edge", "No instance takes work"));
  }

  /// What an instance does with a request.
  @FunctionalInterface
  interface Work<T> {
    /// @param again whether an instance died with this request before, which may have done it
    T on(Instance instance, boolean again) throws InterruptedException;
  }
}
