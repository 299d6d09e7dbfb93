package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Disturbance;
import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The balancer in front of the API processes, and the network in front of it, which loses replies.
final class Edge {
  private final Hop fromClient;
  private final Hop fromProvider;
  private final List<Api> apis;
  private final Disturbance disturbance;
  private final Draw losses;
  private final AtomicLong turns = new AtomicLong();

  Edge(Kit kit, List<Api> apis, Disturbance disturbance) {
    this.fromClient = kit.hop("client>edge");
    this.fromProvider = kit.hop("psp>edge");
    this.apis = List.copyOf(apis);
    this.disturbance = disturbance;
    this.losses = new Draw(kit.world().dice(), "replies get lost");
  }

  /// Brings a client's request to a process that is up.
  Reply fromClient(Visit visit, Choices choices, Work work) throws InterruptedException {
    Reply reply = fromClient.cross(visit, () -> through(visit, choices, work));
    if (losses.hits(disturbance.of("response-lost"))) {
      return Reply.refused(
          504, new Why("response-lost", "client>edge", "The reply was lost on its way"));
    }
    return reply;
  }

  /// Brings a provider's message to a process that is up.
  Reply fromProvider(Visit visit, Choices choices, Work work) throws InterruptedException {
    return fromProvider.cross(visit, () -> through(visit, choices, work));
  }

  /// How many processes take work.
  long up(Choices choices) {
    return apis.stream().limit(choices.apis()).filter(api -> api.node().up()).count();
  }

  long deaths() {
    return apis.stream().mapToLong(api -> api.node().deaths()).sum();
  }

  List<Api> apis() {
    return apis;
  }

  private Reply through(Visit visit, Choices choices, Work work) throws InterruptedException {
    Api api = next(choices.apis());
    return api.entrance().cross(visit, () -> work.on(api));
  }

  private Api next(int count) {
    long turn = turns.getAndIncrement();
    for (int i = 0; i < count; i++) {
      Api api = apis.get((int) ((turn + i) % count));
      if (api.node().up()) {
        return api;
      }
    }
    throw new HopFailure(503, new Why("no-api", "edge", "No API process is up"));
  }

  /// What a process does with a request.
  @FunctionalInterface
  interface Work {
    Reply on(Api api) throws InterruptedException;
  }
}
