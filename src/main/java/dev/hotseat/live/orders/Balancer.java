package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Leads calls to the instances in turn: only to those that are healthy, and on to the next when
/// one turns out to be gone.
final class Balancer {
  private final Hop in;
  private final Fleet fleet;
  private final AtomicInteger next = new AtomicInteger();

  Balancer(Kit kit, Fleet fleet) {
    this.in = kit.hop(Topology.hop(Topology.CLIENT, Topology.BALANCER));
    this.fleet = fleet;
  }

  /// What came of a call.
  ///
  /// @param instance who served it; the balancer where nobody did
  record Served(Reply reply, String instance, String zone) {}

  /// Serves a call on one of the instances.
  Served serve(Visit visit, Request request, Desk desk) throws InterruptedException {
    return in.cross(visit, () -> onOne(visit, request, desk));
  }

  private Served onOne(Visit visit, Request request, Desk desk) throws InterruptedException {
    List<Instance> healthy = fleet.all().stream().filter(Instance::takesCalls).toList();
    int first = Math.floorMod(next.getAndIncrement(), Math.max(1, healthy.size()));
    for (int i = 0; i < healthy.size(); i++) {
      Instance instance = healthy.get((first + i) % healthy.size());
      Served served = on(instance, visit, request, desk);
      if (!wasGone(served.reply())) {
        return served;
      }
    }
    return new Served(
        Reply.refused(503, new Why("no-instance", Topology.BALANCER, "No instance is healthy")),
        Topology.BALANCER,
        "");
  }

  private static Served on(Instance instance, Visit visit, Request request, Desk desk)
      throws InterruptedException {
    return new Served(reply(instance, visit, request, desk), instance.name(), instance.zone());
  }

  private static Reply reply(Instance instance, Visit visit, Request request, Desk desk)
      throws InterruptedException {
    try {
      return instance.serve(visit, request, desk);
    } catch (HopFailure failure) {
      return Reply.refused(failure.status(), failure.why());
    }
  }

  /// Nothing listened there, so nothing was done.
  private static boolean wasGone(Reply reply) {
    Why why = reply.refusal();
    return why != null && why.reason().equals("process-down");
  }
}
