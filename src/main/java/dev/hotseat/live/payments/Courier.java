package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Disturbance;
import dev.hotseat.live.Kit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Carries a provider's messages to the API: usually each once and in order, and again while the
/// API answers with an error.
final class Courier {
  private static final int TRIES_MAX = 5;

  private final Kit kit;
  private final Disturbance disturbance;
  private final Draw twice;
  private final Draw late;
  private final AtomicLong messages = new AtomicLong();
  private final AtomicInteger underWay = new AtomicInteger();
  private final long underWayNanos;
  private volatile boolean wanted = true;

  /// The message that a charge is being worked on comes at once, the one that it is done a little
  /// later than the answer, so that usually neither brings anything new.
  Courier(Kit kit, Disturbance disturbance, Pace pace) {
    this.underWayNanos = pace.phonePatience().toNanos() * 6 / 10;
    this.kit = kit;
    this.disturbance = disturbance;
    this.twice = new Draw(kit.world().dice(), "messages come twice");
    this.late = new Draw(kit.world().dice(), "messages come late");
  }

  /// Whether the API has subscribed to messages at all.
  void subscribe(boolean wish) {
    wanted = wish;
  }

  int underWay() {
    return underWay.get();
  }

  /// Sends a message about an errand.
  void announce(Errand errand, String what, String charge) {
    if (!wanted) {
      return;
    }
    String body =
        "{\"event\":\"evt-"
            + messages.incrementAndGet()
            + "\",\"type\":\""
            + errand.kind()
            + "."
            + what
            + "\",\"charge\":\""
            + charge
            + "\",\"reference\":\""
            + errand.reference()
            + "\"}";
    boolean overtaken = what.equals("processing") && late.hits(disturbance.of("webhook-reordered"));
    carry(body, overtaken ? underWayNanos * 5 : what.equals("processing") ? 0 : underWayNanos);
    if (twice.hits(disturbance.of("webhook-duplicated"))) {
      carry(body, underWayNanos);
    }
  }

  private void carry(String body, long afterNanos) {
    underWay.incrementAndGet();
    kit.background(
        "courier",
        () -> {
          try {
            kit.world().pause().sleepNanos(afterNanos);
            for (int i = 0; i < TRIES_MAX && !delivered(body); i++) {
              kit.world().pause().sleepNanos(underWayNanos << i);
            }
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  private boolean delivered(String body) {
    Call call = Call.post("/webhooks/psp", body, Map.of(), kit.world().ticks().nanos());
    Reply reply = kit.door().handle(call);
    return reply.status() < 500;
  }
}
