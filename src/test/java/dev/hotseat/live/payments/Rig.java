package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A running payments API, and ways to call it.
final class Rig extends LiveRig {
  static final String BODY = "{\"amount\":1250,\"currency\":\"EUR\",\"customer\":\"cus-17\"}";

  /// Quick enough for a test, with all proportions kept.
  static final Pace QUICK = Pace.USUAL.times(5);

  /// The design that does not charge twice.
  private static final Map<String, String> RIGHT =
      pairs(
          "keys", "claim-with-fingerprint",
          "key-scope", "per-tenant",
          "in-flight", "conflict",
          "transaction", "claim-call-commit",
          "provider-key", "sent",
          "after-timeout", "leave-to-completer",
          "replay-errors", "re-executed",
          "one-transaction", "on",
          "outbox", "on",
          "completer", "on",
          "completer-every", "400",
          "key-lifetime", "48",
          "provider-timeout", "400",
          "key-copies", "none",
          "webhooks", "apply-once",
          "client-retries", "back-off",
          "retry-limit", "6");

  private Rig(World world, Pace pace, Map<String, String> levers) {
    super(new PaymentsBlueprint(pace), world, levers);
  }

  /// The first draft, but for these levers: names and values in turn.
  static Rig draft(String... levers) {
    return new Rig(World.real(SEED), QUICK, pairs(levers));
  }

  /// The first draft in a world as quick as in life.
  static Rig asInLife(String... levers) {
    return new Rig(World.real(SEED), Pace.USUAL, pairs(levers));
  }

  /// The right design, but for these levers.
  static Rig right(String... levers) {
    return right(SEED, QUICK, levers);
  }

  static Rig right(long seed, Pace pace, String... levers) {
    Map<String, String> values = new LinkedHashMap<>(RIGHT);
    values.putAll(pairs(levers));
    return new Rig(World.real(seed), pace, values);
  }

  /// Pays with a key, as tenant acme.
  Reply pay(String key) {
    return pay(key, BODY);
  }

  Reply pay(String key, String body) {
    return pay(key, body, "acme");
  }

  Reply pay(String key, String body, String tenant) {
    return post("/payments", body, headers(key, tenant));
  }

  Reply payWithoutKey(String body) {
    return post("/payments", body, Map.of());
  }

  Reply refund(String key, String payment, long amount) {
    String body = "{\"payment\":\"" + payment + "\",\"amount\":" + amount + "}";
    return post("/refunds", body, headers(key, "acme"));
  }

  Reply purchase(int phone) {
    return post("/phones/" + phone + "/purchases", BODY, Map.of());
  }

  Reply post(String path, String body, Map<String, String> headers) {
    return send("POST", path, body, headers);
  }

  Reply get(String path) {
    return get(path, Map.of());
  }

  Reply get(String path, Map<String, String> query) {
    return system.handle(new Call("GET", path, query, Map.of(), "", now(), Patience.ENDLESS, ""));
  }

  /// Lines of the provider's book, newest first.
  JsonNode charges() {
    return body(get("/psp/charges", Map.of("limit", "500"))).get("charges");
  }

  JsonNode audit() {
    return body(get("/audit"));
  }

  long found(String kind) {
    JsonNode count = audit().get("counts").get(kind);
    return count == null ? 0 : count.asLong();
  }

  JsonNode payment(String id) {
    return body(get("/payments/" + id));
  }

  /// What a payment's trail says happened, in order.
  List<String> trail(String id) {
    List<String> what = new ArrayList<>();
    payment(id).get("trail").forEach(step -> what.add(step.get("what").asString()));
    return what;
  }

  static String id(Reply paid) {
    return body(paid).get("id").asString();
  }

  static boolean replayed(Reply reply) {
    return reply.headers().getOrDefault("Idempotent-Replayed", "").equals("true");
  }

  static Map<String, String> headers(String key, String tenant) {
    Map<String, String> headers = new HashMap<>();
    headers.put("idempotency-key", key);
    headers.put("x-tenant", tenant);
    return headers;
  }
}
