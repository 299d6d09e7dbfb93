package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Kit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Carries a provider's messages to the API: usually each once and in order, and again while the
/// API answers with an error.
final class Courier {
  private static final long UNDER_WAY_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
  private static final long OVERTAKEN_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
  private static final int TRIES_MAX = 5;

  private final Kit kit;
  private final Disturbance disturbance;
  private final Draw twice;
  private final Draw late;
  private final AtomicLong messages = new AtomicLong();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean wanted = true;

  Courier(Kit kit, Disturbance disturbance) {
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
    carry(body, overtaken ? OVERTAKEN_NANOS : UNDER_WAY_NANOS);
    if (twice.hits(disturbance.of("webhook-duplicated"))) {
      carry(body, UNDER_WAY_NANOS);
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
              kit.world().pause().sleepNanos(UNDER_WAY_NANOS << i);
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
