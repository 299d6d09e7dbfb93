package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Where every call is written down when it is over: by whom it was served, how it ended, and what
/// that means for what was promised.
final class Ledger {
  /// Who buys and waits longer than this remembers it.
  private static final long HURTS_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final Kit kit;
  private final Breakdown breakdown;
  private final Objective objective = new Objective();
  private final Incident incident;
  private final Consequences consequences = new Consequences();

  Ledger(Kit kit) {
    this.kit = kit;
    this.breakdown = new Breakdown(kit.world().ticks());
    this.incident = new Incident(kit.world().ticks());
  }

  /// Writes down a call that is over, and says whether it went well while its client waited.
  boolean note(Visit visit, Request request, Balancer.Served served) {
    long now = kit.world().ticks().nanos();
    long tookNanos = now - visit.call().dueNanos();
    Reply reply = served.reply();
    boolean checkout = request.route() == Request.Route.CHECKOUT;
    breakdown.note(
        request.route().operation(),
        served.instance(),
        served.zone(),
        request.tenant(),
        tookNanos,
        reply.failed());
    objective.count(checkout, reply.failed(), Objective.reason(reply.why()), tookNanos);
    if (checkout && (reply.failed() || tookNanos > HURTS_NANOS)) {
      customer(visit).ifPresent(incident::hurt);
    }
    return reply.status() < 400 && !visit.call().abandonedAt(now);
  }

  private static OptionalLong customer(Visit visit) {
    try {
      return OptionalLong.of(Basket.read(visit.call().body()).customer());
    } catch (Objection _) {
      return OptionalLong.empty();
    }
  }

  Breakdown breakdown() {
    return breakdown;
  }

  Objective objective() {
    return objective;
  }

  Incident incident() {
    return incident;
  }

  Consequences consequences() {
    return consequences;
  }
}
