package dev.hotseat.live.migration;

import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Node;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import dev.hotseat.live.Work;
import java.util.concurrent.atomic.AtomicInteger;

/// One app instance: a process that runs a release, takes work while it is in service, and can die.
final class Instance {
  private final String name;
  private final Node node;
  private final Hop entrance;
  private final Hop toStore;
  private final Kit kit;
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile Release release = Release.V1;
  private volatile boolean inService = true;

  Instance(Kit kit, int number) {
    this.name = Topology.app(number);
    this.node = kit.node(name);
    this.entrance = kit.hop("edge>" + name);
    this.toStore = kit.hop(name + ">store");
    this.kit = kit;
  }

  String name() {
    return name;
  }

  Release release() {
    return release;
  }

  Node node() {
    return node;
  }

  /// Whether the balancer may send it work.
  boolean takesWork() {
    return inService && node.up();
  }

  int inFlight() {
    return inFlight.get();
  }

  /// From now on it is sent nothing; what it has begun it finishes.
  void leaveService() {
    inService = false;
  }

  /// Starts again with a release, and takes work.
  void start(Release next) {
    release = next;
    inService = true;
  }

  /// Serves a request inside the process.
  ///
  /// It counts itself in before it looks whether the instance is in service, so that whoever waits
  /// for the instance to empty sees it, or it sees that it came too late.
  <T> T enter(Visit visit, Work<T, RuntimeException> work) throws InterruptedException {
    inFlight.incrementAndGet();
    try {
      if (!inService) {
        throw new HopFailure(503, new Why(Edge.DOWN, name, "The instance is being replaced"));
      }
      return entrance.cross(visit, work);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /// One visit to the store, holding one connection.
  <T> T store(Visit visit, Store.Sql<T> work) throws InterruptedException {
    return kit.store().query(toStore, visit, work);
  }
}
