package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Disturbance;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// The customers' phones: each purchase makes a key, sends it with every try, waits so long for
/// each, and tries again as the lever says.
///
/// A phone that has stopped waiting does not stop the request it sent.
final class Phones {
  private final Kit kit;
  private final Pace pace;
  private final Disturbance disturbance;
  private final BackOff backOff;
  private final Bought bought = new Bought();
  private final String run;
  private final Draw twins;
  private final Draw reuses;
  private final Draw shares;
  private final AtomicLong purchases = new AtomicLong();
  private final LongAdder ended = new LongAdder();
  private final LongAdder tries = new LongAdder();
  private final LongAdder unsure = new LongAdder();

  Phones(Kit kit, Pace pace, Disturbance disturbance) {
    this.kit = kit;
    this.pace = pace;
    this.disturbance = disturbance;
    this.backOff = new BackOff(kit.world().dice(), pace);
    this.run = Long.toHexString(kit.world().dice().stream("keys of phones").nextLong());
    this.twins = new Draw(kit.world().dice(), "purchases are sent twice");
    this.reuses = new Draw(kit.world().dice(), "keys are used again");
    this.shares = new Draw(kit.world().dice(), "tenants share keys");
  }

  /// Serves `POST /phones/{phone}/purchases`.
  Reply purchase(Visit visit, String phone, Choices choices) throws InterruptedException {
    if (PaymentRequest.payment(visit.call().body())
        instanceof PaymentRequest.Malformed(Objection objection)) {
      return objection.reply();
    }
    long number = purchases.incrementAndGet();
    String tenant = visit.call().header("x-tenant", "acme");
    String key = "\"" + run + "-" + number + "\"";
    Wanted wanted = new Wanted(phone, tenant, key, "purchase-" + number, visit.call().body());
    if (shares.hits(disturbance.of("tenants-share-keys"))) {
      strayed(wanted.ofTenant(tenant.equals("acme") ? "globex" : "acme"));
    }
    if (twins.hits(disturbance.of("twin-requests"))) {
      send(wanted);
    }
    Purchase purchase = bought(wanted, choices);
    if (reuses.hits(disturbance.of("key-reused"))) {
      strayed(wanted.withAnotherAmount());
    }
    return purchase.reply();
  }

  long ended() {
    return ended.sum();
  }

  long tries() {
    return tries.sum();
  }

  long unsure() {
    return unsure.sum();
  }

  /// Purchases that ended well, as requests that could be sent again.
  Bought bought() {
    return bought;
  }

  private Purchase bought(Wanted wanted, Choices choices) throws InterruptedException {
    Purchase purchase = new Purchase();
    Bought.Ring place = bought.place();
    int triesMax = backOff.triesMax(choices);
    while (true) {
      long begunNanos = kit.world().ticks().nanos();
      Optional<Reply> reply = tryOnce(wanted);
      purchase.tried(reply, kit.world().ticks().nanos() - begunNanos);
      tries.increment();
      if (purchase.knows() || purchase.tries() == triesMax) {
        break;
      }
      kit.world().pause().sleepNanos(backOff.waitNanos(choices, purchase.tries(), reply));
    }
    ended.increment();
    if (purchase.paid()) {
      place.add(wanted.headers(), wanted.body(), purchase.payment());
    }
    if (!purchase.knows()) {
      unsure.increment();
    }
    return purchase;
  }

  /// One try; empty where the phone gave up waiting.
  private Optional<Reply> tryOnce(Wanted wanted) throws InterruptedException {
    try {
      return Optional.of(send(wanted).get(pace.phonePatience().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("the front door broke", broken);
    }
  }

  /// A request that nobody waits for, of somebody who wants something else.
  private void strayed(Wanted other) throws InterruptedException {
    tries.increment();
    tryOnce(other);
  }

  private CompletableFuture<Reply> send(Wanted wanted) {
    CompletableFuture<Reply> coming = new CompletableFuture<>();
    long due = kit.world().ticks().nanos();
    Patience patience = new Patience("interactive", pace.phonePatience().toNanos());
    Call call =
        new Call("POST", "/payments", Map.of(), wanted.headers(), wanted.body(), due, patience, "");
    kit.background("phone", () -> coming.complete(kit.door().handle(call)));
    return coming;
  }

  /// What a phone sends, the same with every try.
  private record Wanted(String phone, String tenant, String key, String wish, String body) {
    Map<String, String> headers() {
      Map<String, String> headers = new HashMap<>();
      headers.put("idempotency-key", key);
      headers.put("x-tenant", tenant);
      headers.put("x-phone", phone);
      headers.put(Front.WISH, wish);
      return headers;
    }

    Wanted ofTenant(String other) {
      return new Wanted(phone, other, key, wish + "-of-" + other, body);
    }

    Wanted withAnotherAmount() {
      String other = body.replaceFirst("\"amount\":(\\d+)", "\"amount\":1$1");
      return new Wanted(phone, tenant, key, wish + "-again", other);
    }
  }

  /// One purchase under way, as its phone knows it.
  private static final class Purchase {
    private final StringBuilder told = new StringBuilder();
    private int count;
    private int status;
    private String reason = "time-out";
    private String body = "";

    void tried(Optional<Reply> reply, long tookNanos) {
      count++;
      status = reply.map(Reply::status).orElse(0);
      reason = reply.map(each -> each.why().map(Why::reason).orElse("")).orElse("time-out");
      body = reply.map(Reply::body).orElse("");
      told.append(told.isEmpty() ? "" : ",")
          .append("{\"status\":")
          .append(status)
          .append(",\"why\":\"")
          .append(reason)
          .append("\",\"millis\":")
          .append(TimeUnit.NANOSECONDS.toMillis(tookNanos))
          .append('}');
    }

    int tries() {
      return count;
    }

    boolean paid() {
      return status == 201;
    }

    /// Name of the payment, once the phone knows it.
    String payment() {
      int from = body.indexOf("\"id\":\"") + 6;
      return body.substring(from, body.indexOf('"', from));
    }

    /// Whether trying again would tell the phone nothing more.
    boolean knows() {
      return status >= 200
          && status < 500
          && status != 202
          && status != 429
          && !reason.equals("in-flight");
    }

    Reply reply() {
      String outcome = paid() ? "paid" : knows() ? "refused" : "unsure";
      String payment = paid() ? ",\"payment\":" + body : "";
      String text = "{\"outcome\":\"" + outcome + "\",\"tries\":[" + told + "]" + payment + "}";
      Map<String, String> json = Map.of("Content-Type", "application/json");
      if (paid()) {
        return new Reply(201, json, text, null);
      }
      return knows()
          ? new Reply(status, json, text, new Why(reason, "client", "The API refused"))
          : new Reply(
              504,
              json,
              text,
              new Why("unsure", "client", "After " + count + " tries the phone knows nothing"));
    }
  }
}
